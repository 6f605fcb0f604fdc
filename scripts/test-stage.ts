import { defineCommand, log, runIfMain } from '../addon/node/cli/cli'
import { flag } from '../addon/node/cli/options'
import { runVitest } from './run-vitest'

/** The talk in real windows. */
export const command = defineCommand({
  name: 'test:stage',
  summary: 'Gives the talk in real windows on two screens, with real keys, and looks at every picture of the audience: many minutes.',
  options: {
    short: flag('only the five slides of the addon: less than a minute'),
  },
  refused: { edition: 'it gives all editions' },
  examples: ['npm run test:stage', 'npm run test:stage -- --short'],
  run: async ({ short }) => {
    log('building the decks where a source has changed, and giving them in real windows')
    await runVitest(['--mode', short ? 'windows' : 'all', '--project', 'stage'])
  },
})

runIfMain(command, import.meta.url)
