import type { Buffer } from 'node:buffer'
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { findPrinter } from './missing'
import { begin, displayOf, end } from './webkit'

/** A page to print, as `webkit-print.py` takes it. */
export interface WebKitPrint {
  readonly url: string
  readonly paper: 'iso_a4' | 'iso_a5' | 'na_letter'
  readonly landscape?: boolean
  /** Of the page set-up, in millimetres. */
  readonly margin?: number
  /** True when the page may be printed: a JavaScript expression. */
  readonly ready: string
  /** Runs in the loaded page; then it is waited for again. */
  readonly before?: string
}

/**
 * Prints pages in WebKitGTK as a visitor does, on a screen of its own.
 * @throws when one can't be printed
 */
export async function printInWebKit(jobs: readonly WebKitPrint[]): Promise<Buffer[]> {
  const home = await mkdtemp(path.join(tmpdir(), 'webkit-print-'))
  const files = jobs.map((_, index) => path.join(home, `${index}.pdf`))
  const x = begin('Xvfb', ['-displayfd', '1', '-screen', '0', '2600x1700x24', '-nolisten', 'tcp'], process.env)
  try {
    await mkdir(path.join(home, 'run'), { mode: 0o700 })
    const env: NodeJS.ProcessEnv = {
      ...process.env,
      HOME: home,
      XDG_RUNTIME_DIR: path.join(home, 'run'),
      DISPLAY: await displayOf(x),
      WAYLAND_DISPLAY: undefined,
      GDK_BACKEND: 'x11',
      LIBGL_ALWAYS_SOFTWARE: '1',
      NO_AT_BRIDGE: '1',
      // Its sandbox cannot be had by root.
      ...process.getuid?.() === 0 ? { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' } : {},
    }
    const script = path.join(import.meta.dirname, 'webkit-print.py')
    const printer = spawn('dbus-run-session', ['--', findPrinter()!, script], { env, stdio: ['pipe', 'pipe', 'ignore'] })
    let said = ''
    printer.stdout!.on('data', chunk => said += String(chunk))
    printer.stdin!.end(JSON.stringify(jobs.map((job, index) => ({ ...job, pdf: files[index] }))))
    const code = await new Promise(resolve => printer.once('close', resolve))
    if (code !== 0)
      throw new Error(`WebKit did not print: ${said}`)
    return await Promise.all(files.map(file => readFile(file)))
  }
  finally {
    await end(x)
    await rm(home, { recursive: true, force: true, maxRetries: 5 })
  }
}
