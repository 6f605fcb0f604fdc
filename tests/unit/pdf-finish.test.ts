import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber } from '@cantoo/pdf-lib'
import { expect, it } from 'vitest'
import { finishPdf } from '../../addon/node/print/pdf-finish'

const FACTS = { title: 'The talk & more', author: 'Somebody', subject: 'Something', keywords: ['key'], language: 'en', date: new Date(0) }
const BOOKMARKS = [['One', 'a'], ['One', 'b'], ['Two', 'c']].map(([act, title], page) => ({ act: act!, title: title!, page }))
const LABELS = ['1', '2', 'A-1']

/** A tagged document of three pages, as a browser prints it. */
async function printed(): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  BOOKMARKS.forEach(() => document.addPage())
  const { context, catalog } = document
  const top = context.register(context.obj({ Type: 'StructElem', S: 'Document', K: [] }))
  const tree = context.obj({ Type: 'StructTreeRoot', K: top, ParentTree: context.obj({ Nums: [] }) })
  catalog.set(PDFName.of('StructTreeRoot'), context.register(tree))
  return document.save()
}

/** What a PDF reader finds when it opens the finished document. */
async function catalogOf(bookmarks = BOOKMARKS): Promise<PDFDict> {
  const pages = LABELS.map(label => ({ label, pictures: [] }))
  return (await PDFDocument.load(await finishPdf(await printed(), FACTS, bookmarks, pages))).catalog
}

const entry = (dict: PDFDict, name: string) => dict.lookup(PDFName.of(name), PDFDict)

it('a reader\'s window shows the title of the talk', async () => {
  expect(String(entry(await catalogOf(), 'ViewerPreferences').get(PDFName.of('DisplayDocTitle')))).toBe('true')
})

it('the bookmarks are shown, and the slides in each act with them', async () => {
  const catalog = await catalogOf()
  expect(String(catalog.get(PDFName.of('PageMode')))).toBe('/UseOutlines')
  const counts: number[] = []
  for (let act = entry(entry(catalog, 'Outlines'), 'First') as PDFDict | undefined; act; act = act.lookupMaybe(PDFName.of('Next'), PDFDict))
    counts.push(act.lookup(PDFName.of('Count'), PDFNumber).asNumber())
  // Less than nothing would stand for as many that are hidden.
  expect(counts).toEqual([2, 1])
})

it('a document without bookmarks shows no empty list of them', async () => {
  expect((await catalogOf([])).has(PDFName.of('Outlines'))).toBe(false)
})

it('pages are called as their slides are', async () => {
  const numbers = entry(await catalogOf(), 'PageLabels').lookup(PDFName.of('Nums'), PDFArray)
  const labels = LABELS.map((_, page) => numbers.lookup(2 * page + 1, PDFDict).lookup(PDFName.of('P'), PDFHexString).decodeText())
  expect(labels).toEqual(LABELS)
})

it('is the same, byte by byte, when it is finished again', async () => {
  const pages = LABELS.map(() => ({ pictures: [] }))
  const bytes = await printed()
  const [one, other] = await Promise.all([1, 2].map(() => finishPdf(bytes, FACTS, BOOKMARKS, pages)))
  expect(one).toEqual(other)
})
