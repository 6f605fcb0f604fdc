import { describe, expect, it } from 'vitest'
import { closePage, goTo, openDeck } from '../../addon/node/browser/deck-page'
import { inParts } from '../parts'
import { slides, url } from './deck'
import { canvases, expectSharp } from './sharpness'
import { useBrowser } from './visits'

/** Slides that must hold a chart; others may. */
const CHART_SLIDES = ['headcount-chart', 'papers', 'training-time']

const browser = useBrowser()

describe('charts', () => {
  const screens = [
    { viewport: { width: 1280, height: 720 }, scale: 1 },
    { viewport: { width: 1920, height: 1080 }, scale: 1 },
    { viewport: { width: 1280, height: 720 }, scale: 2 },
    { viewport: { width: 844, height: 390 }, scale: 2 },
  ]
  const sharp = 'are drawn, and sharp at $viewport.width px with $scale screen pixels a pixel'
  const parts = inParts(screens, (_, index) => index === 0)
  describe.each(parts)('$when', ({ some, options }) => it.each(some)(sharp, options, async (screen) => {
    const { viewport, scale } = screen
    const page = await openDeck(browser(), { url, viewport, scale })
    const withCharts: string[] = []
    // Which slides have charts is the same at every size.
    for (const { no, id } of slides.filter(({ id }) => viewport.width * scale === 1280 || CHART_SLIDES.includes(id))) {
      await goTo(page, no)
      const reports = await canvases(page)
      expectSharp(reports)
      if (reports.length > 0)
        withCharts.push(id)
    }
    expect(withCharts).toEqual(expect.arrayContaining(CHART_SLIDES))
    await closePage(page)
  }))

  it.each(slides.filter(({ id }) => CHART_SLIDES.includes(id)))(
    '$no $id stays sharp and in place when the window changes',
    async ({ no }) => {
      const page = await openDeck(browser(), { url })
      await goTo(page, no)
      const before = await canvases(page)
      for (const width of [1920, 960]) {
        await page.setViewportSize({ width, height: width / 16 * 9 })
        await page.waitForFunction(width => document.querySelector('#slide-content')?.getBoundingClientRect().width === width, width)
        // Slidev has the new size; the chart follows in its own time.
        await expect.poll(async () => {
          const after = await canvases(page)
          expectSharp(after)
          return after.map(({ box }) => box)
        }, { timeout: 10_000 }).toEqual(before.map(({ box }) => box))
      }
      await closePage(page)
    },
  )
})
