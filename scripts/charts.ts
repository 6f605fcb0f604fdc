import path from 'node:path'
import { parseArgs } from 'node:util'
import { buildDeck, ROOT } from './build'
import { writeCharts, writeDataFiles } from './chart-files'
import { runCli, say } from './cli'
import { loadSlides } from './deck'
import { chosenEdition } from './edition-argument'
import { checkWritable } from './output-folder'
import { parseRange } from './range'

/**
 * `npm run charts [-- --lang zh --dark --slides 3,5-8 --dist <dir>]`: every exhibit as vector PDF, PNG and, where it is one, SVG, for papers, posts
 * and posters, and every dataset as CSV and JSON; from a fresh build or from the one in `--dist`. Dark charts have names of their own;
 * another edition than the first has a folder of its own.
 */
runCli(async () => {
  const { values: args } = parseArgs({
    options: { lang: { type: 'string' }, dark: { type: 'boolean', default: false }, dist: { type: 'string' }, slides: { type: 'string' } },
  })
  const edition = chosenEdition(args.lang)
  const [charts, dataFolder] = ['charts', 'data'].map(folder => path.join('exports', edition.folder, folder)) as [string, string]
  const slides = args.slides ? parseRange(args.slides, (await loadSlides()).length) : undefined
  await Promise.all([charts, dataFolder].map(folder => checkWritable(folder)))
  const data = await writeDataFiles(path.join(ROOT, dataFolder), edition)
  say(`${dataFolder}/: ${data.length} files`)
  if (!args.dist)
    say(`building the deck, ${edition.name}`)
  const dist = args.dist ? path.resolve(ROOT, args.dist, edition.folder) : await buildDeck({ edition, out: `.cache/charts/${edition.id}`, tell: say })
  const written = await writeCharts({
    edition,
    dist,
    out: path.join(ROOT, charts),
    dark: args.dark,
    slides,
    onChart: (files, done, total) => say(`${done} of ${total}: ${path.relative(ROOT, files[0]!).replace(/\.\w+$/, '')} (${files.map(file => path.extname(file).slice(1)).join(', ')})`),
  })
  say(`${charts}/: ${written} charts`)
})
