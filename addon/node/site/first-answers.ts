import type { Rolldown } from 'vite'
import type { KeyCommand } from '../../lib/keys'
import { createHash } from 'node:crypto'
import path from 'node:path'
import { build } from 'vite'
import { NAMED_KEYS } from '../../lib/key-strokes'
import { keyLines } from '../../lib/keys'
import { ROOT } from '../deck'

/** Commands that a picture of a slide can answer, as the script calls them. */
export const ANSWERED: Partial<Record<KeyCommand, string>> = {
  next: 'n',
  previous: 'p',
  nextSlide: 'N',
  previousSlide: 'P',
  first: 'f',
  last: 'l',
  edition: 'e',
}
/** Where there is no overview and nothing to undo, these do nothing. */
const IDLE: readonly KeyCommand[] = ['inOverview', 'back']

/** What each key does before the deck stands, by the name that its event has, `+` standing for Shift; 0 is kept for the deck. */
export function firstKeys(): Record<string, string | 0> {
  const nameOf = (cap: string) => Object.keys(NAMED_KEYS).find(name => NAMED_KEYS[name] === cap) ?? cap
  const keys = (Object.keys(keyLines) as KeyCommand[]).filter(command => !IDLE.includes(command)).flatMap(command =>
    keyLines[command].keys.map((press): [string, string | 0] => [
      (press.length > 1 ? '+' : '') + nameOf(press.at(-1)!),
      ANSWERED[command] ?? 0,
    ]))
  // Shift changes nothing about what is kept.
  return Object.fromEntries([...keys.filter(([name, does]) => does !== 0 || !/^\+./.test(name)), ['？', 0], ['؟', 0]])
}

/** A script that stands in a page, and what a Content-Security-Policy calls it. */
async function bundle(name: string): Promise<{ script: string, hash: string }> {
  const entry = path.join(import.meta.dirname, `../../client/${name}.ts`)
  const built = await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    publicDir: false,
    define: { __KEYS__: JSON.stringify(firstKeys()) },
    build: { write: false, target: 'es2022', lib: { entry, formats: ['iife'], name: 'early' } },
  })
  const { output } = (built as Rolldown.RolldownOutput[])[0]!
  const script = output[0].code.trim()
  return { script, hash: `sha256-${createHash('sha256').update(script).digest('base64')}` }
}

/** The first script of each prerendered page (addon/client/first-answers.ts), and of a presenter's (addon/client/early-keys.ts). */
// eslint-disable-next-line antfu/no-top-level-await -- a part of constants: what a page may load, and its head
export const [firstAnswers, earlyKeys] = await Promise.all([bundle('first-answers'), bundle('early-keys')])
