import type { Windows } from './windows'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { goTo, waitUntilStill } from '../../addon/node/browser/deck-page'
import { slides } from './deck'
import { measure } from './measure'
import { canvases, expectSharp } from './sharpness'
import { endVisit, useBrowser } from './visits'
import { expectShown, openWindows, shown } from './windows'

/** Slides that can go wrong in different ways; `SLIDES=all` for the long run. */
const REPRESENTATIVE = ['cover', 'model', 'headcount-chart', 'papers', 'giving-back', 'limits']
const chosen = process.env.SLIDES === 'all' ? slides : slides.filter(({ id }) => REPRESENTATIVE.includes(id))

/** What stands in a hall, with another screen on the desk. */
const HALLS = [
  { name: '16:10', audienceSize: { width: 1280, height: 800 }, presenterSize: { width: 1920, height: 1080 } },
  { name: '4:3', audienceSize: { width: 1024, height: 768 }, presenterSize: { width: 1440, height: 900 } },
  { name: 'ultra-wide', audienceSize: { width: 2560, height: 1080 }, presenterSize: { width: 1280, height: 720 } },
  { name: '4K', audienceSize: { width: 3840, height: 2160 }, presenterSize: { width: 1366, height: 768 } },
]

const browser = useBrowser()

describe.each(HALLS)('in a hall with $name', (sizes) => {
  let windows: Windows
  beforeAll(async () => {
    windows = await openWindows(browser(), 1, sizes)
  })
  afterAll(() => endVisit(windows.presenter))

  it.each(chosen)('$no $id is whole and sharp in both windows, enlarged or not', async ({ no }) => {
    const { presenter, audience } = windows
    await goTo(presenter, no)
    const { clicks } = await shown(presenter)
    for (let step = 0; step < 3; step++) {
      const { enlarged } = await shown(presenter)
      await expectShown(audience, { no, clicks, enlarged })
      for (const page of [presenter, audience]) {
        await waitUntilStill(page, no)
        expect.soft((await measure(page)).outside, `outside or cut off, with ${enlarged ?? 'all'} in place`).toEqual([])
        await expect.poll(async () => expectSharp(await canvases(page)), { timeout: 10_000 }).toBeUndefined()
      }
      if (step > 0 && !enlarged)
        break
      await presenter.keyboard.press('e')
    }
    await expectShown(presenter, { enlarged: undefined, no, clicks })
  })
})
