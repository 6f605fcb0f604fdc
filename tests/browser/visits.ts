import type { Browser, Page } from 'playwright-core'
import type { OpenOptions } from '../../addon/node/browser/deck-page'
import { afterAll, beforeAll } from 'vitest'
import { launchBrowser } from '../../addon/node/browser/browser'
import { newDeckPage, openSlide, SLIDE } from '../../addon/node/browser/deck-page'
import { siteUrl, url } from './deck'

/** The one of all files of a project, which run in one process (vitest.config.ts); it ends with the process. */
let shared: Browser | undefined
/** Pages between two visits, by what they were opened with. */
const waiting = new Map<string, Page>()
const kinds = new WeakMap<Page, string>()

/** The browser; call it where a file's tests are described. What they leave open is closed after them. */
export function useBrowser(): () => Browser {
  beforeAll(async () => {
    if (!shared?.isConnected()) {
      waiting.clear()
      shared = await launchBrowser()
    }
  })
  afterAll(async () => {
    const kept = new Set(Array.from(waiting.values(), page => page.context()))
    await Promise.all(shared!.contexts().filter(context => !kept.has(context)).map(context => context.close()))
  })
  return () => shared!
}

/** A page with the deck open at its first slide, for all tests of the surrounding `describe`. */
export function useDeck(browser: () => Browser, options: Omit<OpenOptions, 'url'> = {}): () => Page {
  let page: Page
  beforeAll(async () => {
    page = await visit(browser(), options)
  })
  afterAll(() => endVisit(page))
  return () => page
}

/**
 * Opens the deck as a first visit does. It may be in a page that an earlier test gave back: a new one costs four times as
 * much, and of the old one only the browser's cache is left. For a test that changes the page itself (scripts, routes, clock),
 * `newDeckPage` opens one of its own.
 */
export async function visit(browser: Browser, options: Omit<OpenOptions, 'url'> = {}, no = 1, clicks = 0): Promise<Page> {
  const page = await visitor(browser, options)
  await openSlide(page, url, no, clicks)
  return page
}

/** A page for a visit; the caller opens an address. */
export async function visitor(browser: Browser, options: Omit<OpenOptions, 'url'> = {}): Promise<Page> {
  const kind = JSON.stringify(options)
  const page = waiting.get(kind) ?? await newDeckPage(browser, options)
  waiting.delete(kind)
  kinds.set(page, kind)
  return page
}

/** Ends a visit, with all windows that it opened, and forgets what the deck stored. */
export async function endVisit(page: Page): Promise<void> {
  const kind = kinds.get(page)
  if (kind === undefined || page.isClosed())
    return page.context().close()
  await Promise.all(page.context().pages().filter(other => other !== page).map(other => other.close()))
  const { viewport = SLIDE, dark = false } = JSON.parse(kind) as OpenOptions
  await page.setViewportSize(viewport)
  page.removeAllListeners()
  await page.unrouteAll()
  page.setDefaultTimeout(30_000)
  // A page of the same host that stores nothing itself.
  await page.goto(`${siteUrl}robots.txt`)
  await page.evaluate(async () => {
    localStorage.clear()
    sessionStorage.clear()
    for (const { name } of await indexedDB.databases())
      indexedDB.deleteDatabase(name!)
  })
  await page.emulateMedia({
    media: null,
    colorScheme: dark ? 'dark' : 'light',
    forcedColors: null,
    contrast: null,
    reducedMotion: 'reduce',
  })
  waiting.set(kind, page)
}
