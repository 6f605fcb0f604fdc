import type { Browser, Page } from 'playwright-core'
import { closePage, newDeckPage, SLIDE } from '../../addon/node/browser/deck-page'
import { watchProblems } from '../../addon/node/browser/page-problems'
import { pictureDifference, watchShifts } from './pictures'

export interface TakeOverOptions {
  browser: Browser
  /** Of a host whose answers a browser asks for again: out of its cache the deck is there before anyone sees the page. */
  url: string
  /** A slide, at its start or after some clicks. */
  places: readonly { no: number, id: string, clicks?: number }[]
  dark: boolean
}

/** A page that never gets the deck's scripts: what a visitor sees until they arrive, at the step that the address names. */
async function withoutScripts(browser: Browser, dark: boolean): Promise<Page> {
  const colorScheme = dark ? 'dark' : 'light'
  const context = await browser.newContext({ viewport: SLIDE, colorScheme, reducedMotion: 'reduce', serviceWorkers: 'block' })
  const page = await context.newPage()
  await page.route('**/*.js', route => route.abort())
  return page
}

/** What a visitor sees of it when the live deck takes the place of each prerendered slide: nothing, where all is well. */
export async function takeOverFaults({ browser, url, places, dark }: TakeOverOptions): Promise<string[]> {
  const before = await withoutScripts(browser, dark)
  const after = await newDeckPage(browser, { dark })
  await watchShifts(after)
  // The deck can be there before the page was painted at all: it waits for the watch to begin.
  await after.route('**/assets/index-*.js', async (route) => {
    await after.waitForFunction(() => window.watchedInTime)
    await route.continue()
  })
  const problems = watchProblems(after, new URL(url).origin)
  const faults: string[] = []
  for (const { no, id: slide, clicks = 0 } of places) {
    const id = clicks ? `${slide}, click ${clicks}` : slide
    const address = `${url}${no}/${clicks ? `?clicks=${clicks}` : ''}`
    await Promise.all([before.goto(address), after.goto(address)])
    await before.evaluate(() => document.fonts.ready)
    await after.waitForFunction(() => !document.getElementById('prerendered'))
    const shown = await after.evaluate(() => {
      const mounted = [...document.querySelectorAll<HTMLElement>('#slideshow > [data-slidev-no]')]
      return mounted.filter(slide => slide.checkVisibility()).map(slide => slide.dataset.slidevNo)
    })
    const share = await pictureDifference(after, await before.screenshot(), await after.screenshot())
    const { watchedInTime, shifts } = await after.evaluate(() => ({ watchedInTime: window.watchedInTime, shifts: window.shifts }))
    if (shown.join() !== String(no))
      faults.push(`${id}: the live deck shows the slides [${shown.join()}]`)
    if (!watchedInTime)
      faults.push(`${id}: it was live before the watch began`)
    // A line of the source line may stand a fraction of a pixel elsewhere.
    if (share > 0.002)
      faults.push(`${id}: ${share} of the picture changes`)
    faults.push(...shifts.map(shift => `${id}: ${shift}`))
  }
  await Promise.all([before, after].map(closePage))
  return [...faults, ...problems]
}
