import type { Buffer } from 'node:buffer'
import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { pythonOfWebKit } from './missing'
import { openRoom } from './screen'

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
  const { home, env, close } = await openRoom('webkit-print')
  const files = jobs.map((_, index) => path.join(home, `${index}.pdf`))
  try {
    const script = path.join(import.meta.dirname, 'webkit-print.py')
    const printer = spawn('dbus-run-session', ['--', pythonOfWebKit()!, script], { env, stdio: ['pipe', 'pipe', 'ignore'] })
    let said = ''
    printer.stdout!.on('data', chunk => said += String(chunk))
    printer.stdin!.end(JSON.stringify(jobs.map((job, index) => ({ ...job, pdf: files[index] }))))
    const code = await new Promise(resolve => printer.once('close', resolve))
    if (code !== 0)
      throw new Error(`WebKit did not print: ${said}`)
    return await Promise.all(files.map(file => readFile(file)))
  }
  finally {
    await close()
  }
}
