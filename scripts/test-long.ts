import { defineCommand, log, runIfMain } from '../addon/node/cli/cli'
import { runVitest } from './run-vitest'

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
    const env = { SLIDES: 'all', SEEDS: '1,2,3,4,5,6,7,8' }
    const projects = ['--project', 'browser', '--project', 'fixture']
    await runVitest(['--mode', 'all', ...projects, ...FILES], env)
  },
})

runIfMain(command, import.meta.url)
