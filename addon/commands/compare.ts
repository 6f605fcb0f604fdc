import path from 'node:path'
import { defineCommand, log, runIfMain } from '../node/cli/cli'
import { existingFolder, folder } from '../node/cli/options'
import { ROOT } from '../node/deck'

const PICTURES = '.cache/screenshots'

/** Compares the pictures of the slides with earlier ones. */
export const command = defineCommand({
  name: 'compare',
  summary: `Compares the pictures in ${PICTURES}/ with earlier ones, and shows in red what has changed.`,
  options: {
    with: existingFolder('the earlier pictures, a copy of that folder', { fallback: '.cache/before' }),
    pictures: existingFolder('the later ones', { fallback: PICTURES }),
    out: folder('where the pictures of the differences go', { fallback: '.cache/differences' }),
  },
  examples: ['npm run compare', 'npm run compare -- --out .cache/changes'],
  run: async ({ with: earlier, pictures, out }) => {
    const { comparePictures } = await import('../node/site/compare-pictures')
    const [before, after, target] = [earlier, pictures, out].map(folder => path.resolve(ROOT, folder))
    const { compared, differences } = await comparePictures(before!, after!, target!)
    if (compared === 0) {
      throw new Error(
        `No picture is in both "${earlier}" and "${pictures}": "npm run screenshots" takes them; keep a copy of the earlier ones.`,
      )
    }
    for (const { file, what } of differences)
      log(`${file}: ${typeof what === 'number' ? `${(what * 100).toFixed(2)} % of its pixels` : what}`)
    log(
      `${compared} pictures compared, ${differences.length === 0 ? 'all the same' : `${differences.length} not the same; look at ${out}/`}`,
    )
  },
})

runIfMain(command, import.meta.url)
