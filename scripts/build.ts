import type { Edition } from '../locales/editions'
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { DECK_NAME } from '../lib/deck-name'
import { editions } from '../locales/editions'

/** The repository's folder. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Slidev's command, to be run with Node. */
export const SLIDEV = path.join(path.dirname(createRequire(import.meta.url).resolve('@slidev/cli/package.json')), 'bin/slidev.mjs')

/** What an edition's files are called, without their ending; as `exportFilename` in its headmatter. */
export function fileName({ id }: Edition): string {
  return id === editions[0].id ? DECK_NAME : `${DECK_NAME}.${id}`
}

/** The PDF that `npm run build` puts beside an edition's deck. */
export const pdfName = (edition: Edition): string => `${fileName(edition)}.pdf`

export interface BuildOptions {
  /** The first one when left out. */
  edition?: Edition
  /** Folder, absolute or from the repository's. */
  out: string
  /** Path on the host. */
  base?: string
  /** More arguments for `slidev build`. */
  args?: string[]
  /** Whether the deck links a PDF beside it, which the caller puts there. */
  pdf?: boolean
  /** The editions that lie on the same host, with this one; the deck links the others. */
  editions?: readonly Edition[]
}

/**
 * Builds an edition of the deck with Slidev.
 * @returns the folder of the build
 * @throws with Slidev's own output when it fails
 */
export async function buildDeck({ edition = editions[0], out, base = '/', args = [], pdf = false, editions: beside = [] }: BuildOptions): Promise<string> {
  const dir = path.resolve(ROOT, out)
  const output: string[] = []
  const code = await new Promise<number | null>((resolve, reject) => {
    // A test runner says NODE_ENV=test, which would build Vue for development: heavier, and not what visitors get.
    const env = { ...process.env, NODE_ENV: 'production', VITE_DECK_PDF: pdf ? pdfName(edition) : '', VITE_DECK_EDITIONS: beside.map(({ id }) => id).join() }
    const child = spawn(process.execPath, [SLIDEV, 'build', edition.entry, '--base', base, '--out', dir, ...args], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] })
    const stop = () => void child.kill()
    process.once('exit', stop)
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (chunk: string) => output.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      process.off('exit', stop)
      resolve(code)
    })
  })
  if (code !== 0)
    throw new Error(`${output.join('')}\nThe deck does not build: Slidev stopped with exit code ${code}. Its output is above.`)
  return dir
}
