import { defineCommand, log, runIfMain } from '../addon/node/cli/cli'
import { flag } from '../addon/node/cli/options'
import { runVitest } from './run-vitest'

/** Both decks by a screen reader. */
export const command = defineCommand({
  name: 'test:heard',
  summary: 'Listens to both decks with a screen reader, in Chromium and Firefox, and compares it with their pages: many minutes.',
  options: {
    short: flag('only the five slides of the addon, each browser in another language: a minute'),
  },
  refused: { edition: 'it listens to all editions' },
  examples: ['npm run test:heard', 'npm run test:heard -- --short'],
  run: async ({ short }) => {
    log('building the decks where a source has changed, and listening to them')
    await runVitest(['--mode', short ? 'windows' : 'all', '--project', 'heard'])
  },
})

runIfMain(command, import.meta.url)
