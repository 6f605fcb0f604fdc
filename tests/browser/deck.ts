import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Browser, Page } from 'playwright-core'
import type { OpenOptions } from '../../scripts/deck-page'
import { readFile } from 'node:fs/promises'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, inject } from 'vitest'
import { editionOf } from '../../locales/editions'
import { closePage, openDeck } from '../../scripts/deck-page'
import { openPdf } from '../../scripts/pdf-read'

/** The edition under test, and what was built of it. */
export const edition = editionOf(inject('edition'))
export const built = inject('site')[inject('edition')]
export const { url, base, dist, slides, facts } = built

/** Both colour schemes, for `describe.each`. */
export const SCHEMES = [{ scheme: 'light', dark: false }, { scheme: 'dark', dark: true }]

/** The browser that all files share; call it where a file's tests are described. */
export function useBrowser(): () => Browser {
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.connect(inject('browser'))
  })
  afterAll(() => browser.close())
  return () => browser
}

/** A page with the deck open at its first slide, for all tests of the surrounding `describe`. */
export function useDeck(browser: () => Browser, options: Omit<OpenOptions, 'url'> = {}): () => Page {
  let page: Page
  beforeAll(async () => {
    page = await openDeck(browser(), { url, ...options })
  })
  afterAll(() => closePage(page))
  return () => page
}

/** One of the exported PDFs, for all tests of a file; they fail with the reason when there is none. */
export function usePdf(kind: 'pdf' | 'handout' = 'pdf'): () => PDFDocumentProxy {
  let pdf: PDFDocumentProxy | undefined
  beforeAll(async () => {
    if (built.pdfProblem)
      throw new Error(built.pdfProblem)
    pdf = await openPdf(await readFile(built[kind]))
  })
  afterAll(() => pdf?.destroy())
  return () => pdf!
}
