import type { Browser, CDPSession, Page } from 'playwright-core'
import type { Bounds, Screen } from './arrangement'
import { spawn } from 'node:child_process'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import open from 'open'
import { chromium } from 'playwright-core'
import { findBrowser } from '../browser/browser'
import { arrange } from './arrangement'

/** How long a browser may take until it can be asked, or asks for its first page. Milliseconds. */
const START_TIMEOUT = 20_000
/** Where a Chromium writes on which port of this machine it can be asked. */
const PORT_FILE = 'DevToolsActivePort'

export interface StageWindows {
  /** Addresses of the two windows, of one origin. */
  readonly audience: string
  readonly presenter: string
  /** Folder for the browser's profile, absolute. */
  readonly profile: string
  /** Resolves when the deck was asked for the first time; needed where the browser cannot be asked. */
  readonly asked?: Promise<void>
  /** Whether the talk is being given, by another command: then what windows show stays. Otherwise the server is a new one. */
  readonly isServedAlready?: boolean
  /** What starts a program; tests put something in its place that starts none. */
  readonly start?: typeof startProgram
  /** How long to wait for a browser that was started, in milliseconds. */
  readonly timeout?: number
}

/**
 * How the windows came to stand: the audience's fills a screen of its own; both side by side on the only one; in front again, where they
 * were open; somewhere, by a browser that cannot be asked; as tabs of the usual browser, where there is no Chromium.
 */
export type Opened = 'own screen' | 'side by side' | 'in front' | 'somewhere' | 'tabs'

/**
 * How a Chromium is started for the stage. A profile of its own: no extensions, no questions, no notifications of
 * other pages over the slides; and one running browser takes both windows, so that they share their state. It listens on a port of this
 * machine alone, over which its windows are placed.
 */
export function stageArguments(profile: string, address: string, isRoot = process.getuid?.() === 0): string[] {
  return [
    `--user-data-dir=${profile}`,
    '--remote-debugging-port=0',
    '--no-first-run',
    '--no-default-browser-check',
    '--hide-crash-restore-bubble',
    // The audience's window goes on when another one covers it.
    '--disable-backgrounding-occluded-windows',
    '--disable-background-timer-throttling',
    '--disable-renderer-backgrounding',
    ...isRoot ? ['--no-sandbox'] : [],
    '--new-window',
    address,
  ]
}

/** Turns off, in this profile alone, the offer to translate, which opens over a slide in another language than the browser's. */
async function refuseTranslation(profile: string): Promise<void> {
  const file = path.join(profile, 'Default/Preferences')
  const known = await readFile(file, 'utf8').then(text => JSON.parse(text) as Record<string, unknown>).catch(() => ({}))
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, JSON.stringify({ ...known, translate: { enabled: false } }))
}

/** The browser that runs with a profile, if one does and can be asked. */
async function running(profile: string): Promise<Browser | undefined> {
  const port = await readFile(path.join(profile, PORT_FILE), 'utf8').then(text => text.split('\n')[0], () => undefined)
  return port ? chromium.connectOverCDP(`http://127.0.0.1:${port}`, { timeout: 5000, noDefaults: true }).catch(() => undefined) : undefined
}

const shownPages = (browser: Browser) => browser.contexts().flatMap(context => context.pages())

/** Paths of the two windows, of any talk in any language. */
const PATHS = { presenter: /\/presenter(?:\/\d*)*$/, audience: /^(?!.*\/presenter\b).*\/(?:\d+\/?)?$/ }

/** Windows of a talk that are open, by what they show. */
async function openTargets(session: CDPSession, origin: string): Promise<Partial<Record<'audience' | 'presenter', string>>> {
  const { targetInfos } = await session.send('Target.getTargets')
  const pages = targetInfos.filter(({ type, url }) => type === 'page' && url.startsWith(`${origin}/`))
  const shows = (pattern: RegExp) => pages.find(({ url }) => pattern.test(new URL(url).pathname))?.targetId
  return { presenter: shows(PATHS.presenter), audience: shows(PATHS.audience) }
}

/** Whether a path is of the talk that begins at another one, in its language, or in any where that is the deck's first. */
function isOfTalk(path: string, own: string): boolean {
  return path.startsWith(own) && /^(?:[\w-]+\/)?(?:\d+\/?)?$/.test(path.slice(own.length).replace(/\bpresenter\b\/?/, ''))
}

/** The part of the Window Management API that is used. */
interface WindowManagement {
  readonly getScreenDetails: () => Promise<{
    readonly screens: readonly {
      readonly availLeft: number
      readonly availTop: number
      readonly availWidth: number
      readonly availHeight: number
      readonly isPrimary: boolean
      readonly isInternal: boolean
    }[]
  }>
}

/** The screens, as a page of the deck may learn of them. */
async function screensOf(browser: Browser, session: CDPSession, address: string): Promise<Screen[]> {
  const { origin } = new URL(address)
  await session.send('Browser.setPermission', { permission: { name: 'window-management' }, setting: 'granted', origin })
  const page = shownPages(browser).find(page => page.url().startsWith(`${origin}/`))
  return await page?.evaluate(async () => {
    const { screens } = await (window as unknown as WindowManagement).getScreenDetails()
    return screens.map(({ availLeft, availTop, availWidth, availHeight, isPrimary, isInternal }) =>
      ({ left: availLeft, top: availTop, width: availWidth, height: availHeight, isPrimary, isInternal }))
  }) ?? []
}

async function place(session: CDPSession, targetId: string, bounds: Bounds, state?: 'fullscreen' | 'maximized'): Promise<void> {
  const { windowId } = await session.send('Browser.getWindowForTarget', { targetId })
  await session.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'normal' } })
  await session.send('Browser.setWindowBounds', { windowId, bounds })
  if (!state)
    return
  // A window manager moves a window some time after it was told to; one that fills its screen fills the one where it is then.
  for (let tries = 0; tries < 20; tries++) {
    const { left = 0, top = 0 } = (await session.send('Browser.getWindowBounds', { windowId })).bounds
    if (Math.abs(left - bounds.left) < bounds.width / 2 && Math.abs(top - bounds.top) < bounds.height / 2)
      break
    await wait(50)
  }
  await session.send('Browser.setWindowBounds', { windowId, bounds: { windowState: state } })
}

/**
 * Brings windows to the front one after the other, also those that were minimised; the last one gets the keyboard. A window manager gives
 * it some time after it was asked to, and not always to the one that asked last: so each is waited for, and asked for again.
 */
async function raise(browser: Browser, session: CDPSession, targetIds: readonly string[]): Promise<void> {
  for (const targetId of targetIds) {
    const { windowId, bounds } = await session.send('Browser.getWindowForTarget', { targetId })
    if (bounds.windowState === 'minimized')
      await session.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'normal' } })
    const page = await pageOf(browser, targetId)
    // Some window managers give it to none that asks.
    for (let tries = 0; tries < 5; tries++) {
      await session.send('Target.activateTarget', { targetId })
      if (await page?.waitForFunction(() => document.hasFocus(), undefined, { polling: 50, timeout: 300 }).then(() => true, () => false))
        break
    }
  }
}

/** The page of a window. */
async function pageOf(browser: Browser, targetId: string): Promise<Page | undefined> {
  for (const page of shownPages(browser)) {
    const session = await page.context().newCDPSession(page)
    const { targetInfo } = await session.send('Target.getTargetInfo')
    await session.detach()
    if (targetInfo.targetId === targetId)
      return page
  }
  return undefined
}

/** Opens what is not open yet, and stands the windows; those that were open stay where the speaker has put them. */
async function stand(
  browser: Browser,
  { audience, presenter, isServedAlready = false }: Pick<StageWindows, 'audience' | 'presenter' | 'isServedAlready'>,
  wasRunning: boolean,
): Promise<Opened> {
  const session = await browser.newBrowserCDPSession()
  const { origin } = new URL(audience)
  const known = await openTargets(session, origin)
  const openWindow = async (url: string) => (await session.send('Target.createTarget', { url, newWindow: true })).targetId
  const isFilled = async (targetId: string) => {
    const { bounds } = await session.send('Browser.getWindowForTarget', { targetId })
    return bounds.windowState === 'fullscreen'
  }
  const filled = known.audience !== undefined && await isFilled(known.audience) ? known.audience : undefined
  // A new server is perhaps of another build, and what is shown may be of another talk, or in another language than is asked for.
  if (wasRunning && !isServedAlready) {
    for (const page of shownPages(browser).filter(page => page.url().startsWith(`${origin}/`))) {
      const { pathname } = new URL(page.url())
      const wanted = PATHS.presenter.test(pathname) ? presenter : PATHS.audience.test(pathname) ? audience : undefined
      if (wanted && !isOfTalk(pathname, new URL(audience).pathname))
        await page.goto(wanted, { waitUntil: 'commit' })
      else
        await page.reload({ waitUntil: 'commit' })
    }
  }
  const windows = {
    presenter: known.presenter ?? await openWindow(presenter),
    audience: known.audience ?? await openWindow(audience),
  }
  let opened: Opened = 'in front'
  if (!wasRunning || !known.presenter || !known.audience) {
    const screens = await screensOf(browser, session, audience).catch(() => [])
    opened = 'somewhere'
    if (screens.length > 0) {
      const arrangement = arrange(screens)
      opened = arrangement.isOnOwnScreen ? 'own screen' : 'side by side'
      if (!wasRunning || !known.audience)
        await place(session, windows.audience, arrangement.audience, arrangement.isOnOwnScreen ? 'fullscreen' : undefined)
      if (!wasRunning || !known.presenter)
        await place(session, windows.presenter, arrangement.presenter, arrangement.isOnOwnScreen ? 'maximized' : undefined)
    }
  }
  // What a page had filled ends with the page.
  if (wasRunning && !isServedAlready && filled !== undefined) {
    for (let tries = 0; tries < 10 && await isFilled(filled); tries++)
      await wait(50)
    const { windowId } = await session.send('Browser.getWindowForTarget', { targetId: filled })
    await session.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'fullscreen' } })
  }
  await raise(browser, session, [windows.audience, windows.presenter])
  return opened
}

/**
 * Opens the two windows of a talk in one browser, an installed Chromium, Chrome or Edge, and stands them; windows that are open already
 * come to the front. Without such a browser both are tabs of the usual one.
 * @throws when the browser does not start
 */
export async function openWindows(windows: StageWindows): Promise<Opened> {
  const { audience, presenter, profile, asked = new Promise(() => {}), start = startProgram, timeout = START_TIMEOUT } = windows
  const program = findBrowser()
  if (!program) {
    for (const address of [audience, presenter])
      await open(address)
    return 'tabs'
  }
  const end = Date.now() + timeout
  let browser = await running(profile)
  const wasRunning = browser !== undefined
  if (!browser) {
    await rm(path.join(profile, PORT_FILE), { force: true })
    await refuseTranslation(profile)
    await start(program, stageArguments(profile, presenter))
    while (!browser && Date.now() < end) {
      await wait(100)
      browser = await running(profile)
    }
  }
  if (!browser) {
    // One that runs with this profile and was not told to listen. Before its first window is there a second start would not find it.
    await Promise.race([asked, wait(timeout, undefined, { ref: false })])
    await start(program, stageArguments(profile, audience))
    return 'somewhere'
  }
  try {
    const isThere = () => wasRunning || shownPages(browser).some(page => page.url().startsWith(presenter))
    while (!isThere() && Date.now() < end)
      await wait(50)
    return await stand(browser, windows, wasRunning)
  }
  finally {
    // Of the connection alone: the browser goes on.
    await browser.close()
  }
}

/** Starts a program that goes on by itself, also when this one ends. */
function startProgram(program: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...args], { detached: true, stdio: 'ignore' })
    child.once('error', reject)
    child.once('spawn', () => {
      child.unref()
      resolve()
    })
  })
}
