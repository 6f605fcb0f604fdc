import type { ExpectedPage } from '../../addon/node/print/verify-pdf'
import { PDFDict, PDFDocument, PDFName, StandardFonts } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { finishPdf } from '../../addon/node/print/pdf-finish'
import { verifyPdf } from '../../addon/node/print/verify-pdf'
import { useBrowser } from './visits'

const browser = useBrowser()

const FACTS = { title: 'Title', author: 'Author', subject: 'Subject', keywords: ['key'], language: 'en', date: new Date(0) }
const EXPECTED: ExpectedPage[] = [
  { name: '1 (first)', texts: ['First claim'], hasChart: true },
  { name: '2 (second)', texts: ['Second claim'], hasChart: false },
]

const PICTURE = '<img src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ'
  + 'AAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==" width="50">'

/** A finished PDF with a page for each content. */
async function pdfOf(...contents: string[]): Promise<Uint8Array> {
  const page = await browser().newPage()
  await page.setContent(
    contents
      .map(
        (content, index) => `<section style="height: 100px;${index < contents.length - 1 ? 'break-after: page' : ''}">${content}</section>`,
      )
      .join(''),
  )
  const bytes = await page.pdf({ tagged: true })
  await page.close()
  return finishPdf(bytes, FACTS, contents.map((_, page) => ({ act: 'Act', title: 'Slide', page })), [])
}

describe('the proof of a PDF', () => {
  it('passes pages with their texts', async () => {
    const seen: number[] = []
    await verifyPdf(await pdfOf('First claim', 'Second  claim'), EXPECTED, (_, n) => seen.push(n))
    expect(seen).toEqual([1, 2])
  })

  it.each([
    { why: 'a page too many', contents: ['First claim', 'Second claim', 'Third'], says: '3 pages for 2 slides' },
    { why: 'a blank page', contents: ['First claim', ''], says: 'slide 2 (second) is blank' },
    {
      why: 'a slide still loading',
      contents: ['Loading slide...', 'Second claim'],
      says: 'slide 1 (first) was printed while it was loading',
    },
    { why: 'another headline', contents: ['First claim', 'Second'], says: 'slide 2 (second) lacks "Second claim"' },
    {
      why: 'a chart as picture',
      contents: [`First claim ${PICTURE}`, 'Second claim'],
      says: 'slide 1 (first) shows its chart with 1 pictures',
    },
    {
      why: 'a link to its own server',
      contents: ['First claim', 'Second claim <a href="http://127.0.0.1:8/x">x</a>'],
      says: 'slide 2 (second) links to the server that printed it',
    },
  ])('refuses $why', async ({ contents, says }) => {
    await expect(verifyPdf(await pdfOf(...contents), EXPECTED)).rejects.toThrow(says)
  })

  it('refuses what comes with a later click, and counts steps', async () => {
    const steps: ExpectedPage[] = [{ ...EXPECTED[0]!, unshown: ['Secondclaim'] }, { ...EXPECTED[1]!, isNextStep: true }]
    await verifyPdf(await pdfOf('First claim', 'Second claim'), steps)
    await expect(verifyPdf(await pdfOf('First claim, second claim. Second claim', 'Second claim', 'Third'), steps))
      .rejects
      .toThrow(/3 pages for 2 steps[\s\S]*slide 1 \(first\) has "Secondclaim", which comes with a later click/)
  })

  it('refuses a document without tags, bookmarks and title', async () => {
    const page = await browser().newPage()
    await page.setContent('First claim')
    const bytes = await page.pdf({ tagged: false })
    await page.close()
    await expect(verifyPdf(bytes, EXPECTED.slice(0, 1))).rejects.toThrow(/not tagged.*no bookmarks.*lacks a title/s)
  })

  it('refuses fonts that are not embedded, and those without outlines', async () => {
    const document = await PDFDocument.create()
    const page = document.addPage()
    page.drawText('First claim', { font: await document.embedFont(StandardFonts.Helvetica) })
    await expect(verifyPdf(await document.save(), EXPECTED.slice(0, 1))).rejects.toThrow(
      'slide 1 (first) has a font that is not embedded, Helvetica',
    )
    const printed = await PDFDocument.load(await document.save())
    const fonts = printed.getPage(0).node.Resources()!.lookup(PDFName.of('Font'), PDFDict)
    fonts.lookup(fonts.keys()[0]!, PDFDict).set(PDFName.of('Subtype'), PDFName.of('Type3'))
    await expect(verifyPdf(await printed.save(), EXPECTED.slice(0, 1))).rejects.toThrow('slide 1 (first) has a font of Type 3, Helvetica')
  })
})
