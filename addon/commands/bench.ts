import { defineCommand, log, runIfMain } from '../node/cli/cli'
import { builtFolder, valued, wholeNumber } from '../node/cli/options'

/** The first visit over a slow network. */
export const command = defineCommand({
  name: 'bench',
  summary: 'Measures the first visit over a slow network, and its first key: this site beside plain Slidev and others.',
  options: {
    rounds: wholeNumber('visits to each, of which the median counts', { min: 1, max: 100 }, { fallback: 5 }),
    dist: builtFolder('the built site (default: a fresh build)'),
    against: valued('an earlier commit, whose site is built and measured, too', 'commit', 'a commit', text => /^\w[\w./~^@{}-]*$/.test(text) ? text : undefined),
  },
  refused: { edition: 'it measures the first edition' },
  examples: ['npm run bench', 'npm run bench -- --rounds 9 --dist dist', 'npm run bench -- --against HEAD~20'],
  run: async ({ rounds, dist, against }) => {
    log('measuring the first visit, some minutes')
    const { compareFirstVisits } = await import('../bench/first-visit')
    await compareFirstVisits(rounds, dist, against)
  },
})

runIfMain(command, import.meta.url)
