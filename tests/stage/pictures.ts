import type { Buffer } from 'node:buffer'
import type { Browser, Page } from 'playwright-core'
import process from 'node:process'
import { chromium } from 'playwright-core'
import { findBrowser } from '../../addon/node/browser/browser'

/** Share of a picture that may differ. */
export const MOST_DIFFERENT = 0.0005
/** The same where pixels are scaled, and the window is a few wider than its screen: all letters may stand a pixel elsewhere. */
export const MOST_DIFFERENT_SCALED = 0.03

/**
 * A browser that shows to nobody what it would show in a window: the same program, and not the shell that other tests have, which sets
 * letters in another way.
 * @param scale device pixels to a CSS pixel
 */
export function launchWindowless(scale = 1): Promise<Browser> {
  const args = ['--headless=new', `--force-device-scale-factor=${scale}`, ...process.getuid?.() === 0 ? ['--no-sandbox'] : []]
  return chromium.launch({ executablePath: findBrowser(), headless: false, args })
}

/** Lets a page that has no window look as in one that fills the screen: without its row of buttons. */
export const asOnFullScreen = (page: Page) => page.evaluate(() => void (document.documentElement.dataset.fullScreen = ''))

/**
 * The share of two pictures that differs by more than the smoothing of an edge.
 * @param page any page, in which the pictures are compared
 * @param one a picture as PNG
 * @param other another one, as large but for what a scale rounds
 * @returns 0 to 1, of what both have; 1 where their sizes differ by more
 */
export function differentShare(page: Page, one: Buffer, other: Buffer): Promise<number> {
  return page.evaluate(async (pictures) => {
    const [one, other] = await Promise.all(pictures.map(async (picture) => {
      const image = new Image()
      image.src = `data:image/png;base64,${picture}`
      await image.decode()
      return image
    }))
    if (Math.abs(one!.width - other!.width) > 4 || Math.abs(one!.height - other!.height) > 4)
      return 1
    const [width, height] = [Math.min(one!.width, other!.width), Math.min(one!.height, other!.height)]
    const [first, second] = [one!, other!].map((image) => {
      const canvas = new OffscreenCanvas(width, height).getContext('2d')!
      canvas.drawImage(image, 0, 0)
      return canvas.getImageData(0, 0, width, height)
    })
    let different = 0
    for (let at = 0; at < first!.data.length; at += 4) {
      const by = [0, 1, 2].map(channel => Math.abs(first!.data[at + channel]! - second!.data[at + channel]!))
      different += Number(Math.max(...by) > 48)
    }
    return different / (first!.data.length / 4)
  }, [one, other].map(picture => picture.toString('base64')))
}
