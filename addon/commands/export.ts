import path from 'node:path'
import { defineCommand, log, runIfMain } from '../node/cli/cli'
import { builtFolder, flag, folder, requireEditions, slideNumbers } from '../node/cli/options'
import { reportFor } from '../node/cli/progress'
import { parseRange } from '../node/cli/range'
import { ROOT } from '../node/deck'
import { buildDeck } from '../node/slidev/build-edition'

/**
 * Each edition, or the one that is named, as PDF and as handout, with `--pptx` for PowerPoint too. The dark ones have names of
 * their own, so that neither replaces the other.
 */
export const command = defineCommand({
  name: 'export',
  summary: 'Makes the PDF, one page a slide, and the handout, one A4 page a slide with its notes, in exports/.',
  needsSoundDeck: true,
  editions: 'all',
  options: {
    slides: slideNumbers('only these, such as 3-5,8, in files of their own'),
    clicks: flag('a page for each step, in files of their own; the handout stays a page a slide'),
    pptx: flag('also a file for PowerPoint: titles, text and tables to edit, exhibits as pictures, and the notes'),
    dark: flag('in the dark scheme, under names of their own'),
    out: folder('where the files go', { fallback: 'exports' }),
    dist: builtFolder('a built deck (default: a fresh build)'),
  },
  examples: [
    'npm run export',
    'npm run export -- --lang zh',
    'npm run export -- --slides 3-5,8 --clicks',
    'npm run export -- en --pptx --dark',
  ],
  check: ({ dist }, editions) => requireEditions(dist, editions),
  run: async ({ slides, clicks, pptx, dark, out, dist }, editions) => {
    log(`exporting the deck, ${editions.map(({ name }) => name).join(' and ')}`)
    const [{ ensureBrowser }, { loadSlides }, { exportDeck }, { exportFiles }, { checkTargets }] = await Promise.all([
      import('../node/browser/browser'),
      import('../node/slidev/slides'),
      import('../node/print/export-deck'),
      import('../node/print/export-files'),
      import('../node/cli/output-folder'),
    ])
    ensureBrowser()
    for (const edition of editions) {
      const chosen = slides === undefined ? undefined : parseRange(slides, (await loadSlides(edition)).length)
      const files = exportFiles({ edition, pptx, dark, clicks, out: path.resolve(ROOT, out), slides: chosen })
      await checkTargets(Object.values(files))
      if (!dist)
        log(`building the deck, ${edition.name}, a minute or so`)
      const built = dist
        ? path.resolve(ROOT, dist, edition.folder)
        : await buildDeck({ edition, out: `.cache/export/${edition.id}`, tell: log })
      const sizes = await exportDeck({ edition, dist: built, files, dark, slides: chosen, clicks, reportFor })
      sizes.forEach((size, file) => log(`${path.relative(ROOT, file)}, ${Math.ceil(size / 1000)} kB`))
    }
    log('Open them once before you rely on them.')
  },
})

runIfMain(command, import.meta.url)
