import type { Page } from 'playwright-core'
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { words as talkWords } from '../../addon/locales'
import { closePage, newDeckPage, openSlide } from '../../addon/node/browser/deck-page'
import { watchProblems } from '../../addon/node/browser/page-problems'
import { serveDist } from '../../addon/node/browser/static-server'
import { openPdf, pageText, withoutSpaces } from '../../addon/node/print/pdf-read'
import { CONTENT_SECURITY_POLICY } from '../../addon/node/site/head-tags'
import { READ_FILE_LIMIT, READ_FILE_POLICY } from '../../addon/node/site/read-file'
import { readFileName } from '../../addon/node/slidev/build-edition'
import { headcountNow } from '../../data'
import { formatFigure } from '../../figures/format'
import { allWords as words } from '../../locales/documents'
import { LANDING } from '../parts'
import { findings } from './axe'
import { base, builtEditions, dist, edition, facts, SCHEMES_OF_LANGUAGE, slides, url } from './deck'
import { WITHOUT_REST } from './rest'
import { unmarkedWords } from './unmarked-words'
import { useBrowser } from './visits'

/** Bytes of the page as a host sends it. */
const MOST_BYTES = 60_000
const WIDTHS = [1280, 360, 320]

const browser = useBrowser()
const address = `${url}read/`
const spoken = slides.filter(({ act }) => act !== 'appendix')

/** What a note says aloud, straight from the Markdown: without click markers, tags, and the answer to a question. */
function saidIn(note: string): string[] {
  return note.split(/\n\s*\n/)
    .map(paragraph => paragraph.replace(/\[click(?::\d+)?\]|<[^>]*>/g, '').replace(/\s+/g, ' ').trim())
    .filter(paragraph => paragraph !== '' && !paragraph.startsWith(talkWords.speech.ifAsked))
}

async function openPage(options: { width?: number, dark?: boolean, script?: boolean } = {}): Promise<Page> {
  const { width = 1280, dark = false, script = false } = options
  const context = await browser().newContext({
    viewport: { width, height: 800 },
    colorScheme: dark ? 'dark' : 'light',
    javaScriptEnabled: script,
    serviceWorkers: 'block',
  })
  const page = await context.newPage()
  expect((await page.goto(address))?.status()).toBe(200)
  return page
}

describe('without JavaScript', () => {
  let page: Page
  beforeAll(async () => {
    page = await openPage()
  })
  afterAll(() => closePage(page))

  it('says what it is, and where it belongs', async () => {
    expect(await page.title()).toBe(words.reading.documentTitle.replace('{title}', facts.title))
    expect(await page.locator('html').getAttribute('lang')).toBe(words.language)
    expect(await page.locator('link[rel=canonical]').getAttribute('href')).toBe(`https://example.org${base}read/`)
    expect(await page.locator('link[rel=stylesheet]').count()).toBe(0)
  })

  it('has the talk, its acts and its slides as headings, in order', async () => {
    const headings = await page.evaluate(() =>
      [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(heading => `${heading.tagName} ${heading.textContent!.trim().replaceAll('\u00A0', ' ')}`),
    )
    const expected = slides.flatMap(({ act, title }, index) => [
      ...slides[index - 1]?.act === act ? [] : [`H2 ${words.acts[act as keyof typeof words.acts]}`],
      `H3 ${title}`,
    ])
    expect(headings).toEqual([`H1 ${facts.title}`, ...expected, `H2 ${words.reading.about}`])
  })

  it.each(slides)('$no $id has a picture that says what it shows, with more pixels than it has room', async ({ id, title, no }) => {
    const picture = page.locator(`#${id} img`)
    await picture.scrollIntoViewIfNeeded()
    expect(await picture.getAttribute('alt')).toContain(title)
    expect((await picture.getAttribute('alt'))!.length).toBeGreaterThan(title!.length + 12)
    expect(await picture.getAttribute('loading')).toBe(no === 1 ? 'eager' : 'lazy')
    expect([await picture.getAttribute('width'), await picture.getAttribute('height')]).toEqual(['1280', '720'])
    const density = () => picture.evaluate((image: HTMLImageElement) => image.complete ? image.naturalWidth / image.clientWidth : 0)
    await expect.poll(density).toBeGreaterThan(1.3)
  })

  it.each(slides)('$no $id has the speaker\'s words as prose', async ({ id, note }) => {
    const paragraphs = await page.locator(`#${id} .read-words p`).allTextContents()
    expect(paragraphs.map(paragraph => paragraph.replace(/\s+/g, ' ').trim())).toEqual(saidIn(note))
  })

  it('has prose for every slide of the talk itself', async () => {
    for (const { id } of spoken)
      expect(await page.locator(`#${id} .read-words p`).count(), id).toBeGreaterThan(0)
  })

  it('opens the data as a table with a caption and files that exist', async () => {
    for (const data of await page.locator('details').all()) {
      const table = data.locator('table')
      expect(await table.isVisible()).toBe(false)
      await data.locator('summary').click()
      expect(await table.isVisible()).toBe(true)
      expect(await table.locator('tbody tr').count()).toBeGreaterThan(0)
      expect((await table.locator('caption').textContent())!.trim()).not.toBe('')
      for (const link of await data.locator('a').all())
        expect((await page.request.get(new URL((await link.getAttribute('href'))!, address).href)).status()).toBe(200)
    }
    // The exhibit's own numbers, in the words of the deck.
    const row = page.locator('#headcount-field tr', { hasText: words.figures['headcount-now'] })
    // A number keeps its measure word.
    expect((await row.textContent())!.replaceAll('\u00A0', ' ')).toMatch(
      new RegExp(
        [formatFigure(headcountNow, words, 'unit'), words.boundNames[headcountNow.bound], headcountNow.printed]
          .map(text => text.replace(/\+/g, '\\+'))
          .join('.*'),
        's',
      ),
    )
  })

  it('leads to each slide, and everything else that it links is there', async () => {
    for (const { id, no } of slides)
      expect(new URL((await page.locator(`#${id} [data-to-slides]`).getAttribute('href'))!, address).href).toBe(`${url}${no}/`)
    const hrefs = await page.locator('a').evaluateAll(links => links.map(link => (link as HTMLAnchorElement).href))
    const missing: string[] = []
    for (const href of new Set(hrefs.filter(href => href.startsWith(url)))) {
      const { hash } = new URL(href)
      const isThere = href.startsWith(`${address}#`)
        ? (await page.locator(hash).count()) === 1
        : (await page.request.get(href)).status() === 200
      if (!isThere)
        missing.push(href)
    }
    expect(missing).toEqual([])
  })
})

describe.each(SCHEMES_OF_LANGUAGE)('in $scheme', ({ dark }) => {
  it.each(WIDTHS)('at %d pixels nothing has to be scrolled sideways, and axe finds nothing', async (width) => {
    const page = await openPage({ width, dark, script: true })
    await page.locator('details').evaluateAll(all => all.forEach(data => data.setAttribute('open', '')))
    const [content, viewport] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth])
    expect(content).toBe(viewport)
    const small = await page
      .locator('.read-words p')
      .evaluateAll(paragraphs => Math.min(...paragraphs.map(p => Number.parseFloat(getComputedStyle(p).fontSize))))
    expect(small).toBeGreaterThanOrEqual(16)
    // In the dark only colours differ, which no width changes, and axe takes longer than all else here.
    const isWidest = width === WIDTHS[0]
    if (isWidest || (!dark && width === WIDTHS.at(-1))) {
      // The tables are the same at every width, and their colours those of the words.
      if (!isWidest || (dark && !inject('all')))
        await page.locator('details').evaluateAll(all => all.forEach(data => data.removeAttribute('open')))
      expect((await findings(page, { colours: dark })).violations).toEqual([])
    }
    await closePage(page)
  })

  it('shows the slides in the same scheme', async () => {
    const page = await openPage({ dark })
    const shown = await page.locator(`#${slides[0]!.id} img`).evaluate((image: HTMLImageElement) => image.currentSrc)
    expect(shown).toBe(`${url}pictures/${slides[0]!.id}${dark ? '-dark' : ''}.webp`)
    await closePage(page)
  })
})

it('lets no line move on a phone while its faces arrive', LANDING, async () => {
  const page = await (await browser().newContext({ viewport: { width: 360, height: 740 }, serviceWorkers: 'block' })).newPage()
  await page.route('**/*.woff2', async (route) => {
    await new Promise(resolve => setTimeout(resolve, 600))
    await route.continue()
  })
  await page.addInitScript(`
    window.moved = 0
    new PerformanceObserver(list => list.getEntries().forEach(({ value }) => window.moved += value))
      .observe({ type: 'layout-shift', buffered: true })
  `)
  await page.goto(address)
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.fonts.ready.then(() => new Promise(resolve => setTimeout(resolve, 100))))
  expect(await page.evaluate('window.moved')).toBeLessThanOrEqual(0.01)
  await closePage(page)
})

it('says which words are in another language', async () => {
  const page = await openPage()
  const unmarked = await page.evaluate(unmarkedWords, 'body')
  await closePage(page)
  expect(unmarked).toEqual([])
})

it('runs under the policy of its host without a complaint, and remembers that its visitor wants slides', async () => {
  const server = await serveDist({ dir: dist, headersFor: () => ({ 'content-security-policy': CONTENT_SECURITY_POLICY }) })
  const page = await newDeckPage(browser())
  const problems = watchProblems(page, server.origin)
  await page.goto(`${server.url}read/`)
  await page.locator('#papers img').scrollIntoViewIfNeeded()
  await page.evaluate(() => document.fonts.ready.then(() => {}))
  expect(problems).toEqual([])
  const { no } = slides.find(({ id }) => id === 'papers')!
  await page.locator('#papers [data-to-slides]').click()
  await page.waitForURL(new RegExp(`/${no}/?$`))
  expect(await page.evaluate(() => localStorage.getItem('deck-view'))).toBe('slides')
  await closePage(page)
  await server.close()
})

it.each(Object.entries(builtEditions))('is set in the faces of the slides, %s', async (_, { url }) => {
  const page = await newDeckPage(browser())
  const faces = (...selectors: string[]) => page.evaluate(selectors => selectors.map((selector) => {
    const { fontFamily, lineBreak } = getComputedStyle(document.querySelector(selector)!)
    return `${fontFamily}, ${lineBreak}`
  }), selectors)
  await page.goto(`${url}read/`)
  const read = await faces('h2', 'p')
  await openSlide(page, url, 1)
  expect(read).toEqual(await faces('#slide-content h1', '#slide-content .slidev-layout'))
  await closePage(page)
})

it('goes as one file, which opens from a stick with its pictures and faces, and loads nothing', async () => {
  const file = path.join(dist, readFileName(edition))
  expect((await stat(file)).size).toBeLessThanOrEqual(READ_FILE_LIMIT)
  const page = await newDeckPage(browser())
  const problems = watchProblems(page, 'file://')
  const asked: string[] = []
  page.on('request', request => void (/^(?:data|file):/.test(request.url()) || asked.push(request.url())))
  await page.goto(pathToFileURL(file).href)
  await page.evaluate(() => document.fonts.ready.then(() => {}))
  expect([problems, asked]).toEqual([[], []])
  const seen = await page.evaluate(() => ({
    pictures: [...document.images].filter(({ complete, naturalWidth }) => complete && naturalWidth > 1000).length,
    faces: [...document.fonts].filter(({ status, display }) => status !== 'loaded' || display !== 'block').map(({ family }) => family),
    scripts: document.scripts.length,
    headings: document.querySelectorAll('.read-slide h3').length,
    policy: document.querySelector('meta[http-equiv="Content-Security-Policy"]')!.getAttribute('content'),
    links: [...document.querySelectorAll('a')].map(link => link.getAttribute('href') ?? '').filter(href => !/^(?:#|https:|$)/.test(href)),
  }))
  expect(seen).toEqual({
    pictures: slides.length,
    faces: [],
    scripts: 0,
    headings: slides.length,
    policy: READ_FILE_POLICY,
    links: [],
  })
  await closePage(page)
  // Offered beside the PDF.
  const html = await readFile(path.join(dist, 'read/index.html'), 'utf8')
  expect(html).toMatch(new RegExp(`href="${base}[^"]*\\.pdf">[^<]*</a>\\s*<a href="${base}${readFileName(edition)}" download="`))
})

it('the deck links the current slide\'s place on the page', LANDING, async () => {
  const page = await (await browser().newContext({ serviceWorkers: 'block' })).newPage()
  for (const { no, id } of [slides[1]!, slides.at(-1)!]) {
    await page.goto(`${url}${no}`)
    const link = page.getByRole('link', { name: talkWords.labels.readTalk }).first()
    await link.waitFor({ state: 'attached' })
    await expect.poll(async () => new URL((await link.getAttribute('href'))!, url).href).toBe(`${address}#${id}`)
  }
  await closePage(page)
})

it('has all its pictures for the printer once a reader rests, who has not scrolled to them', LANDING, async () => {
  const page = await openPage({ script: true })
  await page.addInitScript(WITHOUT_REST)
  await page.reload()
  const missing = () => page.evaluate(() => [...document.images].filter(image => !image.complete || image.naturalWidth === 0).length)
  await expect.poll(missing, { timeout: 30_000 }).toBe(0)
  expect(await page.evaluate(() => document.images.length)).toBe(slides.length)
  await closePage(page)
})

it('prints the whole talk, with the tables that were opened', LANDING, async () => {
  const page = await openPage({ dark: true })
  await page.locator('#papers summary').click()
  const pdf = await openPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }))
  await closePage(page)
  const texts = await Promise.all(Array.from({ length: pdf.numPages }, async (_, index) => pageText(await pdf.getPage(index + 1))))
  await pdf.destroy()
  const text = withoutSpaces(texts.join(''))
  const lost = slides.flatMap(({ title = '', note }) => [title, ...saidIn(note)]).filter(part => !text.includes(withoutSpaces(part)))
  expect(lost).toEqual([])
  expect(text).toContain(withoutSpaces(words.figures['eccv-papers']))
  expect(text).not.toContain(withoutSpaces(words.reading.columns.longitude))
})

it('is light', async () => {
  const html = await readFile(path.join(dist, 'read/index.html'))
  expect(gzipSync(html).length).toBeLessThan(MOST_BYTES)
})
