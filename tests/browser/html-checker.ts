import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'

interface Message { type: string, url?: string, message: string, extract?: string }

/** The W3C's checker, as its makers publish it; it needs a Java of 11 or newer. */
const CHECKER = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar')

/**
 * What the W3C's HTML checker calls an error in files of a folder.
 * @returns a line for each: file, what is wrong, and where
 */
export async function htmlErrors(folder: string, files: readonly string[]): Promise<string[]> {
  const places = files.map(file => path.join(folder, file))
  const { stdout, stderr } = await promisify(execFile)(
    'java',
    ['-jar', CHECKER, '--errors-only', '--format', 'json', '--exit-zero-always', ...places],
    { maxBuffer: 2 ** 28 },
  )
  const { messages } = JSON.parse(stdout || stderr) as { messages: Message[] }
  return messages.map(({ url = '', message, extract = '' }) =>
    `${path.relative(folder, url.replace(/^file:/, ''))}: ${message} ${extract.replace(/\s+/g, ' ').trim()}`)
}
