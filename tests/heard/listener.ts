import type { BrowserContext, Page } from 'playwright-core'
import type { EngineWindow } from '../engines/window'
import type { HeardEngine } from './missing'
import type { ListeningRoom, Utterance } from './room'
import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { chromium, firefox } from 'playwright-core'
import { findBrowser } from '../../addon/node/browser/browser'
import { findFirefox } from '../../addon/node/browser/firefox'
import { newWindow } from '../browser/new-window'
import { windowOf } from '../engines/playwright'
import { openListeningRoom } from './room'

declare global {
  interface Window {
    /** What live regions have come to hold, since somebody asked. */
    liveTexts: string[]
  }
}

/** Somebody who hears a browser by a screen reader, and presses keys. */
export interface Listener {
  readonly engine: HeardEngine
  /** As reports call it, with its version. */
  readonly name: string
  readonly page: Page
  readonly window: EngineWindow
  /** Presses keys one after the other, named as X names them (`Next`, `shift+question`), and `Orca+a`. */
  readonly press: (...keys: string[]) => Promise<void>
  readonly type: (text: string) => Promise<void>
  /** Waits until nothing is said for so many milliseconds; tells what was said since it was last asked. */
  readonly hear: (quiet?: number) => Promise<string[]>
  /** Waits until something was said since `hear` was last asked; false when it was not. */
  readonly waitFor: (holds: (said: readonly string[]) => boolean, milliseconds?: number) => Promise<boolean>
  /** Opens another window of the same visitor at an address, and comes back to this one; gives what closes it. */
  readonly openBeside: (url: string) => Promise<() => Promise<void>>
  readonly close: () => Promise<void>
}

/** Runs in each page before all else: writes down what live regions come to hold. */
function watchLive(): void {
  const LIVE = '[aria-live="polite"], [aria-live="assertive"], [role="status"], [role="alert"], output'
  window.liveTexts = []
  const held = new WeakMap<Element, string>()
  new MutationObserver(() => {
    for (const region of document.querySelectorAll(LIVE)) {
      const text = region.textContent.trim()
      if (held.get(region) !== text && text)
        window.liveTexts.push(text)
      held.set(region, text)
    }
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true })
}

/** Chromium offers to translate what is not in its own language, over the page. */
const CHROMIUM_PREFERENCES = { translate: { enabled: false }, browser: { has_seen_welcome_page: true } }

async function openChromium({ env, home }: ListeningRoom): Promise<{ context: BrowserContext, name: string }> {
  const profile = path.join(home, 'chromium')
  await mkdir(path.join(profile, 'Default'), { recursive: true })
  await writeFile(path.join(profile, 'Default/Preferences'), JSON.stringify(CHROMIUM_PREFERENCES))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser(),
    headless: false,
    viewport: null,
    reducedMotion: 'reduce',
    chromiumSandbox: process.getuid?.() !== 0,
    env,
    args: ['--force-renderer-accessibility', '--lang=en-US', '--window-position=0,0', '--window-size=1300,900'],
  })
  return { context, name: `Chromium ${context.browser()!.version()}` }
}

async function openFirefox({ env }: ListeningRoom): Promise<{ context: BrowserContext, name: string }> {
  const browser = await firefox.launch({
    channel: 'moz-firefox',
    executablePath: findFirefox(),
    headless: false,
    env: { ...env, MOZ_ENABLE_WAYLAND: '0' },
    firefoxUserPrefs: { 'ui.prefersReducedMotion': 1, 'accessibility.force_disabled': -1 },
  })
  return { context: await browser.newContext({ viewport: null }), name: `Firefox ${browser.version()}` }
}

/**
 * Opens a browser with a window in a room, and gives its page the focus.
 * @param room in which no browser is open yet
 * @param engine which browser
 * @param url a page of the deck's host that stores nothing itself
 */
async function openBrowser(room: ListeningRoom, engine: HeardEngine, url: string): Promise<Listener> {
  const { env, utterances } = room
  const { context, name } = await (engine === 'chromium' ? openChromium(room) : openFirefox(room))
  await context.addInitScript(watchLive)
  const page = context.pages()[0] ?? await context.newPage()
  const window = windowOf(page, engine)
  let known = 0
  const since = () => utterances().slice(known)
  const xdotool = (...args: string[]) => promisify(execFile)('xdotool', args, { env })

  async function waitFor(holds: (said: readonly string[]) => boolean, milliseconds = 4000): Promise<boolean> {
    const end = Date.now() + milliseconds
    while (!holds(since().map(({ text }) => text))) {
      if (Date.now() > end)
        return false
      await new Promise(resolve => setTimeout(resolve, 30))
    }
    return true
  }
  async function hear(quiet = 500): Promise<string[]> {
    const begin = Date.now()
    let last: Utterance | undefined
    do {
      await new Promise(resolve => setTimeout(resolve, 30))
      last = utterances().at(-1)
    } while (Date.now() - Math.max(begin, last?.at ?? 0) < quiet && Date.now() - begin < 30_000)
    const said = since().map(({ text }) => text)
    known += said.length
    return said
  }
  async function press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      const [, letter] = /^Orca\+(.+)$/.exec(key) ?? []
      await xdotool(...letter ? ['keydown', 'Insert', 'key', letter, 'keyup', 'Insert'] : ['key', key])
    }
  }

  await page.goto(url)
  // Into the page: a browser begins with the focus in its address bar.
  const { x, y } = await page.evaluate(() => ({ x: screenX + outerWidth / 2, y: screenY + outerHeight - innerHeight / 2 }))
  await xdotool('mousemove', String(Math.round(x)), String(Math.round(y)), 'click', '1')
  await hear(1000)
  return {
    engine,
    name,
    page,
    window,
    press,
    type: async text => void await xdotool('type', '--delay', '60', text),
    hear,
    waitFor,
    openBeside: async (url) => {
      const beside = await (engine === 'chromium' ? newWindow(page) : context.newPage())
      await beside.goto(url)
      await page.bringToFront()
      await hear(1000)
      return () => beside.close()
    },
    close: async () => {
      await context.close().catch(() => {})
      await context.browser()?.close().catch(() => {})
    },
  }
}

/**
 * Somebody who begins to listen.
 * @param engine which browser
 * @param url a page of the deck's host that stores nothing itself
 */
export async function beginToListen(engine: HeardEngine, url: string): Promise<Listener> {
  const room = await openListeningRoom()
  try {
    const listener = await openBrowser(room, engine, url)
    return {
      ...listener,
      close: async () => {
        await listener.close()
        await room.close()
      },
    }
  }
  catch (error) {
    await room.close()
    throw error
  }
}
