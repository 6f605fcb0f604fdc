import type { BrowserContext, Page } from 'playwright-core'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { position } from '../../addon/node/browser/deck-page'
import { dist, slides, url } from './deck'
import { useBrowser } from './visits'

/** What can go wrong between a host and a visitor. Each time the visitor sees the slide, and a way on. */
const browser = useBrowser()
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

const claim = (no: number) => slides[no - 1]!.title!.replace(/<[^>]*>/g, '')
/** The claims that a visitor can see. */
const claims = () => page.locator('h1 >> visible=true').allTextContents()
const taken = () => page.waitForFunction(() => !document.getElementById('prerendered'))

describe('a deployment that took files away', () => {
  it('before the deck started: the slide is there, with links to the others', async () => {
    await page.route('**/assets/index-*.js', route => route.fulfill({ status: 404, body: 'gone' }))
    await page.goto(`${url}9/`)
    expect(await claims()).toEqual([claim(9)])
    await page.waitForFunction(() => getComputedStyle(document.querySelector('.prerendered-links')!).opacity === '1')
    await page.locator('.prerendered-links a[rel=next]').click()
    await page.waitForURL('**/10/')
    expect(await claims()).toEqual([claim(10)])
  })

  it('while it is open: the slide whose file is gone comes as a fresh page', async () => {
    // All but the files that the first slide needs: what is fetched once the deck is open.
    await page.goto(`${url}1/`)
    await taken()
    const present = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name.split('/').pop()!))
    const gone = new Set(readdirSync(path.join(dist, 'assets')).filter(file => file.startsWith('md-') && !present.includes(file)))
    expect(gone.size).toBeGreaterThan(10)
    await page.route('**/assets/md-*.js', route => gone.has(route.request().url().split('/').pop()!) ? route.fulfill({ status: 404, body: 'gone' }) : route.continue())
    await page.evaluate(() => void window.deckNav().go(14))
    await page.waitForFunction(() => document.getElementById('prerendered'))
    expect(await claims()).toEqual([claim(14)])
    expect(await page.locator('#prerendered').count()).toBe(1)
    expect(new URL(page.url()).pathname).toMatch(/\/14\/?$/)
  })
})

it('a font that does not come: the text is there in another one', async () => {
  await page.route('**/*.woff2', () => { /* never answered */ })
  await page.goto(`${url}4/`, { waitUntil: 'domcontentloaded' })
  await taken()
  expect(await claims()).toEqual([claim(4)])
  await page.keyboard.press('ArrowRight')
  await page.waitForFunction(() => window.deckNav().currentSlideNo === 5)
})

it('data that cannot be had: the slide does not need it', async () => {
  await page.route('**/data/**', route => route.abort())
  await page.goto(`${url}11/`)
  await taken()
  await page.waitForFunction(() => document.querySelector('#slideshow [data-chart][data-ready=true]'))
  expect(await claims()).toEqual([claim(11)])
})

it('a style sheet that does not come: the slide stays as it was prerendered or is drawn without', async () => {
  await page.route('**/assets/index-*.css', route => route.abort())
  await page.goto(`${url}4/`)
  expect(await claims()).toContain(claim(4))
})

it('storage denied: the deck runs', async () => {
  await context.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, { configurable: true, get() { throw new DOMException('denied', 'SecurityError') } })
  })
  const errors: string[] = []
  page.on('pageerror', error => errors.push(error.message))
  await page.goto(`${url}9/`)
  await taken()
  await page.keyboard.press('ArrowRight')
  await page.waitForFunction(() => window.deckNav().clicks === 1)
  expect(await claims()).toEqual([claim(9)])
  expect(errors).toEqual([])
})

it('two tabs: each keeps its own slide', async () => {
  const other = await context.newPage()
  await Promise.all([page.goto(`${url}3/`), other.goto(`${url}12/`)])
  await Promise.all([page, other].map(tab => tab.waitForFunction(() => !document.getElementById('prerendered'))))
  await other.keyboard.press('ArrowRight')
  await other.waitForFunction(() => window.deckNav().clicks === 1)
  expect(await position(page)).toMatchObject({ no: 3, clicks: 0 })
})

it('an address that is no slide: the way to those that are', async () => {
  const response = await page.goto(`${url}999`)
  expect(response!.status()).toBe(404)
  await page.waitForFunction(() => document.querySelector('#app')!.textContent!.trim() !== '')
})
