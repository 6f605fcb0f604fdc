import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { closePage, goTo, openDeck } from '../../scripts/deck-page'
import { slides, url, useBrowser } from './deck'

/** Slides that must hold a chart; others may. */
const CHART_SLIDES = ['headcount-chart', 'papers', 'training-time']

interface CanvasReport {
  /** Bitmap, in its own pixels. */
  backing: [number, number]
  /** What it should be: as shown, in the screen's pixels. */
  needed: [number, number]
  /** In slide pixels. */
  box: number[]
  drawn: boolean
}

/** The canvases of the charts on the slide that is shown. */
function canvases(page: Page): Promise<CanvasReport[]> {
  return page.evaluate(() => [...document.querySelectorAll<HTMLCanvasElement>('#slideshow [data-chart] canvas')]
    .filter(canvas => canvas.getClientRects().length > 0)
    .map((canvas) => {
      const root = document.querySelector<HTMLElement>('#slide-content')!
      const frame = root.getBoundingClientRect()
      const scale = frame.width / root.offsetWidth
      const { left, top, width, height } = canvas.getBoundingClientRect()
      const pixels = new Uint32Array(canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data.buffer)
      return {
        backing: [canvas.width, canvas.height] as [number, number],
        needed: [width, height].map(length => length * devicePixelRatio) as [number, number],
        box: [left - frame.left, top - frame.top, width, height].map(length => Math.round(length / scale)),
        drawn: pixels.some(pixel => pixel !== pixels[0]),
      }
    }))
}

function expectSharp(reports: CanvasReport[]): void {
  for (const { backing, needed, drawn } of reports) {
    expect(drawn, 'drawn').toBe(true)
    for (const side of [0, 1] as const)
      expect(Math.abs(backing[side] - Math.round(needed[side])), `bitmap of ${backing}, needed ${needed}`).toBeLessThanOrEqual(1)
  }
}

const browser = useBrowser()

describe('charts', () => {
  it.each([
    { viewport: { width: 1280, height: 720 }, scale: 1 },
    { viewport: { width: 1920, height: 1080 }, scale: 1 },
    { viewport: { width: 1280, height: 720 }, scale: 2 },
    { viewport: { width: 844, height: 390 }, scale: 2 },
  ])('are drawn, and sharp at $viewport.width px with $scale screen pixels a pixel', async ({ viewport, scale }) => {
    const page = await openDeck(browser(), { url, viewport, scale })
    const withCharts: string[] = []
    for (const { no, id } of slides) {
      await goTo(page, no)
      const reports = await canvases(page)
      expectSharp(reports)
      if (reports.length > 0)
        withCharts.push(id)
    }
    expect(withCharts).toEqual(expect.arrayContaining(CHART_SLIDES))
    await closePage(page)
  })

  it.each(slides.filter(({ id }) => CHART_SLIDES.includes(id)))('$no $id stays sharp and in place when the window changes', async ({ no }) => {
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
  })
})
