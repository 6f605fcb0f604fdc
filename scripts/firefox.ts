import type { Browser } from 'playwright-core'
import { existsSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { firefox } from 'playwright-core'

const NAMES = ['firefox-esr', 'firefox']
const MAC = '/Applications/Firefox.app/Contents/MacOS/firefox'

/**
 * Starts an installed Firefox, headless and without movement, and speaks WebDriver BiDi with it, as any Firefox understands it.
 * `FIREFOX_PATH` says which; otherwise the one on the path.
 * @throws when there is none, or when it does not start
 */
export async function launchFirefox(): Promise<Browser> {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  const found = process.env.FIREFOX_PATH ?? [...NAMES.flatMap(name => folders.map(folder => path.join(folder, name))), MAC].find(existsSync)
  if (!found)
    throw new Error('No Firefox was found. Install it (Debian and Ubuntu: the package firefox-esr), or set FIREFOX_PATH to its executable file.')
  return firefox.launch({ channel: 'moz-firefox', executablePath: found, firefoxUserPrefs: { 'ui.prefersReducedMotion': 1 } })
}
