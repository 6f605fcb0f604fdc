import { describe, expect, it } from 'vitest'
import { waitUntilStill } from '../../addon/node/browser/deck-page'
import { noOf } from '../browser/deck'
import { measure } from '../browser/measure'
import { canvases } from '../browser/sharpness'
import { endVisit, useBrowser } from '../browser/visits'
import { expectShown, openWindows } from '../browser/windows'

const browser = useBrowser()
const CHART = noOf('chart')

describe('full screen and back', () => {
  it.each([
    { what: 'a slide', enlarged: undefined },
    { what: 'an enlarged exhibit', enlarged: 'CupsChart' },
  ])('leave $what whole and where it was, also when a step comes meanwhile', async ({ enlarged }) => {
    const { presenter, audience } = await openWindows(browser(), CHART, { motion: true })
    if (enlarged)
      await presenter.keyboard.press('e')
    await Promise.all([presenter, audience].map(page => expectShown(page, { no: CHART, clicks: 0, enlarged })))
    await waitUntilStill(audience, CHART)
    const boxes = async () => (await canvases(audience)).map(({ box }) => box)
    const before = await boxes()
    expect(before).toHaveLength(1)
    for (const [clicks, viewport] of [[1, { width: 1920, height: 1080 }], [0, { width: 1280, height: 720 }]] as const) {
      await presenter.keyboard.press(clicks > 0 ? 'ArrowRight' : 'ArrowLeft')
      await audience.setViewportSize(viewport)
      await audience.waitForFunction(
        width => document.querySelector('#slide-content')?.getBoundingClientRect().width === width,
        viewport.width,
      )
      await expectShown(audience, { no: CHART, clicks, enlarged })
      await waitUntilStill(audience, CHART)
      await expect.poll(boxes, { timeout: 10_000 }).toEqual(before)
      expect((await measure(audience)).outside).toEqual([])
    }
    await endVisit(presenter)
  })
})
