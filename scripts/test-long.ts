import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'
import process from 'node:process'
import { defineCommand, log, runIfMain } from '../addon/node/cli/cli'
import { ROOT } from '../addon/node/deck'

/** Vitest's command, to be run with Node. */
const vitest = () => path.join(path.dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')

const FILES = ['halls.long', 'layout.long', 'key-mix.long', 'sizes.long']

/** The browser tests of the stage with every slide in every hall, and more mixes of keys. */
export const command = defineCommand({
  name: 'test:long',
  summary: 'Runs the browser tests of the stage with every slide in every hall, and more mixes of keys: many minutes.',
  options: {},
  refused: { edition: 'it tests the first edition' },
  examples: ['npm run test:long'],
  run: async () => {
    log('building the deck and testing it in every hall, many minutes')
    const env = { ...process.env, SLIDES: 'all', SEEDS: '1,2,3,4,5,6,7,8' }
    const projects = ['--project', 'browser', '--project', 'fixture']
    const child = spawn(process.execPath, [vitest(), 'run', '--mode', 'all', ...projects, ...FILES], {
      cwd: ROOT,
      env,
      stdio: 'inherit',
    })
    process.once('exit', () => void child.kill())
    process.exitCode = await new Promise<number>((resolve, reject) => {
      child.once('error', reject)
      child.once('exit', code => resolve(code ?? 1))
    })
  },
})

runIfMain(command, import.meta.url)
