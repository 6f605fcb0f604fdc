import type { Buffer } from 'node:buffer'
import type { Browser } from 'playwright-core'
import { closePage, newDeckPage, SLIDE } from '../../addon/node/browser/deck-page'
import { slideName } from '../../addon/node/browser/deck-steps'
import { serveDist } from '../../addon/node/browser/static-server'
import { openPrintPage } from '../../addon/node/print/print-page'

/**
 * Pictures of slides in their last step, as a browser shows them: what their pages must look like.
 * @param browser that takes them
 * @param dist folder of the built deck
 * @param slides numbers and ids of all slides
 * @param scale pixels to a slide pixel
 * @param wanted numbers of those that are wanted
 */
export async function slidePictures(
  browser: Browser,
  dist: string,
  slides: readonly { no: number, id: string }[],
  scale: number,
  wanted: readonly number[],
): Promise<Map<number, Buffer>> {
  const server = await serveDist({ dir: dist })
  const page = await newDeckPage(browser, { scale, viewport: SLIDE })
  try {
    const shown = slides.filter(({ no }) => wanted.includes(no))
    await openPrintPage(page, `${server.url}print?print=true&range=${shown.map(({ no }) => no).join()}`, shown.map(slideName))
    const pictures = new Map<number, Buffer>()
    for (const [index, { no }] of shown.entries())
      pictures.set(no, await page.locator('.print-slide-container').nth(index).screenshot())
    return pictures
  }
  finally {
    await closePage(page)
    await server.close()
  }
}
