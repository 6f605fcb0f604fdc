import type { Edition } from '../addon/deck'
import { resolve } from 'node:path'
import { defineVitePluginsSetup } from '@slidev/types'
import { editionOfEntry } from '../addon/deck'
import { preflight } from '../addon/node'
import { editions } from '../locales/editions'
import { writeFonts } from '../theme/fonts'

// For plain `npx slidev`; our own commands have asked already.
preflight()

/** What differs between the editions of a build, apart from the slides: its words, and its faces. */
export default defineVitePluginsSetup(async ({ entry, userRoot }) => {
  const edition = editionOfEntry<Edition>(editions, entry)
  await writeFonts(edition)
  return [{
    name: 'deck:edition',
    config: () => ({
      resolve: {
        alias: {
          '#words': resolve(userRoot, `locales/${edition.id}.ts`),
          '#document-words': resolve(userRoot, `locales/${edition.id}.documents.ts`),
          '#other-words': resolve(userRoot, `locales/${edition.id}.others.ts`),
          '#fonts.css': resolve(userRoot, `.cache/fonts/${edition.id}/fonts.css`),
        },
      },
    }),
  }]
})
