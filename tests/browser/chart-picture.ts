import type { Page } from 'playwright-core'

/** The picture of the chart that is shown there, as 96 by 40 grey values: coarse, so that two ways to smooth an edge look the same. */
export function picture(page: Page, scope = 'body'): Promise<number[]> {
  return page.evaluate((scope) => {
    const canvas = [...document.querySelectorAll<HTMLCanvasElement>(`${scope} canvas`)].find(canvas => canvas.getClientRects().length > 0)!
    const small = new OffscreenCanvas(96, 40).getContext('2d')!
    small.imageSmoothingQuality = 'high'
    small.drawImage(canvas, 0, 0, 96, 40)
    const { data } = small.getImageData(0, 0, 96, 40)
    return Array.from({ length: 96 * 40 }, (_, index) => (data[4 * index]! + data[4 * index + 1]! + data[4 * index + 2]!) / 3)
  }, scope)
}

/** Largest difference between two pictures, in grey values. */
export const difference = (one: number[], other: number[]) => Math.max(...one.map((value, index) => Math.abs(value - other[index]!)))
/** More than smoothing makes of an edge, less than a missing digit. */
export const NOTICEABLE = 24
