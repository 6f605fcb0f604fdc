import { PDFDict, PDFDocument, PDFName, PDFNumber } from '@cantoo/pdf-lib'
import { expect, it } from 'vitest'
import { finishPdf } from '../../addon/node/print/pdf-finish'

const FACTS = { title: 'The talk', author: 'Somebody', subject: 'Something', keywords: ['key'], language: 'en', date: new Date(0) }
const BOOKMARKS = [['One', 'a'], ['One', 'b'], ['Two', 'c']].map(([act, title], page) => ({ act: act!, title: title!, page }))

/** What a PDF reader finds when it opens a finished document of three pages. */
async function catalogOf(): Promise<PDFDict> {
  const printed = await PDFDocument.create()
  for (let page = 0; page < BOOKMARKS.length; page++)
    printed.addPage()
  return (await PDFDocument.load(await finishPdf(await printed.save(), FACTS, BOOKMARKS))).catalog
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
