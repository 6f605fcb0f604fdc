import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { cpSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import process from 'node:process'
import { ROOT } from '../../addon/node/deck'

/** Where the copy lies: below the repository, whose packages it takes. */
const COPY = path.join(ROOT, '.cache/dev-test')
const LEFT_OUT = ['node_modules', '.cache', '.git', 'dist', 'exports', 'tests']
const TSX = ['--import', 'tsx']

/** A fresh copy of the deck, whose sources a test may break. */
export function copyDeck(): void {
  mkdirSync(COPY, { recursive: true })
  const packages = path.join(COPY, 'node_modules')
  if (!lstatSync(packages, { throwIfNoEntry: false })?.isSymbolicLink()) {
    rmSync(packages, { recursive: true, force: true })
    symlinkSync(path.join(ROOT, 'node_modules'), packages, 'junction')
  }
  for (const name of readdirSync(COPY).filter(name => !LEFT_OUT.includes(name)))
    rmSync(path.join(COPY, name), { recursive: true })
  for (const name of readdirSync(ROOT).filter(name => !LEFT_OUT.includes(name)))
    cpSync(path.join(ROOT, name), path.join(COPY, name), { recursive: true })
}

/** A path in the copy. */
export const inCopy = (file: string): string => path.join(COPY, file)

/** What takes back each change that stands. */
const edits = new Set<() => void>()

/** Changes a file of the copy as an editor does. @returns what takes the change back */
export function edit(file: string, from: string | RegExp, to: string): () => void {
  const before = readFileSync(inCopy(file), 'utf8')
  const after = before.replace(from, to)
  if (after === before)
    throw new Error(`${file} has no ${String(from)} to change.`)
  writeFileSync(inCopy(file), after)
  const undo = () => {
    if (edits.delete(undo))
      writeFileSync(inCopy(file), before)
  }
  edits.add(undo)
  return undo
}

/** Takes back every change that still stands. */
export function undoAll(): void {
  edits.forEach(undo => undo())
}

/** A command that runs in the copy. */
export interface Running {
  readonly child: ChildProcess
  /** All that it has written so far, as a terminal shows it without colours. */
  readonly output: () => string
  /** Its exit code, once it has ended. */
  readonly ended: Promise<number | null>
}

/** Runs a script of the copy, such as `addon/commands/start.ts`. */
export function run(script: string, ...args: string[]): Running {
  const chunks: string[] = []
  const env = { ...process.env, NO_COLOR: '1', NODE_ENV: undefined, VITEST: undefined }
  const child = spawn(
    process.execPath,
    [...script.endsWith('.ts') ? TSX : [], path.isAbsolute(script) ? script : inCopy(script), ...args],
    { cwd: COPY, env, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk))
  const ended = new Promise<number | null>(resolve => child.once('close', resolve))
  return { child, output: () => chunks.join(''), ended }
}

/** A port at which nothing listens. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}
