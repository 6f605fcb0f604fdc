import { PDFArray, PDFDict, PDFDocument, PDFName, PDFStream } from '@cantoo/pdf-lib'

/** A font as a page uses it. */
export interface PageFont {
  /** Name in the file, such as `AAAAAA+Newsreader-Medium`. */
  name: string
  isType3: boolean
  isEmbedded: boolean
}

const FILES = ['FontFile', 'FontFile2', 'FontFile3']

function readFont(font: PDFDict): PageFont {
  const descendants = font.lookupMaybe(PDFName.of('DescendantFonts'), PDFArray)
  const descriptor = (descendants?.lookup(0, PDFDict) ?? font).lookupMaybe(PDFName.of('FontDescriptor'), PDFDict)
  return {
    name: font.lookupMaybe(PDFName.of('BaseFont'), PDFName)?.decodeText() ?? 'without a name',
    isType3: font.lookup(PDFName.of('Subtype')) === PDFName.of('Type3'),
    isEmbedded: FILES.some(file => descriptor?.has(PDFName.of(file))),
  }
}

/** The fonts in resources, and in those of the drawings that they hold. */
function fontsIn(resources: PDFDict | undefined, seen: Set<PDFDict>): PageFont[] {
  if (!resources || seen.has(resources))
    return []
  seen.add(resources)
  const values = (kind: string) => {
    const dict = resources.lookupMaybe(PDFName.of(kind), PDFDict)
    return (dict?.keys() ?? []).map(key => dict!.lookup(key))
  }
  const nested = [...values('XObject'), ...values('Pattern')].flatMap(drawing =>
    drawing instanceof PDFStream ? fontsIn(drawing.dict.lookupMaybe(PDFName.of('Resources'), PDFDict), seen) : [],
  )
  return [...values('Font').filter(font => font instanceof PDFDict).map(readFont), ...nested]
}

/**
 * The fonts of each page.
 * @throws when the bytes are no PDF
 */
export async function pageFonts(bytes: Uint8Array): Promise<PageFont[][]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  return document.getPages().map(({ node }) => fontsIn(node.Resources(), new Set()))
}
