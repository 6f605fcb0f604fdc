import { describe, expect, it } from 'vitest'
import { settle } from '../../addon/node/browser/deck-page'
import { slides } from './deck'
import { measure } from './measure'
import { canvases, expectSharp } from './sharpness'
import { endVisit, useBrowser } from './visits'
import { expectShown, openWindows } from './windows'

const browser = useBrowser()

describe('full screen and back', () => {
  it.each(['headcount-chart', 'papers', 'training-time'])('in the middle of %s leaves it whole, sharp and where it was', async (id) => {
    const { no } = slides.find(slide => slide.id === id)!
    const { presenter, audience } = await openWindows(browser(), no, { motion: true })
    const before = await canvases(audience)
    // Each change comes while the chart grows.
    for (const viewport of [{ width: 1920, height: 1080 }, { width: 1280, height: 720 }]) {
      await presenter.keyboard.press(viewport.width > 1280 ? 'ArrowRight' : 'ArrowLeft')
      await audience.setViewportSize(viewport)
      await audience.waitForFunction(width => document.querySelector('#slide-content')?.getBoundingClientRect().width === width, viewport.width)
      await expectShown(audience, { no, clicks: viewport.width > 1280 ? 1 : 0 })
      await settle(audience, no)
      await expect.poll(async () => {
        const after = await canvases(audience)
        expectSharp(after)
        return after.map(({ box }) => box)
      }, { timeout: 10_000 }).toEqual(before.map(({ box }) => box))
      expect((await measure(audience)).outside).toEqual([])
    }
    await endVisit(presenter)
  })
})
