import type { Browser, LaunchOptions } from 'playwright-core'
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import process from 'node:process'
import { chromium } from 'playwright-core'

/** What the search asks of the computer that it runs on; tests put a made-up one in its place. */
export interface Machine {
  env: Record<string, string | undefined>
  platform: NodeJS.Platform
  isRoot: boolean
  exists: (file: string) => boolean
  /** Whether the browser starts here: Ubuntu's `chromium-browser` may be a stub, a downloaded one may miss system libraries. */
  starts: (file: string) => boolean
  /** Where Playwright would keep its own Chromium, downloaded or not; undefined where it supports none. */
  playwrightPath: () => string | undefined
  /** Runs a command with its output shown; true when it succeeded. */
  run: (command: string, args: string[]) => boolean
}

/** Chromium without windows, for work that nobody watches: a visit takes it two thirds of the time. */
const HEADLESS_NAMES = ['chromium-headless-shell', 'chrome-headless-shell']
const PATH_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'msedge',
]
const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge']
const WINDOWS_PROGRAMS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
]
const WINDOWS_ROOTS = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
const DOWNLOAD_MINUTES = 10

const HELP = `No Chromium, Chrome or Edge was found, and none could be installed. Provide one in any of three ways:
  1. install Chromium, Chrome or Edge where your system usually puts it;
  2. set CHROME_PATH to the browser's executable file;
  3. run "npx playwright-core install --with-deps chromium".`

/** The computer that this runs on. */
const thisMachine: Machine = {
  env: process.env,
  platform: process.platform,
  isRoot: process.getuid?.() === 0,
  exists: existsSync,
  // On Windows `--version` opens a window instead of answering.
  starts: file => process.platform === 'win32' || spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0,
  playwrightPath: () => {
    try {
      return chromium.executablePath() || undefined
    }
    catch {
      return undefined
    }
  },
  run: (command, args) => spawnSync(command, args, { stdio: 'inherit', timeout: DOWNLOAD_MINUTES * 60_000 }).status === 0,
}

/** Where programs of these names would be, name by name. */
function onPathOf({ env, platform }: Machine, names: string[]): string[] {
  const folders = platform === 'win32' ? [] : (env.PATH ?? '').split(':').filter(Boolean)
  return names.flatMap(name => folders.map(folder => path.posix.join(folder, name)))
}

/** Paths at which a browser is usually installed on this kind of computer, in the order of preference. */
function usualPlaces(machine: Machine): string[] {
  const { env, platform } = machine
  if (platform === 'win32')
    return WINDOWS_ROOTS.flatMap(root => WINDOWS_PROGRAMS.flatMap(program => env[root] ? [`${env[root]}\\${program}`] : []))
  const onPath = onPathOf(machine, PATH_NAMES)
  if (platform !== 'darwin')
    return onPath
  const apps = MAC_APPS.flatMap(app =>
    ['/Applications', `${env.HOME ?? ''}/Applications`].map(folder => `${folder}/${app}.app/Contents/MacOS/${app}`),
  )
  return [...apps, ...onPath]
}

/**
 * Looks for a browser without installing anything: `CHROME_PATH`, then the usual places, then Playwright's cache.
 * @param machine where to look
 * @param headless whether it may be one that cannot open windows, which is then preferred
 * @returns the path of its executable, or undefined where there is none that starts
 * @throws when `CHROME_PATH` is set and no file is there
 */
export function findBrowser(machine: Machine = thisMachine, headless = false): string | undefined {
  const wanted = machine.env.CHROME_PATH
  if (wanted) {
    if (!machine.exists(wanted))
      throw new Error(`CHROME_PATH is set to "${wanted}", but there is no such file. Correct it, or unset it to have a browser looked for.`)
    return wanted
  }
  return [...headless ? onPathOf(machine, HEADLESS_NAMES) : [], ...usualPlaces(machine), machine.playwrightPath()]
    .find(file => file !== undefined && machine.exists(file) && machine.starts(file))
}

/**
 * Finds a browser for work without windows, or gets one: from Playwright, or as root on Debian and Ubuntu from the system's packages.
 * @returns the path of its executable
 * @throws when `CHROME_PATH` points to nothing, or when neither way gave a browser that starts
 */
export function ensureBrowser(machine: Machine = thisMachine): string {
  return findBrowser(machine, true) ?? install(machine) ?? fail()
}

function install(machine: Machine): string | undefined {
  const playwright = path.join(path.dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js')
  if (machine.run(process.execPath, [playwright, 'install', 'chromium'])) {
    const found = findBrowser(machine, true)
    if (found)
      return found
  }
  if (machine.platform !== 'linux' || !machine.isRoot || !machine.exists('/etc/debian_version'))
    return undefined
  // Older systems have the whole browser only.
  const installed
    = machine.run('apt-get', ['update'])
      && ['chromium-headless-shell', 'chromium'].some(name => machine.run('apt-get', ['install', '-y', '--no-install-recommends', name]))
  return installed ? findBrowser(machine, true) : undefined
}

function fail(): never {
  throw new Error(HELP)
}

/**
 * How Playwright starts the browser, after finding or getting one. The sandbox is off for root only, where Chromium cannot have it.
 * @throws as `ensureBrowser`
 */
export function launchOptions(): LaunchOptions {
  return { executablePath: ensureBrowser(), chromiumSandbox: !thisMachine.isRoot }
}

/**
 * Starts a headless browser.
 * @throws as `ensureBrowser`, or when the browser does not start
 */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch(launchOptions())
}
