import { spawn } from 'node:child_process'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import open from 'open'
import { findBrowser } from '../browser/browser'

/** How long a browser may take to ask for its first page. */
const FIRST_REQUEST_TIMEOUT = 20_000

export interface StageWindows {
  /** Addresses in the order in which they open: the last one is in front. */
  addresses: readonly string[]
  /** Folder for the browser's profile, absolute. */
  profile: string
  /** Resolves when the deck was asked for the first time. */
  asked: Promise<void>
  /** What starts a program; tests put something in its place that starts none. */
  start?: typeof startProgram
}

/**
 * How a Chromium is started for the stage. A profile of its own: no extensions, no questions, no notifications of
 * other pages over the slides; and one running browser takes both windows, so that they share their state.
 */
export function stageArguments(profile: string, address: string, isRoot = process.getuid?.() === 0): string[] {
  return [
    `--user-data-dir=${profile}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--hide-crash-restore-bubble',
    // The audience's window goes on when another one covers it.
    '--disable-backgrounding-occluded-windows',
    '--disable-background-timer-throttling',
    '--disable-renderer-backgrounding',
    '--disable-features=Translate',
    ...isRoot ? ['--no-sandbox'] : [],
    '--new-window',
    address,
  ]
}

/**
 * Opens a window for each address, all of one browser: of an installed Chromium, Chrome or Edge, otherwise tabs of the usual browser.
 * @returns the path of the browser; undefined for the usual one
 * @throws when the browser does not start
 */
export async function openWindows({ addresses, profile, asked, start = startProgram }: StageWindows): Promise<string | undefined> {
  const browser = findBrowser()
  for (const [index, address] of addresses.entries()) {
    // Before the first window is there, a second start would find no browser to join.
    if (index > 0)
      await Promise.race([asked, wait(FIRST_REQUEST_TIMEOUT, undefined, { ref: false })])
    await (browser ? start(browser, stageArguments(profile, address)) : open(address))
  }
  return browser
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
