import type { Page } from 'playwright-core'
import { expect } from 'vitest'

export interface CanvasReport {
  /** Bitmap, in its own pixels. */
  backing: [number, number]
  /** What it should be: as shown, in the screen's pixels. */
  needed: [number, number]
  /** In slide pixels. */
  box: number[]
  drawn: boolean
}

/** The canvases of the charts on the slide that is shown. */
export function canvases(page: Page): Promise<CanvasReport[]> {
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

/** Each canvas has exactly as many pixels as the screen shows of it. */
export function expectSharp(reports: CanvasReport[]): void {
  for (const { backing, needed, drawn } of reports) {
    expect(drawn, 'drawn').toBe(true)
    for (const side of [0, 1] as const)
      expect(Math.abs(backing[side] - Math.round(needed[side])), `bitmap of ${backing}, needed ${needed}`).toBeLessThanOrEqual(1)
  }
}
