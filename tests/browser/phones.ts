import type { Browser, Page } from 'playwright-core'

export const UPRIGHT = { width: 390, height: 844 }
export const ACROSS = { width: 844, height: 390 }
/** Screen pixels that a finger needs. */
export const FINGER = 44

/** A blank page on a phone; close it with `closePage`. */
export async function openPhone(browser: Browser, viewport: typeof UPRIGHT, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({
    viewport,
    deviceScaleFactor: 3,
    hasTouch: true,
    isMobile: true,
    javaScriptEnabled,
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  })
  await context.addInitScript(`
    globalThis.__name = fn => fn
    globalThis.deckNav = () => document.querySelector('#app').__vue_app__._context.provides['$$slidev-context'].nav
  `)
  return context.newPage()
}

/** Waits until the live deck has taken over. */
export async function taken(page: Page): Promise<void> {
  await page.waitForFunction(() => !document.getElementById('prerendered'))
}

/** How many slides one sees. */
export function shownSlides(page: Page): Promise<number> {
  return page.locator('h1 >> visible=true').count()
}
