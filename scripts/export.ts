import path from 'node:path'
import { parseArgs } from 'node:util'
import { buildDeck, ROOT } from './build'
import { runCli, say } from './cli'
import { loadSlides } from './deck'
import { chosenEditions } from './edition-argument'
import { exportDeck } from './export-deck'
import { exportFiles } from './export-files'
import { checkTargets } from './output-folder'
import { reportFor } from './progress'
import { parseRange } from './range'
import { endCleanly } from './replace-files'

/**
 * `npm run export [-- --lang zh --slides 3-5,8 --clicks --dark --pptx --dist <dir> --out <dir>]`: each edition, or that of `--lang`, as PDF and as handout, with `--pptx`
 * for PowerPoint too, from a fresh build or from the site in `--dist`. The dark ones have names of their own, so that neither replaces the other.
 */
runCli(async () => {
  const { values: args } = parseArgs({
    options: {
      lang: { type: 'string' },
      dark: { type: 'boolean', default: false },
      pptx: { type: 'boolean', default: false },
      slides: { type: 'string' },
      clicks: { type: 'boolean', default: false },
      dist: { type: 'string' },
      out: { type: 'string', default: 'exports' },
    },
  })
  endCleanly()
  for (const edition of chosenEditions(args.lang)) {
    const slides = args.slides === undefined ? undefined : parseRange(args.slides, (await loadSlides(edition)).length)
    const files = exportFiles({ ...args, edition, out: path.resolve(ROOT, args.out), slides })
    await checkTargets(Object.values(files))
    if (!args.dist)
      say(`building the deck, ${edition.name}`)
    const dist = args.dist ? path.resolve(ROOT, args.dist, edition.folder) : await buildDeck({ edition, out: `.cache/export/${edition.id}`, tell: say })
    const sizes = await exportDeck({ edition, dist, files, dark: args.dark, slides, clicks: args.clicks, reportFor })
    sizes.forEach((size, file) => say(`${path.relative(ROOT, file)}, ${Math.ceil(size / 1000)} kB`))
  }
})
