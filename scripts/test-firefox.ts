import { defineCommand, log, runIfMain } from '../addon/node/cli/cli'
import { builtFolder } from '../addon/node/cli/options'

/** Every slide in Firefox. */
export const command = defineCommand({
  name: 'test:firefox',
  summary: 'Walks through every slide, light and dark, and through two windows, in an installed Firefox (or that of FIREFOX_PATH).',
  options: { dist: builtFolder('a built deck (default: that of "npm run present", built when a source has changed)') },
  refused: { edition: 'it walks through the first edition' },
  examples: ['npm run test:firefox', 'npm run test:firefox -- --dist dist'],
  run: async ({ dist }) => {
    log('walking through the deck in Firefox, some minutes')
    const { walkInFirefox } = await import('./firefox-walk')
    await walkInFirefox(dist)
  },
})

runIfMain(command, import.meta.url)
