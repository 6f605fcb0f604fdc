import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Report } from '../cli/progress'
import type { PageFont } from './pdf-fonts'
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { noReport } from '../cli/progress'
import { pageFonts } from './pdf-fonts'
import { openPdf, pageText, withoutSpaces } from './pdf-read'

/** What a page must show. */
export interface ExpectedPage {
  /** How messages call it: number and id of its slide. */
  name: string
  /** Texts that must stand on it. */
  texts: string[]
  /** Whether it must be free of pictures. */
  hasChart: boolean
  /** Whether it shows a further step of the slide on the page before it. */
  isNextStep?: boolean
  /** Texts that must not stand on it: they come with a later click. */
  unshown?: string[]
}

const IMAGES: number[] = [
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
  OPS.paintImageXObjectRepeat,
  OPS.paintInlineImageXObjectGroup,
  OPS.paintImageMaskXObjectGroup,
  OPS.paintImageMaskXObjectRepeat,
]

/** How many pictures a page paints. */
export async function imageCount(page: PDFPageProxy): Promise<number> {
  const { fnArray } = await page.getOperatorList()
  return fnArray.filter(operation => IMAGES.includes(operation)).length
}

function textFaults(text: string, wanted: string[]): string[] {
  if (text === '')
    return ['is blank']
  if (/loadingslide/i.test(text))
    return ['was printed while it was loading']
  return wanted.filter(part => !text.includes(withoutSpaces(part))).map(part => `lacks "${part}"`)
}

async function faults(page: PDFPageProxy, expected: ExpectedPage, fonts: PageFont[]): Promise<string[]> {
  const text = withoutSpaces(await pageText(page))
  const links = await page.getAnnotations() as { subtype: string, url?: string, unsafeUrl?: string }[]
  const images = expected.hasChart ? await imageCount(page) : 0
  return [
    ...textFaults(text, expected.texts),
    ...(expected.unshown ?? [])
      .filter(part => text.includes(withoutSpaces(part)))
      .map(part => `has "${part}", which comes with a later click`),
    ...fonts.filter(({ isType3 }) => isType3).map(({ name }) => `has a font of Type 3, ${name}, whose letters are no outlines`),
    ...fonts.filter(({ isType3, isEmbedded }) => !isType3 && !isEmbedded).map(({ name }) => `has a font that is not embedded, ${name}`),
    ...images > 0 ? [`shows its chart with ${images} pictures, not as paths and text`] : [],
    ...links
      .map(({ url, unsafeUrl }) => url ?? unsafeUrl ?? '')
      .filter(url => /^\w+:\/\/(?:127\.0\.0\.1|localhost)\b/.test(url))
      .map(url => `links to the server that printed it, ${url}`),
  ]
}

async function verifyWhole(document: PDFDocumentProxy, expected: ExpectedPage[]): Promise<string[]> {
  const [mark, outline, { info }] = await Promise.all([document.getMarkInfo(), document.getOutline(), document.getMetadata()])
  const { Title, Author, Language } = info as { Title?: string, Author?: string, Language?: string }
  return [
    ...(document.numPages === expected.length
      ? []
      : [`it has ${document.numPages} pages for ${expected.length} ${expected.some(({ isNextStep }) => isNextStep) ? 'steps' : 'slides'}`]),
    ...(mark?.Marked ? [] : ['it is not tagged']),
    ...(outline?.length ? [] : ['it has no bookmarks']),
    ...(Title && Author && Language ? [] : ['it lacks a title, an author or a language']),
  ]
}

/**
 * Proves a finished PDF.
 * @param bytes the PDF
 * @param expected what each page must show
 * @param report is told of each page that was looked at
 * @throws with everything that is wrong, by slide
 */
export async function verifyPdf(bytes: Uint8Array, expected: ExpectedPage[], report: Report = noReport): Promise<void> {
  const fonts = await pageFonts(bytes)
  const document = await openPdf(bytes)
  try {
    const problems = await verifyWhole(document, expected)
    for (let no = 1; no <= document.numPages; no++) {
      const page = expected[no - 1] ?? { name: `${no}, which no slide asks for,`, texts: [], hasChart: false }
      const found = await faults(await document.getPage(no), page, fonts[no - 1] ?? [])
      problems.push(...found.map(fault => `slide ${page.name} ${fault}`))
      report('verified', no, document.numPages)
    }
    if (problems.length > 0)
      throw new Error(`The PDF is faulty:\n  ${problems.join('\n  ')}`)
  }
  finally {
    await document.destroy()
  }
}
