import type { Page } from 'playwright-core'

/**
 * The picture of the chart that is shown there, on a canvas or as SVG, as 96 by 40 grey values: coarse, so that two ways to smooth an edge
 * look the same.
 */
export async function picture(page: Page, scope = 'body'): Promise<number[]> {
  const drawing = page.locator(`${scope} [data-chart] > svg >> visible=true`)
  const shot = await drawing.count() > 0 ? (await drawing.first().screenshot()).toString('base64') : undefined
  return page.evaluate(async ([scope, shot]) => {
    const image = new Image()
    if (shot) {
      image.src = `data:image/png;base64,${shot}`
      await image.decode()
    }
    const canvas = [...document.querySelectorAll<HTMLCanvasElement>(`${scope} canvas`)].find(canvas => canvas.getClientRects().length > 0)!
    const small = new OffscreenCanvas(96, 40).getContext('2d')!
    small.imageSmoothingQuality = 'high'
    small.drawImage(shot ? image : canvas, 0, 0, 96, 40)
    const { data } = small.getImageData(0, 0, 96, 40)
    return Array.from({ length: 96 * 40 }, (_, index) => (data[4 * index]! + data[4 * index + 1]! + data[4 * index + 2]!) / 3)
  }, [scope, shot] as const)
}

/** Largest difference between two pictures, in grey values. */
export const difference = (one: number[], other: number[]) => Math.max(...one.map((value, index) => Math.abs(value - other[index]!)))
/** More than smoothing makes of an edge or a letter, on a canvas or not; less than a missing digit. */
export const NOTICEABLE = 32
