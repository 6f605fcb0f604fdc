import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, inject } from 'vitest'
import { openPdf } from '../../addon/node/print/pdf-read'
import { editionOf } from '../../locales/editions'

const site = inject('sites')[inject('deck')]

/** Address and folder of the whole site under test, and of each of its editions. */
export const { url: siteUrl, dist: siteDist, editions: builtEditions } = site
/** The edition under test, and what was built of it. */
export const edition = editionOf(inject('edition'))
export const built = builtEditions[inject('edition')]
export const { url, base, dist, slides, facts } = built

/** The number of a slide. */
export function noOf(wanted: string): number {
  const slide = slides.find(({ id }) => id === wanted)
  if (!slide)
    throw new Error(`No slide has the id "${wanted}".`)
  return slide.no
}

/** Both colour schemes, for `describe.each`. */
export const SCHEMES = [{ scheme: 'light', dark: false }, { scheme: 'dark', dark: true }]
/** The same, for what languages and schemes change apart from each other: a second language needs no second scheme, where time counts. */
export const SCHEMES_OF_LANGUAGE = edition === editionOf('en') || inject('all') ? SCHEMES : SCHEMES.slice(0, 1)

/** Cases of one kind: all of them where there is time (`--mode all`), otherwise the first ones, which differ most. */
export const few = <T>(cases: readonly T[], count = 1): readonly T[] => inject('all') ? cases : cases.slice(0, count)

/** One of the exported PDFs, for all tests of a file. */
export function usePdf(kind: 'pdf' | 'handout' = 'pdf'): () => PDFDocumentProxy {
  let pdf: PDFDocumentProxy | undefined
  beforeAll(async () => {
    pdf = await openPdf(await readFile(built[kind]))
  })
  afterAll(() => pdf?.destroy())
  return () => pdf!
}
