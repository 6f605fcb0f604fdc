import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'

/** How long a server on this machine may take to answer. Milliseconds. */
const PATIENCE = 1000

/** Remembers in a file where this program serves the talk. */
export async function rememberGiven(file: string, url: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, `${url}\n${process.pid}\n`)
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  }
  catch (error) {
    // It runs, and is another user's.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * Where another program serves the talk now.
 * @param file in which it was remembered
 * @returns its address, or undefined where none runs and answers
 */
export async function givenAt(file: string): Promise<string | undefined> {
  // Half of it where the machine stopped as it was written.
  const [url = '', pid] = await readFile(file, 'utf8').then(text => text.split('\n'), () => [])
  if (!pid || !isRunning(Number(pid)))
    return undefined
  return fetch(url, { signal: AbortSignal.timeout(PATIENCE) }).then(({ ok }) => ok ? url : undefined, () => undefined)
}
