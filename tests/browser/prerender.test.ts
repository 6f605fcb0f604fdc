import type { Page } from 'playwright-core'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closePage, goTo, newDeckPage, position, settle } from '../../addon/node/browser/deck-page'
import { watchProblems } from '../../addon/node/browser/page-problems'
import { serveDist } from '../../addon/node/browser/static-server'
import { squeeze } from '../../addon/node/print/pdf-read'
import { headcountSeries, seriesRows, upTo } from '../../figures/series'
import { words } from '../../locales'
import { editions } from '../../locales/editions'
import { base, dist, edition, SCHEMES, slides, url } from './deck'
import { pictureDifference, watchShifts } from './pictures'
import { endVisit, useBrowser, visit } from './visits'

/** What can go wrong in different ways in another scheme or edition, where the same rules have other colours and words. */
const REPRESENTATIVE = ['cover', 'model', 'headcount-chart', 'offices', 'papers', 'limits']

/** The least that a description says, in characters; Chinese says it in half of them. */
const LEAST_DESCRIPTION = edition.id === 'zh' ? 10 : 20

const browser = useBrowser()
const deckTitle = slides[0]!.title!
const plain = (html: string) => html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ').trim()
/** The page as a host sends it. */
const pageOf = async (no: number) => readFile(path.join(dist, String(no), 'index.html'), 'utf8')

/** A page that never gets the deck's scripts: what a visitor sees until they arrive. */
async function withoutScripts(dark: boolean): Promise<Page> {
  const context = await browser().newContext({ viewport: { width: 1280, height: 720 }, colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce', serviceWorkers: 'block' })
  const page = await context.newPage()
  await page.route('**/*.js', route => route.abort())
  return page
}

describe('the address of each slide', () => {
  it.each(slides)('$no $id answers with the slide itself', async ({ no, id, title }) => {
    const response = await fetch(`${url}${no}/`)
    const html = await response.text()
    const attribute = (pattern: RegExp) => pattern.exec(html)?.[1]
    expect(response.status).toBe(200)
    expect((await fetch(`${url}${no}?clicks=1`)).status).toBe(200)
    expect(attribute(/<title>([^<]*)<\/title>/)).toBe(no === 1 ? deckTitle : `${plain(title!)} · ${deckTitle}`)
    expect(plain(/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html)![1]!)).toBe(plain(title!))
    expect(attribute(/<link rel="canonical" href="([^"]*)">/)).toBe(`https://example.org${base}${no === 1 ? '' : `${no}/`}`)
    expect(attribute(/<meta name="description" content="([^"]*)">/)!.length).toBeGreaterThan(LEAST_DESCRIPTION)
    for (const { language, folder } of editions)
      expect(html).toContain(`<link rel="alternate" hreflang="${language}" href="https://example.org/talks/iar/${folder}${no === 1 ? '' : `${no}/`}">`)
    const picture = attribute(/<meta property="og:image" content="([^"]*)">/)!
    expect(picture).toBe(`https://example.org${base}og/${id}.png`)
    const file = await readFile(path.join(dist, 'og', `${id}.png`))
    expect([file.readUInt32BE(16), file.readUInt32BE(20)]).toEqual([1280, 720])
  })

  it('has a title and a description of its own', async () => {
    const pages = await Promise.all(slides.map(({ no }) => pageOf(no)))
    for (const pattern of [/<title>[^<]*/, /<meta name="description" content="[^"]*/])
      expect(new Set(pages.map(html => pattern.exec(html)![0])).size).toBe(slides.length)
  })

  it.each(['', 'presenter/', 'presenter/9/', 'overview/', 'print/', 'handout/'])('"%s" answers, too', async (address) => {
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

  it('one gets through all slides by their links, each complete', async () => {
    await page.goto(url)
    for (const { no, title } of slides) {
      expect(new URL(page.url()).pathname).toBe(`${base}${no === 1 ? '' : `${no}/`}`)
      expect((await page.locator('h1 >> visible=true').textContent())!.replace(/\s+/g, ' ')).toBe(plain(title!))
      expect(await page.locator('.prerendered-links').evaluate(links => getComputedStyle(links).opacity)).toBe('1')
      // Nothing waits for a click that will never come.
      expect(await page.locator('.slidev-vclick-hidden >> visible=true').count()).toBe(0)
      for (const picture of await page.locator('.prerendered-stage picture img >> visible=true').all())
        expect(await picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth)).toBeGreaterThan(1000)
      if (no < slides.length)
        await Promise.all([page.waitForURL(`**/${no + 1}/`), page.locator('.prerendered-links a[rel=next]').click()])
    }
    await Promise.all([page.waitForURL(`**/${slides.length - 1}/`), page.locator('.prerendered-links a[rel=prev]').click()])
  })

  it('charts are pictures with their numbers', async () => {
    await page.goto(`${url}${slides.find(({ id }) => id === 'headcount-chart')!.no}/`)
    const picture = page.locator('.prerendered-stage picture img >> visible=true')
    expect(await picture.getAttribute('alt')).toContain(words.exhibits.HeadcountChart.finding)
    const table = page.locator(`[id="${await picture.getAttribute('aria-describedby')}"] >> nth=0`)
    expect(squeeze((await table.textContent())!)).toContain(squeeze(seriesRows(upTo(headcountSeries(words), 0), words).flat().join('')))
  })
})

describe.each(SCHEMES)('the live deck takes over, $scheme', ({ dark }) => {
  it('unseen: no shift, and the same picture', async () => {
    const before = await withoutScripts(dark)
    const after = await newDeckPage(browser(), { dark })
    await watchShifts(after)
    // The deck can be there before the page was painted at all: it waits for the watch to begin.
    await after.route('**/assets/index-*.js', async (route) => {
      await after.waitForFunction(() => window.watchedInTime)
      await route.continue()
    })
    // A host whose answers a browser asks for again: out of its cache the deck is there before anyone sees the page.
    const server = await serveDist({ dir: dist })
    const problems = watchProblems(after, server.origin)
    const different: unknown[] = []
    for (const { no, id } of slides.filter(({ id }) => (edition === editions[0] && !dark) || REPRESENTATIVE.includes(id))) {
      await before.goto(`${url}${no}/`)
      await before.evaluate(() => document.fonts.ready)
      await after.goto(`${server.url}${no}/`)
      await after.waitForFunction(() => !document.getElementById('prerendered'))
      const shown = await after.evaluate(() => [...document.querySelectorAll<HTMLElement>('#slideshow [data-slide-id]')].filter(layout => layout.checkVisibility()).map(layout => layout.dataset.slideId))
      expect.soft(shown).toEqual([id])
      const share = await pictureDifference(after, await before.screenshot(), await after.screenshot())
      expect.soft(await after.evaluate(() => window.watchedInTime), id).toBe(true)
      const shifts = await after.evaluate(() => window.shifts)
      // A line of the source line may stand a fraction of a pixel elsewhere.
      if (share > 0.002 || shifts.length > 0)
        different.push({ id, share, shifts })
    }
    expect(different).toEqual([])
    expect(problems).toEqual([])
    await closePage(before)
    await closePage(after)
    await server.close()
  })
})

it('a deep link with clicks ends where it says, and links within the deck keep working', async () => {
  const page = await visit(browser(), {}, 9, 2)
  expect(await position(page)).toMatchObject({ no: 9, clicks: 2 })
  await goTo(page, 10)
  await settle(page, 10)
  expect(new URL(page.url()).pathname).toBe(`${base}10`)
  await endVisit(page)
})
