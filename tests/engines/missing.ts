import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { findFirefox } from '../../addon/node/browser/firefox'

/** The engines that are walked besides Chromium. */
export type WalkedEngine = 'firefox' | 'webkit'

type Environment = Readonly<Record<string, string | undefined>>

/** Programs that a WebKit without a screen needs, and the packages of Debian and Ubuntu that have them. */
const PROGRAMS = { 'WebKitWebDriver': 'webkit2gtk-driver', 'Xvfb': 'xvfb', 'openbox': 'openbox', 'dbus-run-session': 'dbus' }

/** `WEBKIT_DRIVER_PATH` says which driver, otherwise the one on the path. */
function missingForWebKit(env: Environment): string | undefined {
  if (env.WEBKIT_DRIVER_PATH && !existsSync(env.WEBKIT_DRIVER_PATH))
    return `WEBKIT_DRIVER_PATH is set to "${env.WEBKIT_DRIVER_PATH}", but there is no such file.`
  return missingPrograms(PROGRAMS, env, env.WEBKIT_DRIVER_PATH ? ['WebKitWebDriver'] : [])
}

/**
 * Which programs are not on the path, in one line; undefined where all are.
 * @param programs with the packages of Debian and Ubuntu that have them
 * @param env whose path
 * @param found which are somewhere else
 */
export function missingPrograms(programs: Readonly<Record<string, string>>, env: Environment, found: string[] = []): string | undefined {
  const folders = (env.PATH ?? '').split(path.delimiter)
  const isThere = (name: string) => found.includes(name) || folders.some(folder => existsSync(path.join(folder, name)))
  const missing = Object.keys(programs).filter(name => !isThere(name))
  const packages = [...new Set(Object.values(programs))].join(' ')
  return missing.length === 0 ? undefined : `No ${missing.join(', ')} was found. On Debian and Ubuntu: apt-get install ${packages}`
}

function missingForFirefox(env: Environment): string | undefined {
  try {
    findFirefox(env)
    return undefined
  }
  catch (error) {
    return (error as Error).message
  }
}

/** What is missing to walk in an engine here, in one line; undefined where all is there. */
export function missingFor(engine: WalkedEngine, env: Environment = process.env): string | undefined {
  return engine === 'firefox' ? missingForFirefox(env) : missingForWebKit(env)
}

/** Of all Pythons on the path the first that can open a window of WebKitGTK: with PyGObject, and WebKit's introspection. */
export function pythonOfWebKit(): string | undefined {
  const script = 'import gi; gi.require_version("Gtk", "3.0"); gi.require_version("WebKit2", "4.1")'
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .map(folder => path.join(folder, 'python3'))
    .find(python => spawnSync(python, ['-c', script], { stdio: 'ignore' }).status === 0)
}

/** What is missing to print in an engine here, in one line; undefined where all is there. */
export function missingToPrint(engine: WalkedEngine): string | undefined {
  if (engine === 'webkit' && !missingFor(engine) && !pythonOfWebKit())
    return 'No Python with WebKitGTK was found. On Debian and Ubuntu: apt-get install python3-gi gir1.2-webkit2-4.1'
  return missingFor(engine)
}
