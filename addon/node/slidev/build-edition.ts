import type { Edition } from '../../deck'
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import process from 'node:process'
import { stripVTControlCharacters } from 'node:util'
import { fileNameOf } from '../../deck'
import { OWN_BUILD, replaceFolder } from '../cli/output-folder'
import { deck, editions, ROOT } from '../deck'
import { buildReason, buildWarnings } from './build-reason'

/** Slidev's command, to be run with Node. */
export const SLIDEV = path.join(path.dirname(createRequire(import.meta.url).resolve('@slidev/cli/package.json')), 'bin/slidev.mjs')

/** What an edition's files are called, without their ending. */
export const fileName = (edition: Edition): string => fileNameOf(deck, edition)

/** The PDF that `npm run build` puts beside an edition's deck. */
export const pdfName = (edition: Edition): string => `${fileName(edition)}.pdf`

/** Name of an edition's reading page as one file. No folder is called so: some hosts leave out `.html`. */
export const readFileName = (edition: Edition): string => `${fileName(edition)}-read.html`

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
  /** Who is told what is being done, a line at a time. */
  tell?: (line: string) => void
}

/** Megabytes for what lives shortly: with Node's 16 a fifth of the build's time goes into collecting it. */
const NODE_FLAGS = ['--max-semi-space-size=64']

/** All that Slidev said in a build that failed. */
const LOG = '.cache/build.log'

/** What Slidev says when it comes to a part of its work, and what we say then. */
const STAGES: [line: RegExp, stage: string][] = [
  [/^transforming/, 'compiling slides and components'],
  [/^rendering chunks/, 'writing scripts and styles'],
]

/** Runs `slidev build`; gives its exit code or the signal that ended it, and all that it said. */
function runSlidev(
  args: string[],
  env: NodeJS.ProcessEnv,
  tell: (line: string) => void,
): Promise<{ code: number | NodeJS.Signals | null, output: string }> {
  return new Promise((resolve, reject) => {
    const output: string[] = []
    const child = spawn(process.execPath, [...NODE_FLAGS, SLIDEV, 'build', ...args], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] })
    const stop = () => void child.kill()
    process.once('exit', stop)
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        output.push(chunk)
        if (process.env.DEBUG)
          process.stderr.write(chunk)
        for (const line of chunk.split('\n'))
          STAGES.filter(([start]) => start.test(line)).forEach(([, stage]) => tell(`  ${stage}`))
      })
    }
    child.on('error', reject)
    child.on('close', (code, signal) => {
      process.off('exit', stop)
      resolve({ code: code ?? signal, output: output.join('') })
    })
  })
}

/** The error of a build that failed: its reason first and last, between them the code that it is about, and where the rest is. */
export async function buildError(
  { reason, frame }: { reason: string, frame: string[] },
  { name }: Pick<Edition, 'name'>,
  output: string,
): Promise<Error> {
  await mkdir(path.join(ROOT, path.dirname(LOG)), { recursive: true })
  await writeFile(path.join(ROOT, LOG), stripVTControlCharacters(output))
  return new Error(
    [`The deck does not build, ${name}: ${reason}`, ...frame.map(line => `    ${line}`), `All that Slidev said is in ${LOG}.`, reason].join(
      '\n',
    ),
  )
}

/**
 * Lets Slidev build an edition into a new folder, absolute; Slidev empties it.
 * @throws with the reason when it fails, or warned of something that must not be published
 */
export async function buildInto(
  dir: string,
  { edition = editions[0], base = '/', args = [], pdf = false, editions: beside = [], tell = () => {} }: Omit<BuildOptions, 'out'>,
): Promise<void> {
  const env = {
    ...process.env,
    // A test runner says NODE_ENV=test, which would build Vue for development: heavier, and not what visitors get.
    NODE_ENV: 'production',
    VITE_DECK_PDF: pdf ? pdfName(edition) : '',
    VITE_DECK_EDITIONS: beside.map(({ id }) => id).join(),
    // Otherwise 130 lines about a future version of Vite, at each start.
    VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true',
    [OWN_BUILD]: dir,
  }
  const { code, output } = await runSlidev([edition.entry, '--base', base, '--out', dir, ...args], env, tell)
  if (typeof code === 'string') {
    throw await buildError(
      { reason: `Slidev was ended by ${code}${code === 'SIGKILL' ? ', perhaps for want of memory' : ''}.`, frame: [] },
      edition,
      output,
    )
  }
  if (code !== 0)
    throw await buildError(buildReason(output, ROOT), edition, output)
  const warnings = buildWarnings(output, ROOT)
  if (warnings.length > 0)
    throw await buildError({ reason: warnings[0]!, frame: warnings.slice(1) }, edition, output)
  if (!existsSync(path.join(dir, 'index.html'))) {
    throw await buildError(
      { reason: `Slidev ended without making a deck${args.length > 0 ? `; it was given ${args.join(' ')}` : ''}.`, frame: [] },
      edition,
      output,
    )
  }
}

/**
 * Builds an edition of the deck with Slidev. An earlier build stays until the new one is complete.
 * @returns the folder of the build
 * @throws with the reason when it fails, or when the folder holds anything but an earlier build; nothing has changed then
 */
export async function buildDeck({ out, ...options }: BuildOptions): Promise<string> {
  return replaceFolder(out, draft => buildInto(draft, options))
}
