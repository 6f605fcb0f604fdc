import type { Edition } from '../addon/deck'
import { resolve } from 'node:path'
import { defineVitePluginsSetup } from '@slidev/types'
import { editionOfEntry } from '../addon/deck'
import { firstWords, preflight } from '../addon/node'
import { editions } from '../locales/editions'
import { firstKeys } from '../locales/first-keys'
import { writeFonts } from '../theme/fonts'

// For plain `npx slidev`; our own commands have asked already.
preflight()

/** What differs between the editions of a build, apart from the slides: its words, and its faces. */
export default defineVitePluginsSetup(async ({ entry, userRoot }) => {
  const edition = editionOfEntry<Edition>(editions, entry)
  await writeFonts(edition)
  // A broken source is reported first.
  const words = async () => (await import('../locales/records')).slideWordsOf(edition)
  return [firstWords('#words', firstKeys, words), {
    name: 'deck:edition',
    config: (_, { command }) => ({
      resolve: {
        alias: {
          ...command === 'serve' && {
            '#words': resolve(userRoot, `locales/${edition.id}.ts`),
            '#first-words': resolve(userRoot, 'locales/index.ts'),
          },
          '#document-words': resolve(userRoot, `locales/${edition.id}.documents.ts`),
          '#other-words': resolve(userRoot, `locales/${edition.id}.others.ts`),
          '#fonts.css': resolve(userRoot, `.cache/fonts/${edition.id}/fonts.css`),
        },
      },
    }),
  }]
})
