import { randomBytes } from 'node:crypto'
import { readdirSync, rmSync } from 'node:fs'
import { mkdir, open, rename } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'

/** Drafts look like `.name.pdf.<process>.<random>.draft`. */
const DRAFT = /\.(\d+)\.[0-9a-f]+\.draft$/
const drafts = new Set<string>()

function removeDrafts(): void {
  drafts.forEach(draft => rmSync(draft, { force: true }))
}

/**
 * Makes Ctrl+C and a polite kill end the process with its exit handlers run: drafts go, the browser and a running build end.
 * Call it once, at the start of a command.
 */
export function endCleanly(): void {
  process.once('exit', removeDrafts)
  for (const [signal, number] of [['SIGINT', 2], ['SIGTERM', 15], ['SIGHUP', 1]] as const)
    process.once(signal, () => process.exit(128 + number))
}

/** Removes what a process that was killed outright has left. */
function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    const owner = Number(DRAFT.exec(name)?.[1] ?? Number.NaN)
    if (!Number.isNaN(owner) && !isRunning(owner))
      rmSync(path.join(folder, name), { force: true })
  }
}

/** Whether a process still runs, ours or another's. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  }
  catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * Writes all files, and only when every one of them is complete on the disk puts each in its place in one step.
 * @param files bytes by the path that they go to
 */
export async function replaceFiles(files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const pairs: [draft: string, target: string][] = []
  try {
    for (const [target, bytes] of files) {
      const folder = path.dirname(target)
      await mkdir(folder, { recursive: true })
      sweep(folder)
      const draft = path.join(folder, `.${path.basename(target)}.${process.pid}.${randomBytes(4).toString('hex')}.draft`)
      drafts.add(draft)
      pairs.push([draft, target])
      const file = await open(draft, 'w')
      await file.writeFile(bytes).then(() => file.sync()).finally(() => file.close())
    }
    for (const [draft, target] of pairs)
      await rename(draft, target)
  }
  finally {
    for (const [draft] of pairs) {
      rmSync(draft, { force: true })
      drafts.delete(draft)
    }
  }
}
