import type { Buffer } from 'node:buffer'
import type { Page } from 'playwright-core'

/** Share of a picture that may differ: edges of letters, which a browser with windows smooths in another way. */
export const MOST_DIFFERENT = 0.004

/**
 * The share of two pictures that differs by more than the smoothing of an edge, both seen at half of their size.
 * @param page any page, in which the pictures are compared
 * @param one a picture as PNG
 * @param other another one of the same size
 * @returns 0 to 1; 1 where their sizes differ
 */
export function differentShare(page: Page, one: Buffer, other: Buffer): Promise<number> {
  return page.evaluate(async (pictures) => {
    const [first, second] = await Promise.all(pictures.map(async (picture) => {
      const image = new Image()
      image.src = `data:image/png;base64,${picture}`
      await image.decode()
      const [width, height] = [Math.round(image.width / 2), Math.round(image.height / 2)]
      const canvas = new OffscreenCanvas(width, height).getContext('2d')!
      canvas.imageSmoothingQuality = 'high'
      canvas.drawImage(image, 0, 0, width, height)
      return canvas.getImageData(0, 0, width, height)
    }))
    if (first!.width !== second!.width || first!.height !== second!.height)
      return 1
    let different = 0
    for (let at = 0; at < first!.data.length; at += 4) {
      const by = [0, 1, 2].map(channel => Math.abs(first!.data[at + channel]! - second!.data[at + channel]!))
      different += Number(Math.max(...by) > 64)
    }
    return different / (first!.data.length / 4)
  }, [one, other].map(picture => picture.toString('base64')))
}
