import path from 'node:path'
import { parseArgs } from 'node:util'
import { buildDeck, ROOT } from './build'
import { writeCharts, writeDataFiles } from './chart-files'
import { runCli, say } from './cli'
import { loadSlides } from './deck'
import { parseRange } from './range'

const CHARTS = 'exports/charts'
const DATA = 'exports/data'

/**
 * `npm run charts [-- --dark --slides 3,5-8 --dist <dir>]`: every exhibit as vector PDF, PNG and, where it is one, SVG, for papers, posts
 * and posters, and every dataset as CSV and JSON; from a fresh build or from the one in `--dist`. Dark charts have names of their own.
 */
runCli(async () => {
  const { values: args } = parseArgs({
    options: { dark: { type: 'boolean', default: false }, dist: { type: 'string' }, slides: { type: 'string' } },
  })
  const slides = args.slides ? parseRange(args.slides, (await loadSlides()).length) : undefined
  const data = await writeDataFiles(path.join(ROOT, DATA))
  say(`${DATA}/: ${data.length} files`)
  const dist = args.dist ? path.resolve(ROOT, args.dist) : await buildDeck({ out: '.cache/charts' })
  const written = await writeCharts({
    dist,
    out: path.join(ROOT, CHARTS),
    dark: args.dark,
    slides,
    onChart: (files, done, total) => say(`${done} of ${total}: ${path.relative(ROOT, files[0]!).replace(/\.\w+$/, '')} (${files.map(file => path.extname(file).slice(1)).join(', ')})`),
  })
  say(`${CHARTS}/: ${written} charts`)
})
