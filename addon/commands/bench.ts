import { defineCommand, log, runIfMain } from '../node/cli/cli'
import { builtFolder, wholeNumber } from '../node/cli/options'

/** The first visit over a slow network. */
export const command = defineCommand({
  name: 'bench',
  summary: 'Measures the first visit over a slow network: this site beside plain Slidev\'s build and a static page.',
  options: {
    rounds: wholeNumber('visits to each, of which the median counts', { min: 1, max: 100 }, { fallback: 5 }),
    dist: builtFolder('the built site (default: a fresh build)'),
  },
  refused: { edition: 'it measures the first edition' },
  examples: ['npm run bench', 'npm run bench -- --rounds 9 --dist dist'],
  run: async ({ rounds, dist }) => {
    log('measuring the first visit, some minutes')
    const { compareFirstVisits } = await import('../bench/first-visit')
    await compareFirstVisits(rounds, dist)
  },
})

runIfMain(command, import.meta.url)
