import type { Plugin } from 'vite'
import type { Edition } from '../deck'
import { resolve } from 'node:path'
import { wordsFileOf } from '../locales/all'

/**
 * Gives the browser's side of the addon its deck, and the words of the edition that Slidev builds or serves.
 * @param root folder of the deck, absolute
 */
export function editionOfDeck(root: string, { id, language }: Edition): Plugin {
  return {
    name: 'talk:edition',
    config: () => ({
      define: { __DECK_EDITION__: JSON.stringify(id) },
      resolve: {
        alias: {
          '#deck': resolve(root, 'deck.client.ts'),
          '#talk-words': resolve(import.meta.dirname, `../locales/${wordsFileOf(language)}.ts`),
        },
      },
    }),
  }
}
