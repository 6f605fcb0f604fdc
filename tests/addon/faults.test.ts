import type { BrowserContext, Page } from 'playwright-core'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { position } from '../../addon/node/browser/deck-page'
import { dist, noOf, slides, url } from '../browser/deck'
import { useBrowser } from '../browser/visits'
import { LANDING } from '../parts'

/** What can go wrong between a host and a visitor. Each time the visitor sees the slide, and a way on. */
const browser = useBrowser()
const CHART = noOf('chart')
const STEPS = noOf('steps')
const END = noOf('end')
let context: BrowserContext
let page: Page

beforeEach(async () => {
  context = await browser().newContext({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce', serviceWorkers: 'block' })
  await context.addInitScript(`
    globalThis.__name = fn => fn
    globalThis.deckNav = () => document.querySelector('#app').__vue_app__._context.provides['$$slidev-context'].nav
  `)
  page = await context.newPage()
  page.setDefaultTimeout(20_000)
})
afterEach(() => context.close())

const claim = (no: number) => slides[no - 1]!.title!
/** The claims that a visitor can see. */
const claims = () => page.locator('h1 >> visible=true').allTextContents()
const taken = (tab = page) => tab.waitForFunction(() => !document.getElementById('prerendered'))

describe('a deployment that took files away', () => {
  it('before the deck started: the slide is there, with links to the others', async () => {
    await page.route('**/assets/index-*.js', route => route.fulfill({ status: 404, body: 'gone' }))
    await page.goto(`${url}${STEPS}/`)
    expect(await claims()).toEqual([claim(STEPS)])
    await page.waitForFunction(() => getComputedStyle(document.querySelector('.prerendered-links')!).opacity === '1')
    await page.locator('.prerendered-links a[rel=next]').click()
    await page.waitForURL(`**/${STEPS + 1}/`)
    expect(await claims()).toEqual([claim(STEPS + 1)])
  })

  it('while it is open: the slide whose file is gone comes as a fresh page', async () => {
    // All but the files that the first slide needs: what is fetched once the deck is open.
    await page.goto(`${url}1/`)
    await taken()
    const present = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name.split('/').pop()!))
    const slideFiles = readdirSync(path.join(dist, 'assets')).filter(file => /^md-.*\.js$/.test(file))
    const gone = new Set(slideFiles.filter(file => !present.includes(file)))
    expect(gone.size, 'slides with a file that is not there yet').toBeGreaterThan(1)
    await page.route('**/assets/md-*.js', route =>
      gone.has(route.request().url().split('/').pop()!) ? route.fulfill({ status: 404, body: 'gone' }) : route.continue())
    await page.evaluate(no => void window.deckNav().go(no), END)
    await page.waitForFunction(() => document.getElementById('prerendered'))
    expect(await claims()).toEqual([claim(END)])
    expect(await page.locator('#prerendered').count()).toBe(1)
    expect(new URL(page.url()).pathname).toMatch(new RegExp(`/${END}/?$`))
  })
})

it('a font that does not come: the text is there in another one', LANDING, async () => {
  await page.route('**/*.woff2', () => { /* never answered */ })
  await page.goto(`${url}${STEPS}/`, { waitUntil: 'domcontentloaded' })
  await taken()
  expect(await claims()).toEqual([claim(STEPS)])
  await page.keyboard.press('ArrowRight')
  await page.waitForFunction(no => window.deckNav().currentSlideNo === no, STEPS + 1)
})

it('data that cannot be had: the slide does not need it', async () => {
  await page.route('**/data/**', route => route.abort())
  await page.goto(`${url}${CHART}/`)
  await taken()
  await page.waitForFunction(() => document.querySelector('#slideshow [data-chart][data-ready=true]'))
  expect(await claims()).toEqual([claim(CHART)])
})

it('a style sheet that does not come: the slide stays as it was prerendered or is drawn without', async () => {
  await page.route('**/assets/index-*.css', route => route.abort())
  await page.goto(`${url}${STEPS}/`)
  expect(await claims()).toContain(claim(STEPS))
})

it('storage denied: the deck runs', async () => {
  await context.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, { configurable: true, get() { throw new DOMException('denied', 'SecurityError') } })
  })
  const errors: string[] = []
  page.on('pageerror', error => errors.push(error.message))
  await page.goto(`${url}${CHART}/`)
  await taken()
  await page.keyboard.press('ArrowRight')
  await page.waitForFunction(() => window.deckNav().clicks === 1)
  expect(await claims()).toEqual([claim(CHART)])
  expect(errors).toEqual([])
})

it('two tabs: each keeps its own slide', LANDING, async () => {
  const other = await context.newPage()
  await Promise.all([page.goto(`${url}${STEPS}/`), other.goto(`${url}${CHART}/`)])
  await Promise.all([page, other].map(taken))
  await other.keyboard.press('ArrowRight')
  await other.waitForFunction(() => window.deckNav().clicks === 1)
  expect(await position(page)).toMatchObject({ no: STEPS, clicks: 0 })
})

it('an address that is no slide: the way to those that are', async () => {
  const response = await page.goto(`${url}999`)
  expect(response!.status()).toBe(404)
  await page.waitForFunction(() => document.querySelector('#app')!.textContent!.trim() !== '')
})
