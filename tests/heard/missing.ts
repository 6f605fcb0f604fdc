import process from 'node:process'
import { findBrowser } from '../../addon/node/browser/browser'
import { missingFor, missingPrograms } from '../engines/missing'

/** The browsers in which the decks are heard. */
export const HEARD_ENGINES = ['chromium', 'firefox'] as const
export type HeardEngine = (typeof HEARD_ENGINES)[number]

/** What it takes to hear anything, and the packages of Debian and Ubuntu that have it. */
const PROGRAMS = {
  'orca': 'orca',
  'speech-dispatcher': 'speech-dispatcher',
  'dbus-daemon': 'dbus',
  'Xvfb': 'xvfb',
  'openbox': 'openbox',
  'xdotool': 'xdotool',
}

/** What is missing to hear a deck in an engine here, in one line; undefined where all is there. */
export function missingToHear(engine: HeardEngine): string | undefined {
  const programs = missingPrograms(PROGRAMS, process.env)
  if (programs)
    return programs
  if (engine === 'firefox')
    return missingFor('firefox')
  return findBrowser() ? undefined : 'No Chromium with windows was found. On Debian and Ubuntu: apt-get install chromium'
}
