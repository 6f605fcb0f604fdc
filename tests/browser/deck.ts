import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, inject } from 'vitest'
import { openPdf } from '../../addon/node/print/pdf-read'
import { editionOf } from '../../locales/editions'

/** The edition under test, and what was built of it. */
export const edition = editionOf(inject('edition'))
export const built = inject('site')[inject('edition')]
export const { url, base, dist, slides, facts } = built

/** Both colour schemes, for `describe.each`. */
export const SCHEMES = [{ scheme: 'light', dark: false }, { scheme: 'dark', dark: true }]

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
