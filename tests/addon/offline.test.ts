import type { Page } from 'playwright-core'
import type { StaticServer } from '../../addon/node/browser/static-server'
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { words as talkWords } from '../../addon/locales'
import { closePage, goTo, newDeckPage, openSlide, position, waitUntilStill } from '../../addon/node/browser/deck-page'
import { watchProblems } from '../../addon/node/browser/page-problems'
import { serveDist } from '../../addon/node/browser/static-server'
import { writeServiceWorker } from '../../addon/node/site/bundle-service-worker'
import { findings } from '../browser/axe'
import { base, built, builtEditions, dist, few, noOf, siteDist, slides } from '../browser/deck'
import { HELD_REST, saysKept, WITHOUT_REST } from '../browser/rest'
import { useBrowser } from '../browser/visits'
import { LANDING } from '../parts'

const browser = useBrowser()
const CHART = noOf('chart')
const STEPS = noOf('steps')
const DATA = 'data/cups.csv'
/** Folders of the other editions, below the first's. */
const OTHERS = Object.values(builtEditions).map(edition => edition.base.slice(base.length)).filter(Boolean)

/** A page in a browser that has visited the deck once, and rested: its service worker has everything and serves the page. */
async function visit(url: string, no = 1, clicks = 0): Promise<Page> {
  const page = await newDeckPage(browser(), { offline: true })
  await page.addInitScript(WITHOUT_REST)
  await openSlide(page, url, no, clicks)
  await page.mouse.move(1, 1)
  await saysKept(page)
  expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true)
  return page
}

/** Addresses of all that the worker keeps. */
async function keptBy(page: Page): Promise<URL[]> {
  const addresses = await page.evaluate(async () => {
    const stores = await Promise.all((await caches.keys()).map(name => caches.open(name)))
    return (await Promise.all(stores.map(store => store.keys()))).flat().map(({ url }) => url)
  })
  return addresses.map(address => new URL(address))
}

const pdfLink = (page: Page) => page.getByRole('link', { name: talkWords.labels.downloadPdf })

/**
 * What an address leads to, as a tab would get it now. Not by a click: a Chromium without windows asks no service worker for what it saves.
 */
async function follow(page: Page, href: string): Promise<{ text: string, size: number }> {
  return page.evaluate(async (href) => {
    const bytes = await fetch(href).then(response => response.arrayBuffer())
    return { text: new TextDecoder().decode(bytes), size: bytes.byteLength }
  }, href)
}

describe('without a network, after one visit', () => {
  let server: StaticServer
  let page: Page
  let pdf: string

  beforeAll(async () => {
    server = await serveDist({ dir: dist })
    page = await visit(server.url, CHART)
    await follow(page, server.url + DATA)
    // Some browsers show the PDF and others save it; a link to save would ask no service worker.
    expect(await pdfLink(page).getAttribute('download')).toBe(null)
    pdf = (await pdfLink(page).getAttribute('href'))!
    await server.close()
    await page.context().setOffline(true)
  })
  afterAll(() => closePage(page))

  /** A fresh window of the same browser. */
  async function fresh(): Promise<{ tab: Page, problems: string[] }> {
    const tab = await page.context().newPage()
    return { tab, problems: watchProblems(tab, server.origin) }
  }

  it('every slide opens by its address', async () => {
    const { tab, problems } = await fresh()
    for (const { no, title } of slides) {
      await tab.goto(`${server.url}${no}/`)
      await waitUntilStill(tab, no)
      expect(await tab.locator('#slide-content h1 >> visible=true').textContent()).toBe(title)
    }
    expect(problems).toEqual([])
    await tab.close()
  })

  it.each(few(['?clicks=1', '/', '', '/?clicks=1'], 2))('a link to a slide that ends in "%s" opens it at its click', async (ending) => {
    const { tab, problems } = await fresh()
    await tab.goto(`${server.url}${CHART}${ending}`)
    await waitUntilStill(tab, CHART)
    expect(await position(tab)).toMatchObject({ no: CHART, clicks: ending.includes('clicks') ? 1 : 0 })
    expect(problems).toEqual([])
    await tab.close()
  })

  it('steps on with the arrow keys', async () => {
    const { tab } = await fresh()
    await tab.goto(`${server.url}${STEPS}/`)
    await waitUntilStill(tab, STEPS)
    await tab.keyboard.press('ArrowDown')
    await waitUntilStill(tab, STEPS + 1)
    await tab.close()
  })

  it.each(few([`presenter/${CHART}?clicks=1`, 'print/?print=true', 'overview/', `presenter/${CHART}/?clicks=1`, 'handout'], 2))(
    '"%s" opens',
    async (address) => {
      const { tab, problems } = await fresh()
      await tab.goto(server.url + address)
      await tab.waitForFunction(() => document.querySelector('.slidev-layout') !== null && !document.querySelector('.slidev-slide-loading'))
      expect(problems).toEqual([])
      await tab.close()
    },
  )

  it('an address that no file has starts the deck', LANDING, async () => {
    const { tab } = await fresh()
    await tab.goto(`${server.url}no/such/page`)
    await tab.waitForFunction(() => document.querySelector('#app')!.childElementCount > 0)
    await tab.close()
  })

  it.each(OTHERS)('every slide of the edition in %s opens', LANDING, async (folder) => {
    const { tab, problems } = await fresh()
    for (const { no } of slides) {
      await tab.goto(`${server.url}${folder}${no}/`)
      await waitUntilStill(tab, no)
    }
    expect(problems).toEqual([])
    await tab.close()
  })

  it('the PDF opens, and so does the data that was opened before', async () => {
    expect((await follow(page, server.url + DATA)).text).toBe(await readFile(path.join(dist, DATA), 'utf8'))
    expect((await follow(page, pdf)).size).toBe((await stat(built.pdf)).size)
  })
})

/** Puts another version of the site into a folder that is being served: its pages are marked, and all of its scripts have other names. */
async function deploy(dir: string, mark: string): Promise<void> {
  await rm(dir, { recursive: true, force: true })
  // Nothing here looks at the other edition. The worker comes last: a window may look for it at any moment.
  const left = ['zh', 'sw.js'].map(name => path.join(dist, name))
  await cp(dist, dir, { recursive: true, filter: file => !left.includes(file) })
  await rename(path.join(dir, 'assets'), path.join(dir, mark))
  await mkdir(path.join(dir, 'assets'))
  await rename(path.join(dir, mark), path.join(dir, 'assets', mark))
  const files = (await readdir(dir, { recursive: true })).filter(file => /\.(?:html|js|css)$/.test(file))
  for (const file of files) {
    // In a page only whole paths: its own script is known by its hash.
    const start = file.endsWith('.html') ? base : ''
    const source = (await readFile(path.join(dir, file), 'utf8')).replaceAll(`${start}assets/`, `${start}assets/${mark}/`)
    await writeFile(
      path.join(dir, file),
      source.replace('<meta charset="utf-8">', `<meta charset="utf-8"><meta name="deployment" content="${mark}">`),
    )
  }
  await writeServiceWorker({ dist: dir, base, origin: '' })
  // As on a host that keeps a folder of that name for itself: the worker does without what no slide needs.
  await rm(path.join(dir, 'app-icons', 'icon-512.png'))
}

describe('a new deployment', LANDING, () => {
  let dir: string
  let server: StaticServer
  /** The window of a visitor who stays while deployments come. */
  let page: Page
  beforeAll(async () => {
    dir = path.join(await mkdtemp(path.join(tmpdir(), 'deployed-')), 'dist')
    await deploy(dir, 'one')
    server = await serveDist({ dir, base })
    page = await visit(server.url, CHART, 1)
  })
  afterAll(async () => {
    await closePage(page)
    await server.close()
    await rm(path.dirname(dir), { recursive: true })
  })

  const version = (page: Page) => page.locator('meta[name="deployment"]').getAttribute('content')
  const notice = (page: Page) => page.locator('[aria-live=polite]').filter({ hasText: talkWords.labels.newVersion })
  const button = (page: Page, name: string) => notice(page).getByRole('button', { name })
  /** Follows the notice and waits for the slide in the new version. */
  async function reload(page: Page, no: number): Promise<void> {
    await button(page, talkWords.labels.reload).focus()
    const loaded = page.waitForEvent('load')
    await page.keyboard.press('Enter')
    await loaded
    await waitUntilStill(page, no)
  }

  it('is told of, waits for the visitor, and comes at the same slide and click in each window', async () => {
    const other = await page.context().newPage()
    await openSlide(other, server.url, STEPS)
    const problems = [page, other].map(page => watchProblems(page, server.origin))
    expect(await version(page)).toBe('one')
    await deploy(dir, 'two')
    // A browser looks for a new version when a page is opened.
    await page.reload()
    await waitUntilStill(page, CHART)
    expect(await version(page)).toBe('one')
    await notice(page).waitFor()
    expect((await findings(page)).violations).toEqual([])
    await reload(page, CHART)
    expect(await version(page)).toBe('two')
    expect(await position(page)).toMatchObject({ no: CHART, clicks: 1 })
    expect(await notice(page).count()).toBe(0)

    // The other window was not disturbed: it goes on with what it has, and changes when its visitor likes to.
    expect(await version(other)).toBe('one')
    await goTo(other, CHART)
    await notice(other).waitFor()
    await reload(other, CHART)
    expect(await version(other)).toBe('two')
    expect(await position(other)).toMatchObject({ no: CHART, clicks: 2 })
    expect(problems).toEqual([[], []])

    await other.goto(`${server.url}overview/`)
    await other.locator('.slidev-layout').first().waitFor()
    expect(problems).toEqual([[], []])
    await other.close()

    // Nobody shows the version before any more, and whoever rests keeps nothing of it.
    await page.reload()
    const isOld = ({ pathname }: URL) => pathname.includes('/assets/one/')
    await expect.poll(async () => (await keptBy(page)).filter(isOld).map(String), { timeout: 30_000 }).toEqual([])
    expect((await keptBy(page)).length).toBeGreaterThan(slides.length)
  })

  it('waits where the visitor says later', async () => {
    await openSlide(page, server.url, STEPS)
    const before = await version(page)
    await deploy(dir, 'three')
    await page.reload()
    await waitUntilStill(page, STEPS)
    await button(page, talkWords.labels.later).click()
    await notice(page).waitFor({ state: 'detached' })
    expect(await version(page)).toBe(before)
    expect(before).not.toBe('three')
  })
})

describe('the copy', LANDING, () => {
  let server: StaticServer
  let asked: string[]
  beforeAll(async () => {
    server = await serveDist({ dir: siteDist, onRequest: path => void asked.push(path) })
  })
  beforeEach(() => void (asked = []))
  afterAll(() => server.close())

  const isWorker = (path: string) => path === '/sw.js'
  /** Opens the cover in a window whose visitor rests when the test says so. */
  async function open(...scripts: string[]): Promise<Page> {
    const page = await newDeckPage(browser(), { offline: true })
    for (const script of [HELD_REST, ...scripts])
      await page.addInitScript(script)
    await openSlide(page, server.url, 1)
    await page.mouse.move(1, 1)
    return page
  }
  /** How often the visitor began to rest, and what is asked for when the last time has passed. */
  const rests = (page: Page) => page.evaluate(() => window.rests.length)
  const rest = (page: Page) => page.evaluate(() => window.rests.at(-1)!())

  it('comes when the visitor rests: the edition in use, all else, and a word when it is complete', async () => {
    const page = await open()
    await expect.poll(() => rests(page)).toBeGreaterThan(0)
    const before = await rests(page)
    await page.keyboard.press('Shift')
    expect(await rests(page), 'a key begins it anew').toBe(before + 1)
    await page.mouse.move(9, 9)
    expect(await rests(page), 'so does a pointer').toBe(before + 2)
    await page.waitForLoadState('networkidle')
    expect(asked.filter(path => isWorker(path) || path.startsWith('/zh/') || path.endsWith('.pdf'))).toEqual([])
    const visit = asked.length
    await rest(page)
    await saysKept(page)
    const copied = asked.slice(visit)
    expect(copied.filter(isWorker)).toHaveLength(1)
    const LATER = /\.(?:pdf|webmanifest)$|\/favicon\.svg$|\/app-icons\/|-[1-9]\d*-\d+-\w+\.webp$/
    const isOwn = (path: string) => !isWorker(path) && !path.startsWith('/zh/') && !LATER.test(path)
    const own = copied.filter(isOwn)
    const others = copied.filter(path => !isWorker(path) && !isOwn(path))
    expect(own.length).toBeGreaterThan(slides.length)
    expect(others.length).toBeGreaterThan(slides.length)
    expect(copied.lastIndexOf(own.at(-1)!), 'the edition in use is there before anything else is asked for')
      .toBeLessThan(copied.indexOf(others[0]!))
    expect(others.filter(path => path.endsWith('.pdf'))).toHaveLength(1 + OTHERS.length)
    await closePage(page)
  })

  it.each([['saves data', { saveData: true }], ['is on a slow network', { effectiveType: '3g' }]])(
    'does not come by itself for who %s, but by a button',
    async (_, connection) => {
      const page = await open(`Object.defineProperty(navigator, 'connection', { value: ${JSON.stringify(connection)} })`)
      const button = page.getByRole('button', { name: talkWords.labels.keepCopy })
      await button.waitFor({ state: 'attached' })
      await page.waitForLoadState('networkidle')
      expect(await rests(page)).toBe(0)
      expect(asked.filter(isWorker)).toEqual([])
      await button.focus()
      await page.keyboard.press('Enter')
      await saysKept(page)
      expect(await button.count()).toBe(0)
      await closePage(page)
    },
  )

  it('is there at once for who gives the talk with it', async () => {
    const page = await newDeckPage(browser(), { offline: true })
    await page.addInitScript(HELD_REST)
    await page.goto(`${server.url}presenter/1/`)
    await saysKept(page)
    expect(await rests(page)).toBe(0)
    await closePage(page)
  })
})

describe('where the browser denies a service worker', () => {
  it('the deck opens as ever', async () => {
    const server = await serveDist({ dir: dist })
    const page = await newDeckPage(browser(), { offline: true })
    await page.addInitScript(WITHOUT_REST)
    await page.addInitScript(() => {
      ServiceWorkerContainer.prototype.register = () => {
        document.documentElement.dataset.denied = 'true'
        return Promise.reject(new DOMException('The operation is insecure.', 'SecurityError'))
      }
    })
    const problems = watchProblems(page, server.origin)
    await openSlide(page, server.url, STEPS)
    await page.locator('html[data-denied]').waitFor()
    expect(problems).toEqual([])
    await closePage(page)
    await server.close()
  })
})
