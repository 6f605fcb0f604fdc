import type { Plugin } from 'vite'
import type { Edition } from '../deck'
import { resolve } from 'node:path'
import { wordsFileOf } from '../locales/all'

/**
 * Gives the browser's side of the addon its deck, and the words of the edition that Slidev builds or serves.
 * @param root folder of the deck, absolute
 * @param edition the one that Slidev builds or serves
 * @param edition.id its short name
 * @param edition.language in which its words are
 * @param withoutNotes whether Slidev was told to leave the notes out
 */
export function editionOfDeck(root: string, { id, language }: Edition, withoutNotes = false): Plugin {
  return {
    name: 'talk:edition',
    config: (_, { command }) => ({
      define: {
        '__DECK_EDITION__': JSON.stringify(id),
        'import.meta.env.VITE_DECK_WITHOUT_NOTES': JSON.stringify(withoutNotes ? '1' : ''),
      },
      resolve: {
        alias: {
          '#deck': resolve(root, 'deck.client.ts'),
          ...command === 'serve' && {
            '#talk-words': resolve(import.meta.dirname, `../locales/${wordsFileOf(language)}.ts`),
            '#first-talk-words': resolve(import.meta.dirname, '../locales/index.ts'),
          },
        },
      },
    }),
  }
}
