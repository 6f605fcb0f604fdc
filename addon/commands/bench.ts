import { PARTS } from '../bench/parts'
import { defineCommand, log, runIfMain } from '../node/cli/cli'
import { builtFolder, valued, wholeNumber } from '../node/cli/options'

/** Visits to the first slide. */
export const command = defineCommand({
  name: 'bench',
  summary: 'Measures the first visit over a slow network, its first key, and what it costs: this site beside plain Slidev and others.',
  options: {
    rounds: wholeNumber('visits to each, of which the median counts', { min: 1, max: 100 }, { fallback: 5 }),
    dist: builtFolder('the built site (default: a fresh build)'),
    against: valued('an earlier commit, whose site is built and measured, too', 'commit', 'a commit', text => /^\w[\w./~^@{}-]*$/.test(text) ? text : undefined),
    part: valued('only that', 'part', 'keys, cost or visit', text => PARTS.find(part => part === text)),
  },
  refused: { edition: 'it measures the first edition' },
  examples: ['npm run bench', 'npm run bench -- --rounds 9 --dist dist --part keys', 'npm run bench -- --against HEAD~20'],
  run: async (options) => {
    log('measuring visits, some minutes')
    const { compareFirstVisits } = await import('../bench/first-visit')
    await compareFirstVisits(options)
  },
})

runIfMain(command, import.meta.url)
