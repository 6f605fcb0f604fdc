import type { PDFDocument as Document } from '@cantoo/pdf-lib'
import type { DocumentFacts } from './document-facts'
import type { Bookmark } from './pdf-outline'
import type { Picture } from './pdf-tags'
import { createHash } from 'node:crypto'
import { PDFDocument, PDFHexString, PDFName, PDFNumber } from '@cantoo/pdf-lib'
import { tellEachCode } from './pdf-glyphs'
import { addMetadata } from './pdf-metadata'
import { addOutline } from './pdf-outline'
import { tagPdf } from './pdf-tags'

/** What is known of the pages of a document, in their order. */
export interface PageFacts {
  /** What readers show as its number, where that is not its place in the document. */
  label?: string
  /** The pictures on it. */
  pictures: readonly Picture[]
}

/**
 * Makes what Chromium printed a document of its own: metadata and language, tags, bookmarks, and nothing in it that differs between two
 * prints of the same commit. Links stay as they are, and so do fonts but for how they tell what their codes stand for.
 * @param bytes as printed
 * @param facts what the document says of itself
 * @param bookmarks one for each slide; without any it has none
 * @param pages what is known of each
 * @throws when a bookmark leads to a page that is not there, or a page lacks a picture
 */
export async function finishPdf(
  bytes: Uint8Array,
  facts: DocumentFacts,
  bookmarks: Bookmark[],
  pages: readonly PageFacts[],
): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  addMetadata(document, facts)
  tellEachCode(document)
  tagPdf(document, facts.language, pages.map(({ pictures }) => pictures))
  if (bookmarks.length > 0)
    addOutline(document, bookmarks)
  if (pages.some(({ label }) => label !== undefined))
    labelPages(document, pages)
  return saveWithId(document)
}

/** A prefix for each page, and no counting after it. */
function labelPages({ catalog, context }: Document, pages: readonly PageFacts[]): void {
  const entries = pages.flatMap(({ label = '' }, index) => [PDFNumber.of(index), context.obj({ P: PDFHexString.fromText(label) })])
  catalog.set(PDFName.of('PageLabels'), context.obj({ Nums: entries }))
}

/** Saves with an identifier that follows from the content. */
async function saveWithId(document: Document): Promise<Uint8Array> {
  const save = () => document.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false })
  document.context.trailerInfo.ID = undefined
  const id = PDFHexString.of(createHash('md5').update(await save()).digest('hex'))
  document.context.trailerInfo.ID = document.context.obj([id, id])
  return save()
}
