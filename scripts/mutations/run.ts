import type { Mutation } from './types'
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { log } from '../../addon/node/cli/cli'
import { ROOT } from '../../addon/node/deck'

const run = promisify(execFile)
/** The copy that is broken lies below the repository, whose packages it takes. */
const COPY = path.join(ROOT, '.cache/mutations')
const LEFT_OUT = ['node_modules', '.cache', '.git', 'dist', 'exports']
const KEPT = ['node_modules', '.cache']
/** Milliseconds for a test, so that a slow machine notices nothing by itself, and for all tests of a mutation: what hangs has noticed. */
const PATIENCE = 2 * 60_000
const TIMEOUT = 10 * 60_000

/** What became of a mutation. */
export interface Outcome {
  readonly mutation: Mutation
  /** The first line that a test, or a check of the build, had to say; undefined where none noticed. */
  readonly noticedBy: string | undefined
  readonly seconds: number
}

/** The text of a file with the mutation in it. @throws when what is to be replaced does not stand there exactly once */
export function mutated(text: string, { file, find, replace }: Mutation): string {
  const count = text.split(find).length - 1
  if (count !== 1)
    throw new Error(`${file} has "${find}" ${count} times, expected once: adapt that entry of scripts/mutations/.`)
  return text.replace(find, () => replace)
}

/** A fresh copy of the repository with its packages. What was built in an earlier copy stays: builds are known by their content. */
async function copyRepository(): Promise<void> {
  await mkdir(COPY, { recursive: true })
  for (const name of (await readdir(COPY)).filter(name => !KEPT.includes(name)))
    await rm(path.join(COPY, name), { recursive: true })
  const isCopied = (source: string) => !/[\\/](?:\.cache|node_modules)$/.test(source)
  for (const name of (await readdir(ROOT)).filter(name => !LEFT_OUT.includes(name)))
    await cp(path.join(ROOT, name), path.join(COPY, name), { recursive: true, filter: isCopied })
  if (!existsSync(path.join(COPY, 'node_modules')))
    await symlink(path.join(ROOT, 'node_modules'), path.join(COPY, 'node_modules'), 'junction')
}

/** Runs tests in the copy. @returns the first line of what failed; undefined when nothing did */
async function firstFailure([project, ...files]: Mutation['tests']): Promise<string | undefined> {
  const vitest = path.join(path.dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')
  const env = { ...process.env, VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true', NO_COLOR: '1', DECK_ROOT: undefined }
  // What a running dev server does, `npm run test:all` asks.
  const mode = ['dev', 'fixture-zh'].includes(project) ? ['--mode', 'all'] : []
  const options = [...mode, '--bail', '1', '--test-timeout', `${PATIENCE}`]
  const args = [vitest, 'run', ...options, '--project', project, ...files.map(file => `tests/${file}`)]
  try {
    const { stdout } = await run(process.execPath, args, { cwd: COPY, env, timeout: TIMEOUT, maxBuffer: 2 ** 26 })
    if (!/Tests .*\d passed/.test(stdout))
      throw new Error(`No test ran: ${args.slice(1).join(' ')}\n${stdout}`)
    return undefined
  }
  catch (error) {
    const { stdout = '', stderr = '', killed, message } = error as Error & { stdout?: string, stderr?: string, killed?: boolean }
    if (killed)
      return `no end after ${TIMEOUT / 60_000} minutes`
    if (!stdout && !stderr)
      throw error
    if (stderr.includes('No test files found'))
      throw new Error(`No test is called ${files.join(' ')}.`)
    const said = `${stdout}\n${stderr}`.split('\n').map(line => line.trim())
    return said.find(line => line.startsWith('FAIL ')) ?? said.find(line => line.includes('Error: ')) ?? message.split('\n')[0]!
  }
}

/** The files of all these tests, by their project. */
function filesByProject(mutations: readonly Mutation[]): Map<string, string[]> {
  const files = new Map<string, string[]>()
  for (const { tests: [project, ...more] } of mutations)
    files.set(project, [...new Set([...files.get(project) ?? [], ...more])])
  return files
}

/**
 * Breaks a copy of the project in one way after the other, and runs what should notice.
 * @param mutations which
 * @param tell is told of each outcome
 * @throws when the tests are red without any mutation, which would prove nothing
 */
export async function runMutations(mutations: readonly Mutation[], tell: (outcome: Outcome) => void): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  await copyRepository()
  for (const [project, files] of filesByProject(mutations)) {
    log(`unbroken: ${project} ${files.join(' ')}`)
    const failure = await firstFailure([project, ...files])
    if (failure)
      throw new Error(`Without any mutation the tests of "${project}" are red: ${failure}`)
  }
  for (const mutation of mutations) {
    const file = path.join(COPY, mutation.file)
    const whole = await readFile(file, 'utf8')
    const begun = performance.now()
    await writeFile(file, mutated(whole, mutation))
    const noticedBy = await firstFailure(mutation.tests).finally(() => writeFile(file, whole))
    const outcome = { mutation, noticedBy, seconds: Math.round((performance.now() - begun) / 1000) }
    outcomes.push(outcome)
    tell(outcome)
  }
  return outcomes
}
