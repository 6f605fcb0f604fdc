import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { words as talkWords } from '../../addon/locales'
import { openPdf, pageText, withoutSpaces } from '../../addon/node/print/pdf-read'
import { settleLinks } from '../../addon/node/print/print-state'
import { imageCount } from '../../addon/node/print/verify-pdf'
import { headcountNow } from '../../data'
import { formatFigure } from '../../figures/format'
import { words } from '../../locales'
import { LANDING } from '../parts'
import { slides, url } from './deck'
import { useBrowser } from './visits'

const browser = useBrowser()

const SLIDES = [1, 2, 3].map(no => `<div class="print-slide-container" id="00${no}-01" style="height: 200px; break-after: ${no < 3 ? 'page' : 'auto'}">
  ${no === 1 ? '<a href="#3">third</a> <a href="/deck/2">second</a> <a href="/deck/data/papers.csv">data</a> <a href="https://sli.dev/">away</a>' : no}</div>`).join('')

interface Link { url?: string, dest?: string }

async function print(page: Page): Promise<ReturnType<typeof openPdf>> {
  return openPdf(await page.pdf({ tagged: true, preferCSSPageSize: true, printBackground: true }))
}

it('links on paper lead to the slide\'s page or to another host, and others are plain text', async () => {
  const page = await browser().newPage()
  await page.route('http://127.0.0.1:9/**', route => route.fulfill({ contentType: 'text/html', body: `<title>Deck</title>${SLIDES}` }))
  await page.goto('http://127.0.0.1:9/deck/print?print=true')
  await page.evaluate(`(globalThis.__name = fn => fn, ${settleLinks.toString()})('http://127.0.0.1:9/deck/')`)
  const pdf = await print(page)
  await page.close()
  const links = await (await pdf.getPage(1)).getAnnotations() as Link[]
  const targets = await Promise.all(links.map(async ({ url, dest }) => {
    if (!dest)
      return url
    const [ref] = await pdf.getDestination(dest) ?? []
    return 1 + await pdf.getPageIndex(ref)
  }))
  await pdf.destroy()
  expect(targets).toEqual([3, 2, 'https://sli.dev/'])
})

it('a visitor who prints the hosted print page gets charts as paths and text too', async () => {
  const page = await browser().newPage()
  await page.goto(`${url}print?print=true`)
  await page.waitForFunction(
    count =>
      document.querySelectorAll('.print-slide-container .slidev-layout').length === count
      && !document.querySelector('[data-chart]:not([data-ready="true"])'),
    slides.length,
  )
  const pdf = await print(page)
  await page.close()
  for (const { id, text } of [
    { id: 'papers', text: words.labels.papers },
    { id: 'headcount-chart', text: formatFigure(headcountNow, words) },
  ]) {
    const sheet = await pdf.getPage(slides.find(slide => slide.id === id)!.no)
    expect(await imageCount(sheet)).toBe(0)
    expect(withoutSpaces(await pageText(sheet))).toContain(withoutSpaces(text))
  }
  await pdf.destroy()
})

it('the deck links the PDF beside it by a button with a name', LANDING, async () => {
  const page = await browser().newPage()
  await page.goto(`${url}2`)
  const link = page.getByRole('link', { name: talkWords.labels.downloadPdf })
  await link.waitFor({ state: 'attached' })
  const href = new URL(await link.getAttribute('href') ?? '', page.url()).href
  const response = await page.request.get(href)
  await page.close()
  expect(href.startsWith(url)).toBe(true)
  expect(response.headers()['content-type']).toBe('application/pdf')
})
