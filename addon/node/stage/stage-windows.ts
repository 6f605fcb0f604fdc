import type { Browser, CDPSession } from 'playwright-core'
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
  /** Resolves when the deck was asked for the first time. */
  readonly asked: Promise<void>
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

/** Windows of a talk that are open, by what they show. */
async function openTargets(session: CDPSession, origin: string): Promise<Partial<Record<'audience' | 'presenter', string>>> {
  const { targetInfos } = await session.send('Target.getTargets')
  const pages = targetInfos.filter(({ type, url }) => type === 'page' && url.startsWith(`${origin}/`))
  const shows = (pattern: RegExp) => pages.find(({ url }) => pattern.test(new URL(url).pathname))?.targetId
  return { presenter: shows(/\/presenter(?:\/\d*)*$/), audience: shows(/^(?!.*\/presenter\b).*\/(?:\d+\/?)?$/) }
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
  const page = browser.contexts().flatMap(context => context.pages()).find(page => page.url().startsWith(`${origin}/`))
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
    const now = await session.send('Browser.getWindowBounds', { windowId })
    if (Math.abs((now.bounds.left ?? 0) - bounds.left) < bounds.width / 2)
      break
    await wait(50)
  }
  await session.send('Browser.setWindowBounds', { windowId, bounds: { windowState: state } })
}

/** Brings a window to the front, also one that was minimised. */
async function raise(session: CDPSession, targetId: string): Promise<void> {
  const { windowId, bounds } = await session.send('Browser.getWindowForTarget', { targetId })
  if (bounds.windowState === 'minimized')
    await session.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'normal' } })
  await session.send('Target.activateTarget', { targetId })
}

/** Opens what is not open yet, and stands the windows; those that were open stay where the speaker has put them. */
async function stand(
  browser: Browser,
  { audience, presenter }: Pick<StageWindows, 'audience' | 'presenter'>,
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
  // The server is a new one, perhaps of another build.
  if (wasRunning) {
    for (const page of browser.contexts().flatMap(context => context.pages()).filter(page => page.url().startsWith(`${origin}/`)))
      await page.reload({ waitUntil: 'commit' })
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
  if (wasRunning && filled !== undefined) {
    for (let tries = 0; tries < 10 && await isFilled(filled); tries++)
      await wait(50)
    const { windowId } = await session.send('Browser.getWindowForTarget', { targetId: filled })
    await session.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'fullscreen' } })
  }
  for (const target of [windows.audience, windows.presenter])
    await raise(session, target)
  return opened
}

/**
 * Opens the two windows of a talk in one browser, an installed Chromium, Chrome or Edge, and stands them; windows that are open already
 * come to the front. Without such a browser both are tabs of the usual one.
 * @throws when the browser does not start
 */
export async function openWindows(windows: StageWindows): Promise<Opened> {
  const { audience, presenter, profile, asked, start = startProgram, timeout = START_TIMEOUT } = windows
  const program = findBrowser()
  if (!program) {
    for (const address of [audience, presenter])
      await open(address)
    return 'tabs'
  }
  let browser = await running(profile)
  const wasRunning = browser !== undefined
  if (!browser) {
    await rm(path.join(profile, PORT_FILE), { force: true })
    await refuseTranslation(profile)
    await start(program, stageArguments(profile, presenter))
    const end = Date.now() + timeout
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
    if (!wasRunning)
      await Promise.race([asked, wait(timeout, undefined, { ref: false })])
    return await stand(browser, windows, wasRunning)
  }
  finally {
    // Of the connection alone: the browser goes on.
    await browser.close()
  }
}

/**
 * Brings the windows of a talk to the front that is being given by another command, with a server of its own.
 * @param profile folder of the browser's profile, absolute
 * @param origin of that server
 * @returns whether there are such windows
 */
export async function raiseWindows(profile: string, origin: string): Promise<boolean> {
  const browser = await running(profile)
  if (!browser)
    return false
  try {
    const session = await browser.newBrowserCDPSession()
    const { audience, presenter } = await openTargets(session, origin)
    const targets = [audience, presenter].filter(target => target !== undefined)
    for (const target of targets)
      await raise(session, target)
    return targets.length > 0
  }
  finally {
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
