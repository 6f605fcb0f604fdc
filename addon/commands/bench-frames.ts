import { defineCommand, log, runIfMain } from '../node/cli/cli'
import { builtFolder } from '../node/cli/options'

/** Charts in motion. */
export const command = defineCommand({
  name: 'bench:frames',
  summary: 'Measures how smoothly the charts move on a slow processor.',
  options: { dist: builtFolder('a built deck (default: a fresh build)') },
  refused: { edition: 'it measures the first edition' },
  examples: ['npm run bench:frames', 'npm run bench:frames -- --dist dist'],
  run: async ({ dist }) => {
    log('measuring how the charts move, some minutes')
    const { measureFrames } = await import('../bench/frame-times')
    await measureFrames(dist)
  },
})

runIfMain(command, import.meta.url)
