import path from 'node:path'
import { defineCommand, log, runIfMain } from '../node/cli/cli'
import { builtFolder, flag, requireEditions, slideNumbers } from '../node/cli/options'
import { parseRange } from '../node/cli/range'
import { ROOT } from '../node/deck'
import { buildDeck } from '../node/slidev/build-edition'

/**
 * Every exhibit as vector PDF, PNG and SVG, for papers, posts and posters, and every dataset as CSV and JSON.
 * Dark charts have names of their own; another edition than the first has a folder of its own.
 */
export const command = defineCommand({
  name: 'charts',
  summary: 'Makes every exhibit a file of its own (PDF, PNG, SVG) in exports/charts/, and every dataset (CSV, JSON) in exports/data/.',
  needsSoundDeck: true,
  editions: 'first',
  options: {
    slides: slideNumbers('only the charts on these, such as 9,11'),
    dark: flag('in the dark scheme'),
    dist: builtFolder('a built deck (default: a fresh build)'),
  },
  examples: ['npm run charts', 'npm run charts -- --slides 9,11', 'npm run charts -- zh --dark'],
  check: ({ dist }, editions) => requireEditions(dist, editions),
  run: async ({ slides: numbers, dark, dist }, [edition]) => {
    log(`making the charts, ${edition.name}`)
    const { ensureBrowser } = await import('../node/browser/browser')
    const { writeCharts, writeDataFiles } = await import('../node/charts/chart-files')
    const { loadSlides } = await import('../node/slidev/slides')
    const { checkWritable } = await import('../node/cli/output-folder')
    ensureBrowser()
    const [charts, dataFolder] = ['charts', 'data'].map(folder => path.join('exports', edition.folder, folder)) as [string, string]
    await Promise.all([charts, dataFolder].map(folder => checkWritable(folder)))
    const slides = numbers ? parseRange(numbers, (await loadSlides(edition)).length) : undefined
    const data = await writeDataFiles(path.join(ROOT, dataFolder), edition)
    log(`${dataFolder}/: ${data.length} files`)
    if (!dist)
      log('building the deck, a minute or so')
    const written = await writeCharts({
      edition,
      dist: dist ? path.resolve(ROOT, dist, edition.folder) : await buildDeck({ edition, out: `.cache/charts/${edition.id}`, tell: log }),
      out: path.join(ROOT, charts),
      dark,
      slides,
      onChart: (files, done, total) => {
        const name = path.relative(ROOT, files[0]!).replace(/\.\w+$/, '')
        log(`${done} of ${total}: ${name} (${files.map(file => path.extname(file).slice(1)).join(', ')})`)
      },
    })
    if (written === 0)
      throw new Error(`No slide of "--slides ${numbers}" has a chart: expected others, such as 9,11.`)
    log(`${charts}/: ${written} charts`)
  },
})

runIfMain(command, import.meta.url)
