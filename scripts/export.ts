import path from 'node:path'
import { buildDeck, fileName, ROOT } from './build'
import { defineCommand, runIfMain, say } from './cli'
import { builtFolder, flag, folder, requireEditions } from './options'
import { reportFor } from './progress'

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
    pptx: flag('also a file for PowerPoint: a picture and the notes for each slide'),
    dark: flag('in the dark scheme, under names of their own'),
    out: folder('where the files go', { fallback: 'exports' }),
    dist: builtFolder('a built deck (default: a fresh build)'),
  },
  examples: ['npm run export', 'npm run export -- --lang zh', 'npm run export -- en --pptx --dark'],
  check: ({ dist }, editions) => requireEditions(dist, editions),
  run: async ({ pptx, dark, out, dist }, editions) => {
    say(`exporting the deck, ${editions.map(({ name }) => name).join(' and ')}`)
    const [{ ensureBrowser }, { exportDeck }] = await Promise.all([import('./browser'), import('./export-deck')])
    ensureBrowser()
    for (const edition of editions) {
      const file = (ending: string) => path.resolve(ROOT, out, `${fileName(edition)}${dark ? '-dark' : ''}${ending}`)
      const files = { pdf: file('.pdf'), handout: file('-handout.pdf'), ...pptx && { pptx: file('.pptx') } }
      if (!dist)
        say(`building the deck, ${edition.name}, a minute or so`)
      const built = dist ? path.resolve(ROOT, dist, edition.folder) : await buildDeck({ edition, out: `.cache/export/${edition.id}` })
      const sizes = await exportDeck({ edition, dist: built, files, dark, reportFor })
      sizes.forEach((size, file) => say(`${path.relative(ROOT, file)}, ${Math.ceil(size / 1000)} kB`))
    }
    say('Open them once before you rely on them.')
  },
})

runIfMain(command, import.meta.url)
