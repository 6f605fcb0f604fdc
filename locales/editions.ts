import type { Edition, Editions } from '../addon/deck'
import { languages } from '../addon/deck'

/** All editions; the first is the one that a visitor meets who asked for none. A language is a line here, its slides, and its words. */
export const editions = [
  { id: 'en', entry: 'slides.md', folder: '', ...languages.en },
  { id: 'zh', entry: 'slides.zh.md', folder: 'zh/', ...languages.zh },
] as const satisfies Editions

/** What both sides of the contract say alike, in `deck.ts` and in `deck.client.ts`. */
export const talk = { name: 'industry-academia-research', editions, outsideTalk: 'appendix' } as const

/** Ids of the editions, as `--lang` takes them. */
export type EditionId = (typeof editions)[number]['id']

/**
 * The edition of that id.
 * @throws with the ids that there are
 */
export function editionOf(id: string): Edition {
  const edition = editions.find(edition => edition.id === id)
  if (!edition)
    throw new Error(`There is no edition "${id}", only ${editions.map(({ id }) => id).join(', ')}.`)
  return edition
}
