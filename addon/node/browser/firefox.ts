import type { Browser } from 'playwright-core'
import { existsSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { firefox } from 'playwright-core'

const NAMES = ['firefox-esr', 'firefox']
const MAC = '/Applications/Firefox.app/Contents/MacOS/firefox'

/**
 * The executable file of an installed Firefox: `FIREFOX_PATH` says which, otherwise the one on the path.
 * @throws when there is none
 */
export function findFirefox(env: Readonly<Record<string, string | undefined>> = process.env): string {
  const wanted = env.FIREFOX_PATH
  if (wanted && !existsSync(wanted))
    throw new Error(`FIREFOX_PATH is set to "${wanted}", but there is no such file. Correct it, or unset it to have a Firefox looked for.`)
  const folders = (env.PATH ?? '').split(path.delimiter)
  const found = wanted || [...NAMES.flatMap(name => folders.map(folder => path.join(folder, name))), MAC].find(existsSync)
  if (!found) {
    throw new Error(
      'No Firefox was found. Install it (Debian and Ubuntu: the package firefox-esr), or set FIREFOX_PATH to its executable file.',
    )
  }
  return found
}

/**
 * Starts an installed Firefox, headless and without movement, and speaks WebDriver BiDi with it, as any Firefox understands it.
 * @throws when there is none, or when it does not start
 */
export async function launchFirefox(): Promise<Browser> {
  return firefox.launch({ channel: 'moz-firefox', executablePath: findFirefox(), firefoxUserPrefs: { 'ui.prefersReducedMotion': 1 } })
}
