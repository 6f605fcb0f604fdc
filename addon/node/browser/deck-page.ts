import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { CountedPosition } from '../../lib/slide-position'
import { SLIDE } from '../../lib/slide-size'

export { SLIDE }

/**
 * Gives a page `deckNav`, Slidev's navigation as its components inject it (constants.ts of @slidev/client); and what tsx wraps named
 * functions in, a helper that only exists in Node: they are sent to the page as text.
 */
export const DECK_NAV = `
  globalThis.__name = fn => fn
  globalThis.deckNav = () => document.querySelector('#app').__vue_app__._context.provides['$$slidev-context'].nav
`

export interface OpenOptions {
  /** Address of the deck, with a slash at the end. */
  url: string
  dark?: boolean
  viewport?: { width: number, height: number }
  /** Device pixels to a CSS pixel. */
  scale?: number
  /** Whether the deck may keep itself for offline use; otherwise each page comes from the network, as on a first visit. */
  offline?: boolean
  /** What the browser asks for, in a first visit, which may get the offer of another edition; otherwise one that has chosen before. */
  locale?: string
}

/** The part of Slidev's navigation that we drive. */
interface Nav {
  currentSlideNo: number
  clicks: number
  clicksTotal: number
  go: (no: number, clicks?: number) => Promise<void>
}
declare global {
  interface Window {
    deckNav: () => Nav
    pendingWork: typeof pendingWork
    exhibitName: typeof exhibitName
  }
}

/** Runs in the page: what the slide still waits for, or nothing. */
export function pendingWork(no: number): string {
  const shown = [...document.querySelectorAll('#slideshow > [data-slidev-no]')].filter(slide => slide.getClientRects().length > 0)
  const slide = shown[0]
  if (!slide || shown.length > 1 || slide.getAttribute('data-slidev-no') !== String(no))
    return `shown are [${shown.map(other => other.getAttribute('data-slidev-no'))}] instead`
  // Before Slidev shows that a slide is loading, for a moment it shows nothing.
  if (slide.querySelector('.slidev-slide-loading') || !slide.querySelector('.slidev-layout'))
    return 'it is loading'
  if (slide.querySelector('[data-chart]:not([data-ready="true"], [data-failed="true"])'))
    return 'a chart is not drawn'
  if ([...slide.querySelectorAll('img')].some(image => !image.complete))
    return 'a picture is loading'
  if (document.fonts.status !== 'loaded')
    return 'a font is loading'
  const moving = document
    .getAnimations()
    .find(({ playState, effect }) => playState === 'running' && effect?.getComputedTiming().iterations !== Infinity)
  return moving ? 'an animation is running' : ''
}

/** Runs in the page: the accessible name of an exhibit, which it has itself, or its picture has. Empty where neither has one. */
export function exhibitName(exhibit: Element): string {
  const named = exhibit.matches('[aria-label]') ? exhibit : exhibit.querySelector('[role=img][aria-label]')
  return named?.getAttribute('aria-label') ?? ''
}

/**
 * A blank page set up for the deck: colour scheme, reduced motion, size. It has a context of its own; close it with `closePage`.
 * The caller opens an address.
 */
export async function newDeckPage(
  browser: Browser,
  { dark = false, viewport = SLIDE, scale = 1, offline = false, locale }: Omit<OpenOptions, 'url'> = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport,
    deviceScaleFactor: scale,
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    locale,
  })
  await prepareDeckPages(context, { dark, offline, locale })
  return context.newPage()
}

/** Lets the functions of this file drive the pages that a context opens from now on, and those pages start as `newDeckPage` says. */
export async function prepareDeckPages(
  context: BrowserContext,
  { dark = false, offline = false, locale }: Pick<OpenOptions, 'dark' | 'offline' | 'locale'> = {},
): Promise<void> {
  await context.addInitScript(`
    ${DECK_NAV}
    globalThis.pendingWork = ${pendingWork.toString()}
    globalThis.exhibitName = ${exhibitName.toString()}
    // Firefox runs this on a blank page before, too, which has no storage.
    if (self.origin !== 'null') {
      localStorage.setItem('slidev-color-schema', '${dark ? 'dark' : 'light'}')
      ${locale === undefined ? `localStorage.setItem('deck-edition', 'chosen')` : ''}
    }
  `)
  // Playwright's own way to block service workers warns in the console of each page.
  if (!offline)
    await context.addInitScript('delete Navigator.prototype.serviceWorker')
}

/** Opens the deck at a slide and waits until it stands still. Clicks beyond the slide's last count as the last. */
export async function openDeck(browser: Browser, options: OpenOptions, no = 1, clicks = 0): Promise<Page> {
  const page = await newDeckPage(browser, options)
  await openSlide(page, options.url, no, clicks)
  return page
}

/** Opens a slide by its address, as a visitor with a deep link does, and waits until it stands still. */
export async function openSlide(page: Page, url: string, no: number, clicks = 0): Promise<void> {
  await page.goto(`${url}${no}${clicks > 0 ? `?clicks=${clicks}` : ''}`)
  await waitUntilStill(page, no)
}

export async function closePage(page: Page): Promise<void> {
  await page.context().close()
}

/** Goes to a slide without loading the deck again. `'last'` is the slide's last click state, what the PDF shows. */
export async function goTo(page: Page, no: number, clicks: number | 'last' = 'last'): Promise<void> {
  // Until a slide was shown Slidev does not know its clicks, takes any number and clamps it when it draws.
  await page.evaluate(([no, clicks]) => window.deckNav().go(no, clicks), [no, clicks === 'last' ? 999 : clicks] as const)
  await waitUntilStill(page, no)
}

/** Where the deck is now. */
export function position(page: Page): Promise<CountedPosition> {
  return page.evaluate(() => {
    const { currentSlideNo, clicks, clicksTotal } = window.deckNav()
    return { no: currentSlideNo, clicks, clicksTotal }
  })
}

/**
 * Waits until the slide is the only one shown and stands still: fonts and pictures loaded, no animation running, charts drawn.
 * @throws after Playwright's timeout, with what was still missing
 */
export async function waitUntilStill(page: Page, no: number): Promise<void> {
  try {
    // A font is asked for when text in it is first laid out, so look only after a frame was drawn.
    await page.waitForFunction(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(() => resolve(true)))))
    await page.evaluate(() => document.fonts.ready)
    await page.waitForFunction(no => window.pendingWork(no) === '', no)
  }
  catch (error) {
    const missing = await page.evaluate(no => window.pendingWork(no), no).catch(() => 'the deck has not started')
    throw new Error(`Slide ${no} does not come to rest: ${missing}.`, { cause: error })
  }
}
