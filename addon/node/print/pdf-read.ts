import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Slide pixels to a point of the PDF. */
export const PIXELS_PER_POINT = 96 / 72

/**
 * Opens a PDF. Close it with `document.destroy()`.
 * @throws when the bytes are no PDF
 */
export function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  // pdf.js takes the bytes' memory away, so it gets its own.
  return getDocument({ data: Uint8Array.from(bytes), verbosity: VerbosityLevel.ERRORS, useSystemFonts: false }).promise
}

/** Text for comparing: no white space, ligatures and full-width forms written out, soft hyphens gone. */
export function withoutSpaces(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u00AD\u200B]+/g, '')
}

/** The text of a page in the order of the file. */
export async function pageText(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent()
  return items.map(item => 'str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '').join('')
}
