import path from 'node:path'
import { parseArgs } from 'node:util'
import { assertDeck } from '../lib/validate-deck'
import { buildDeck, fileName, ROOT } from './build'
import { runCli, say } from './cli'
import { chosenEditions } from './edition-argument'
import { exportDeck } from './export-deck'
import { reportFor } from './progress'
import { endCleanly } from './replace-files'

/**
 * `npm run export [-- --lang zh --dark --pptx --dist <dir> --out <dir>]`: each edition, or that of `--lang`, as PDF and as handout, with `--pptx`
 * for PowerPoint too, from a fresh build or from the site in `--dist`. The dark ones have names of their own, so that neither replaces the other.
 */
runCli(async () => {
  const { values: args } = parseArgs({
    options: {
      lang: { type: 'string' },
      dark: { type: 'boolean', default: false },
      pptx: { type: 'boolean', default: false },
      dist: { type: 'string' },
      out: { type: 'string', default: 'exports' },
    },
  })
  endCleanly()
  await assertDeck()
  for (const edition of chosenEditions(args.lang)) {
    const file = (ending: string) => path.resolve(ROOT, args.out, `${fileName(edition)}${args.dark ? '-dark' : ''}${ending}`)
    const files = { pdf: file('.pdf'), handout: file('-handout.pdf'), ...args.pptx && { pptx: file('.pptx') } }
    if (!args.dist)
      say(`building the deck, ${edition.name}`)
    const dist = args.dist ? path.resolve(ROOT, args.dist, edition.folder) : await buildDeck({ edition, out: `.cache/export/${edition.id}` })
    const sizes = await exportDeck({ edition, dist, files, dark: args.dark, reportFor })
    sizes.forEach((size, file) => say(`${path.relative(ROOT, file)}, ${Math.ceil(size / 1000)} kB`))
  }
})
