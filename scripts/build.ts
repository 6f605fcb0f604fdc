import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

/** The repository's folder. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Slidev's command, to be run with Node. */
export const SLIDEV = path.join(path.dirname(createRequire(import.meta.url).resolve('@slidev/cli/package.json')), 'bin/slidev.mjs')

/** The PDF that `npm run build` puts beside the deck. */
export const PDF_NAME = 'industry-academia-research.pdf'

export interface BuildOptions {
  /** Folder, absolute or from the repository's. */
  out: string
  /** Path on the host. */
  base?: string
  /** More arguments for `slidev build`. */
  args?: string[]
  /** Whether the deck links a PDF beside it, which the caller puts there. */
  pdf?: boolean
}

/**
 * Builds the deck with Slidev.
 * @param options where the build goes, and the path that it will be served at (starts and ends with a slash)
 * @param options.out folder, absolute or from the repository's
 * @param options.base path on the host
 * @param options.args more arguments for `slidev build`
 * @param options.pdf whether the deck links the PDF beside it, which the caller puts there
 * @returns the folder of the build
 * @throws with Slidev's own output when it fails
 */
export async function buildDeck({ out, base = '/', args = [], pdf = false }: BuildOptions): Promise<string> {
  const dir = path.resolve(ROOT, out)
  const output: string[] = []
  const code = await new Promise<number | null>((resolve, reject) => {
    // A test runner says NODE_ENV=test, which would build Vue for development: heavier, and not what visitors get.
    const env = { ...process.env, NODE_ENV: 'production', VITE_DECK_PDF: pdf ? PDF_NAME : '' }
    const child = spawn(process.execPath, [SLIDEV, 'build', '--base', base, '--out', dir, ...args], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] })
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
