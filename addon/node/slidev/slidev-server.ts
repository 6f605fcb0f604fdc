import type { Edition } from '../../deck'
import { spawn } from 'node:child_process'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { ROOT } from '../deck'
import { SLIDEV } from './build-edition'
import { LineFilter } from './slidev-output'

/** How much Slidev and Vite tell. */
export const LOG_LEVELS = ['error', 'warn', 'info', 'silent'] as const

/** What Slidev's dev server is to do. */
export interface DevServer {
  readonly edition: Edition
  readonly port: number
  readonly base: string
  /** Set when other devices may come in; empty would let them in without one. */
  readonly password?: string
  /** The address to listen at when other devices may come in. */
  readonly bind?: string
  readonly open?: boolean
  readonly force?: boolean
  readonly log?: (typeof LOG_LEVELS)[number]
}

/** The arguments of Slidev for that. */
export function slidevArguments({ edition, port, base, password, bind, open, force, log }: DevServer): string[] {
  return [
    edition.entry,
    `--port=${port}`,
    `--base=${base}`,
    ...password === undefined ? [] : [`--remote=${password}`],
    ...bind === undefined ? [] : [`--bind=${bind}`],
    ...open ? ['--open'] : [],
    ...force ? ['--force'] : [],
    ...log === undefined ? [] : [`--log=${log}`],
  ]
}

/** Environment of Slidev. */
function slidevEnv(): NodeJS.ProcessEnv {
  const colours = process.stdout.isTTY && !process.env.NO_COLOR ? { FORCE_COLOR: '1' } : {}
  // Vite's hundred lines on how it may load its configuration one day would bury the addresses.
  return { VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true', ...colours, ...process.env }
}

/**
 * Runs Slidev's dev server until it ends, without its banner and its keys: it offers what the deck has switched off.
 * @param server what it is to do
 * @param onReady called when the deck can be opened, again after each restart
 * @returns its exit code
 */
export function runSlidev(server: DevServer, onReady: () => void): Promise<number> {
  // Without a terminal to read from, Slidev listens to no keys.
  const slidev = spawn(process.execPath, [SLIDEV, ...slidevArguments(server)], {
    cwd: ROOT,
    env: slidevEnv(),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const stop = () => void slidev.kill()
  process.once('exit', stop)
  for (const [from, to] of [[slidev.stdout, process.stdout], [slidev.stderr, process.stderr]] as const) {
    const filter = new LineFilter(onReady, Boolean(process.env.DEBUG))
    createInterface({ input: from }).on('line', line => filter.take(line).forEach(kept => to.write(`${kept}\n`)))
  }
  return new Promise((resolve, reject) => {
    slidev.once('error', reject)
    slidev.once('close', (code) => {
      process.off('exit', stop)
      resolve(code ?? 1)
    })
  })
}
