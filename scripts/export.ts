import path from 'node:path'
import { parseArgs } from 'node:util'
import { buildDeck, ROOT } from './build'
import { runCli, say } from './cli'
import { exportDeck } from './export-deck'
import { reportFor } from './progress'
import { endCleanly } from './replace-files'

/** What the exported files are called, as `exportFilename` in slides.md. */
const NAME = 'industry-academia-research'

/**
 * `npm run export [-- --dark --pptx --dist <dir> --out <dir>]`: the deck as PDF and as handout, with `--pptx` for PowerPoint too, from a fresh
 * build or from the one in `--dist`. The dark ones have names of their own, so that neither replaces the other.
 */
runCli(async () => {
  const { values: args } = parseArgs({
    options: {
      dark: { type: 'boolean', default: false },
      pptx: { type: 'boolean', default: false },
      dist: { type: 'string' },
      out: { type: 'string', default: 'exports' },
    },
  })
  endCleanly()
  const file = (ending: string) => path.resolve(ROOT, args.out, `${NAME}${args.dark ? '-dark' : ''}${ending}`)
  const files = { pdf: file('.pdf'), handout: file('-handout.pdf'), ...args.pptx && { pptx: file('.pptx') } }
  if (!args.dist)
    say('building the deck')
  const dist = args.dist ? path.resolve(ROOT, args.dist) : await buildDeck({ out: '.cache/export' })
  const sizes = await exportDeck({ dist, files, dark: args.dark, reportFor })
  sizes.forEach((size, file) => say(`${path.relative(ROOT, file)}, ${Math.ceil(size / 1000)} kB`))
})
