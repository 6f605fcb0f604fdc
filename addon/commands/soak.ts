import { defineCommand, log, runIfMain } from '../node/cli/cli'
import { builtFolder, decimal } from '../node/cli/options'

/** Memory over minutes. */
export const command = defineCommand({
  name: 'soak',
  summary: 'Goes through the slides with charts for minutes, and tells whether the browser holds more and more memory.',
  options: {
    minutes: decimal('how long', { min: 0.1, max: 1440 }, { fallback: 5 }),
    dist: builtFolder('a built deck (default: a fresh build)'),
  },
  refused: { edition: 'it watches the first edition' },
  examples: ['npm run soak', 'npm run soak -- --minutes 30 --dist dist'],
  run: async ({ minutes, dist }) => {
    log(`watching the memory for ${minutes} minutes`)
    const { watchMemory } = await import('../bench/held-memory')
    await watchMemory(minutes, dist)
  },
})

runIfMain(command, import.meta.url)
