import type { PDFContext, PDFObject } from '@cantoo/pdf-lib'
import type { DocumentFacts } from './document-facts'
import type { Bookmark } from './pdf-outline'
import { createHash } from 'node:crypto'
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFRef, PDFString } from '@cantoo/pdf-lib'
import { addOutline } from './pdf-outline'

const PRODUCER = 'Slidev, Chromium and pdf-lib'

/** Types of structure that Chromium writes and that PDF readers know only since version 2.0, as what they are in 1.7. */
const ROLES = { Em: 'Span', Strong: 'Span' }

/**
 * Makes what Chromium printed a document of its own: metadata and language, bookmarks, and nothing in it that differs between two prints of
 * the same commit. Tags, links and fonts stay as they are.
 * @param bytes as printed
 * @param facts what the document says of itself
 * @param bookmarks one for each slide
 * @param labels what readers show as the number of each page, where that is not its place in the document
 * @throws when a bookmark leads to a page that is not there
 */
export async function finishPdf(bytes: Uint8Array, facts: DocumentFacts, bookmarks: Bookmark[], labels?: string[]): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  document.setTitle(facts.title, { showInWindowTitleBar: true })
  document.setAuthor(facts.author)
  document.setSubject(facts.subject)
  document.setKeywords([facts.keywords.join(', ')])
  document.setLanguage(facts.language)
  document.setCreator('Slidev')
  document.setProducer(PRODUCER)
  document.setCreationDate(facts.date)
  document.setModificationDate(facts.date)
  mapRoles(document)
  nameStructure(document)
  addOutline(document, bookmarks)
  if (labels)
    labelPages(document, labels)
  return saveWithId(document)
}

/** A prefix for each page, and no counting after it. */
function labelPages({ catalog, context }: PDFDocument, labels: string[]): void {
  const entries = labels.flatMap((label, index) => [PDFNumber.of(index), context.obj({ P: PDFHexString.fromText(label) })])
  catalog.set(PDFName.of('PageLabels'), context.obj({ Nums: entries }))
}

function mapRoles({ catalog, context }: PDFDocument): void {
  const root = catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)
  root?.set(PDFName.of('RoleMap'), context.obj(ROLES))
}

/**
 * Chromium names parts of the structure, such as table heads, after numbers of its DOM nodes, which differ from run to run, and lists them
 * by these numbers. Counts them in the order of the document instead, and lists them by that.
 */
function nameStructure(document: PDFDocument): void {
  const { catalog, context } = document
  const root = catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)
  if (!root)
    return
  const names = new Map<string, PDFString>()
  countNames(context.lookup(root.get(PDFName.of('K'))), context, names)
  context.enumerateIndirectObjects().forEach(([, object]) => renameStrings(object, name => names.get(name)))
  sortNames(root, context)
}

/** Gives each named part below an element its place in the document. */
function countNames(element: unknown, context: PDFContext, names: Map<string, PDFString>): void {
  if (element instanceof PDFArray)
    return element.asArray().forEach(child => countNames(context.lookup(child), context, names))
  if (!(element instanceof PDFDict))
    return
  const id = element.get(PDFName.of('ID'))
  if (id instanceof PDFString && /^node\d+$/.test(id.asString()))
    names.set(id.asString(), PDFString.of(`node${String(names.size + 1).padStart(8, '0')}`))
  countNames(context.lookup(element.get(PDFName.of('K'))), context, names)
}

/** The list of names as one sorted leaf, whatever leaves it came in. */
function sortNames(root: PDFDict, context: PDFContext): void {
  const tree = root.lookupMaybe(PDFName.of('IDTree'), PDFDict)
  if (!tree)
    return
  const pairs: [PDFObject, PDFObject][] = []
  const collect = (node: PDFDict) => {
    const list = node.lookupMaybe(PDFName.of('Names'), PDFArray)?.asArray() ?? []
    for (let index = 0; index < list.length; index += 2)
      pairs.push([list[index]!, list[index + 1]!])
    for (const kid of node.lookupMaybe(PDFName.of('Kids'), PDFArray)?.asArray() ?? []) {
      collect(context.lookup(kid, PDFDict))
      if (kid instanceof PDFRef)
        context.delete(kid)
    }
  }
  collect(tree)
  pairs.sort(([one], [other]) => String(one) < String(other) ? -1 : 1)
  tree.delete(PDFName.of('Kids'))
  tree.delete(PDFName.of('Limits'))
  tree.set(PDFName.of('Names'), context.obj(pairs.flat()))
}

function renameStrings(object: unknown, rename: (name: string) => PDFString | undefined): void {
  if (object instanceof PDFDict) {
    for (const [key, value] of object.entries()) {
      const renamed = value instanceof PDFString ? rename(value.asString()) : undefined
      if (renamed)
        object.set(key, renamed)
      else
        renameStrings(value, rename)
    }
  }
  else if (object instanceof PDFArray) {
    for (let index = 0; index < object.size(); index++) {
      const value = object.get(index)
      const renamed = value instanceof PDFString ? rename(value.asString()) : undefined
      if (renamed)
        object.set(index, renamed)
      else
        renameStrings(value, rename)
    }
  }
}

/** Saves with an identifier that follows from the content. */
async function saveWithId(document: PDFDocument): Promise<Uint8Array> {
  const save = () => document.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false })
  document.context.trailerInfo.ID = undefined
  const id = PDFHexString.of(createHash('md5').update(await save()).digest('hex'))
  document.context.trailerInfo.ID = document.context.obj([id, id])
  return save()
}
