import { spawnSync } from 'node:child_process'
import process from 'node:process'

/** The browser tests of the stage with every slide in every hall, and more mixes of keys: many minutes. */
const { status } = spawnSync('npx', ['vitest', 'run', '--mode', 'all', '--project', 'browser', 'halls.long', 'layout.long', 'key-mix'], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, SLIDES: 'all', SEEDS: '1,2,3,4,5,6,7,8' },
})
process.exitCode = status ?? 1
