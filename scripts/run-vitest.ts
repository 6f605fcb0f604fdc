import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'
import process from 'node:process'
import { ROOT } from '../addon/node/deck'

/** Vitest's command, to be run with Node. */
const vitest = () => path.join(path.dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')

/** Runs Vitest; its exit code becomes ours. */
export async function runVitest(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<void> {
  const child = spawn(process.execPath, [vitest(), 'run', ...args], { cwd: ROOT, env: { ...process.env, ...env }, stdio: 'inherit' })
  process.once('exit', () => void child.kill())
  process.exitCode = await new Promise<number>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', code => resolve(code ?? 1))
  })
}
