import type { Page } from 'playwright-core'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pageWordsOf } from '../../addon/locales/all'
import { closePage, goTo, position, waitUntilStill } from '../../addon/node/browser/deck-page'
import { serveDist } from '../../addon/node/browser/static-server'
import { editions } from '../../fixture/editions'
import { wordsOf } from '../../fixture/words'
import { builtEditions, few, noOf, siteDist, url } from '../browser/deck'
import { takeOverFaults } from '../browser/take-over'
import { endVisit, useBrowser, visit } from '../browser/visits'

const browser = useBrowser()
const CHART = noOf('chart')
const STEPS = noOf('steps')
const plain = (html: string) => html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ').trim()
const pathOf = (no: number) => no === 1 ? '' : `${no}/`

describe.each(editions)('the address of each slide, in $name', ({ id: editionId }) => {
  const { slides, url, base, dist } = builtEditions[editionId]
  const deckTitle = slides[0]!.title!
  const pageOf = (no: number) => readFile(path.join(dist, String(no), 'index.html'), 'utf8')

  it.each(slides)('$id answers with the slide itself', async ({ no, id, title }) => {
    const response = await fetch(`${url}${no}/`)
    const html = await response.text()
    const attribute = (pattern: RegExp) => pattern.exec(html)?.[1]
    expect(response.status).toBe(200)
    expect((await fetch(`${url}${no}?clicks=1`)).status).toBe(200)
    expect(attribute(/<title>([^<]*)<\/title>/)).toBe(no === 1 ? deckTitle : `${title} · ${deckTitle}`)
    expect(plain(/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html)![1]!)).toBe(title)
    expect(attribute(/<link rel="canonical" href="([^"]*)">/)).toBe(`https://example.org${base}${pathOf(no)}`)
    expect(attribute(/<meta name="description" content="([^"]*)">/)).toBeTruthy()
    for (const { language, id } of editions) {
      const there = `https://example.org${builtEditions[id].base}${pathOf(no)}`
      expect(html).toContain(`<link rel="alternate" hreflang="${language}" href="${there}">`)
    }
    const picture = attribute(/<meta property="og:image" content="([^"]*)">/)!
    expect(picture).toBe(`https://example.org${base}og/${id}.png`)
    const file = await readFile(path.join(dist, 'og', `${id}.png`))
    expect([file.readUInt32BE(16), file.readUInt32BE(20)]).toEqual([1200, 630])
  })

  it.each(['', 'presenter/', `presenter/${CHART}/`, 'overview/', 'print/', 'handout/'])('"%s" answers, too', async (address) => {
    expect((await fetch(url + address)).status).toBe(200)
  })

  it('shows the first slide at the deck\'s own address', async () => {
    expect(await readFile(path.join(dist, 'index.html'), 'utf8')).toBe(await pageOf(1))
  })
})

describe('without JavaScript', () => {
  let page: Page
  beforeAll(async () => {
    page = await (await browser().newContext({ viewport: { width: 1280, height: 720 }, javaScriptEnabled: false })).newPage()
  })
  afterAll(() => closePage(page))

  it.each(few(editions))('one gets through all slides by their links, each complete, in $name', async ({ id }) => {
    const { slides, url, base } = builtEditions[id]
    await page.goto(url)
    for (const { no, title } of slides) {
      expect(new URL(page.url()).pathname).toBe(base + pathOf(no))
      expect((await page.locator('h1 >> visible=true').textContent())!.replace(/\s+/g, ' ')).toBe(title)
      expect(await page.locator('.prerendered-links').evaluate(links => getComputedStyle(links).opacity)).toBe('1')
      expect(await page.locator('.slidev-layout').count(), 'once').toBe(1)
      // Nothing waits for a click that will never come.
      expect(await page.locator('.slidev-vclick-hidden >> visible=true').count()).toBe(0)
      for (const picture of await page.locator('.prerendered-stage picture img >> visible=true').all())
        expect(await picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth)).toBeGreaterThan(1000)
      if (no < slides.length)
        await Promise.all([page.waitForURL(`**/${no + 1}/`), page.locator('.prerendered-links a[rel=next]').click()])
    }
    for (const { no } of slides.slice(0, -1).toReversed()) {
      await page.locator('.prerendered-links a[rel=prev]').click({ timeout: 5000 })
      await page.waitForURL(address => address.pathname === base + pathOf(no))
    }
  })

  it.each(editions)('an address that leads nowhere, and a tool, say so and lead to the slides, in $name', async ({ id, language }) => {
    const { url, base } = builtEditions[id]
    await page.goto(`${url}404.html`)
    const headings = () => page.locator('h1 >> visible=true').allTextContents()
    const own = pageWordsOf(language)
    expect((await headings()).sort()).toEqual(editions.map(({ language }) => pageWordsOf(language).missing).sort())
    expect((await headings())[0]).toBe(own.missing)
    expect(await page.title()).toContain(own.missing)
    const linked = await page.locator('section a').evaluateAll(links =>
      links.map(link => [link.getAttribute('href'), link.closest('[lang]')!.getAttribute('lang')]))
    expect(linked).toEqual(expect.arrayContaining(editions.map(({ id, language }) => [builtEditions[id].base, language])))
    for (const tool of ['presenter/', 'overview/', 'print/', 'handout/', 'notes/']) {
      await page.goto(url + tool)
      expect(await headings()).toEqual([own.needsScripts])
      expect(await page.locator('section a').getAttribute('href')).toBe(base)
    }
  })

  it('a chart is a picture that says what it shows, and what comes with a click is there', async () => {
    await page.goto(`${url}${CHART}/`)
    const picture = page.locator('.prerendered-stage picture img >> visible=true')
    expect(await picture.count()).toBe(1)
    expect(await picture.getAttribute('alt')).toContain(wordsOf({ id: 'en' }).cups.finding)
    const table = page.locator('.prerendered-stage table').first()
    expect(await table.locator('tr').count()).toBeGreaterThan(1)
    expect(await page.locator('.prerendered-stage p.slidev-vclick-target >> visible=true').count()).toBe(1)
  })
})

// Languages and schemes change the picture apart from each other.
it.each([{ ...editions[0], dark: false }, { ...editions[1], dark: true }])(
  'the live deck takes over unseen: no shift, and the same picture, in $name, dark: $dark',
  async ({ id, folder, dark }) => {
    // A host whose answers a browser asks for again: out of its cache the deck is there before anyone sees the page.
    const server = await serveDist({ dir: siteDist })
    expect(await takeOverFaults({ browser: browser(), url: server.url + folder, places: builtEditions[id].slides, dark })).toEqual([])
    await server.close()
  },
)

it('a deep link with clicks ends where it says, and links within the deck keep working', async () => {
  const page = await visit(browser(), {}, CHART, 2)
  expect(await position(page)).toMatchObject({ no: CHART, clicks: 2 })
  await goTo(page, STEPS)
  await waitUntilStill(page, STEPS)
  expect(page.url()).toBe(`${url}${STEPS}/`)
  await endVisit(page)
})
