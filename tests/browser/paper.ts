import type { Page } from 'playwright-core'
import { openPdf, PIXELS_PER_POINT, withoutSpaces } from '../../addon/node/print/pdf-read'
import { imageCount } from '../../addon/node/print/verify-pdf'

/** Paper as a browser's dialog offers it. */
export const PAPERS = {
  'A4 upright': { format: 'A4' },
  'A4 across': { format: 'A4', landscape: true },
  'Letter': { format: 'Letter' },
  'A5': { format: 'A5' },
  'a slide': { width: '1280px', height: '720px' },
} as const

/** A word of a page, where it stands in shares of the page's width. */
interface PlacedWord { readonly text: string, readonly x: number, readonly y: number }

/** What came out of the printer. */
export interface Printed {
  /** For each page its text without white space. */
  readonly pages: readonly string[]
  /** Words of the first page. */
  readonly words: readonly PlacedWord[]
  /** Pictures on all pages. */
  readonly images: number
}

/** Prints what a window shows, as a visitor does. */
export async function printPage(page: Page, paper: Parameters<Page['pdf']>[0] = PAPERS['A4 upright']): Promise<Printed> {
  return readPrint(await page.pdf({ printBackground: true, ...paper }))
}

/** Reads what was printed. */
export async function readPrint(bytes: Uint8Array): Promise<Printed> {
  const pdf = await openPdf(bytes)
  const pages: string[] = []
  const words: PlacedWord[] = []
  let images = 0
  for (let no = 1; no <= pdf.numPages; no++) {
    const page = await pdf.getPage(no)
    const { width, height } = page.getViewport({ scale: 1 })
    const { items } = await page.getTextContent()
    const texts = items.flatMap(item => 'str' in item && item.str.trim() ? [item] : [])
    pages.push(withoutSpaces(texts.map(({ str }) => str).join('')))
    images += await imageCount(page)
    if (no === 1)
      words.push(...texts.map(({ str, transform }) => ({ text: str, x: transform[4] / width, y: (height - transform[5]) / width })))
  }
  await pdf.destroy()
  return { pages, words, images }
}

/** Words that stand elsewhere than in another print, where both are as wide as their page. */
export function moved(words: readonly PlacedWord[], reference: readonly PlacedWord[]): string[] {
  const tolerance = 2 / (960 * PIXELS_PER_POINT)
  return reference
    .filter(one => !words.some(({ text, x, y }) => text === one.text && Math.abs(x - one.x) < tolerance && Math.abs(y - one.y) < tolerance))
    .map(({ text }) => text)
}
