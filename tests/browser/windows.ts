import type { Browser, Page } from 'playwright-core'
import type { CountedPosition } from '../../addon/lib/slide-position'
import { newDeckPage, waitUntilStill } from '../../addon/node/browser/deck-page'
import { url } from './deck'
import { newWindow } from './new-window'
import { visitor } from './visits'

/** The two windows of a talk, in one browser. */
export interface Windows { presenter: Page, audience: Page }

/** What a window shows: all that must be the same in both. */
export interface Shown extends CountedPosition {
  dark: boolean
  black: boolean
  /** `data-exhibit` of the exhibit that fills the slide. */
  enlarged: string | undefined
}

export interface WindowOptions {
  /** Animations as the audience sees them; otherwise none. */
  motion?: boolean
  /** Runs in the presenter view before the deck does. */
  presenterScript?: string
  /** Sizes of the windows, in CSS pixels. */
  presenterSize?: { width: number, height: number }
  audienceSize?: { width: number, height: number }
}

/** Opens the presenter view and the audience's window at a slide. `endVisit` of the presenter's closes both. */
export async function openWindows(browser: Browser, no: number, options: WindowOptions = {}): Promise<Windows> {
  const { presenterScript, presenterSize } = options
  const presenter = await (presenterScript ? newDeckPage : visitor)(browser, presenterSize && { viewport: presenterSize })
  if (presenterScript)
    await presenter.addInitScript(presenterScript)
  const audience = await newWindow(presenter)
  if (options.audienceSize)
    await audience.setViewportSize(options.audienceSize)
  if (options.motion)
    await Promise.all([presenter, audience].map(page => page.emulateMedia({ reducedMotion: 'no-preference' })))
  // One after the other, as a speaker does: Slidev lets a window that opens lead.
  await presenter.goto(`${url}presenter/${no}`)
  await waitUntilStill(presenter, no)
  await audience.goto(`${url}${no}`)
  await waitUntilStill(audience, no)
  return { presenter, audience }
}

/** What a window shows now. */
export function shown(page: Page): Promise<Shown> {
  return page.evaluate(() => {
    const { currentSlideNo, clicks, clicksTotal } = window.deckNav()
    const enlarged = [...document.querySelectorAll<HTMLElement>('#slideshow [data-enlarged]')].filter(
      figure => figure.getClientRects().length > 0,
    )
    return {
      no: currentSlideNo,
      clicks,
      clicksTotal,
      dark: document.documentElement.classList.contains('dark'),
      black: document.querySelector('.black-screen, .black-sign') !== null,
      enlarged: enlarged.map(figure => figure.dataset.exhibit).join() || undefined,
    }
  })
}

/** Waits until a window shows what is expected. */
export async function expectShown(page: Page, expected: Partial<Shown>): Promise<void> {
  const same = async () => {
    const now: Record<string, unknown> = { ...await shown(page) }
    return Object.entries(expected)
      .filter(([key, value]) => now[key] !== value)
      .map(([key, value]) => `${key} is ${String(now[key])}, not ${String(value)}`)
  }
  const end = Date.now() + 10_000
  let wrong = await same()
  while (wrong.length > 0) {
    if (Date.now() > end)
      throw new Error(`${page.url()}: ${wrong.join('; ')}`)
    await new Promise(resolve => setTimeout(resolve, 50))
    wrong = await same()
  }
}
