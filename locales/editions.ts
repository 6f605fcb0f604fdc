import type { Edition, Editions } from '../addon/deck'

/** All editions; the first is the one that a visitor meets who asked for none. A language is a line here, its slides, and its words. */
export const editions = [
  {
    id: 'en',
    language: 'en',
    entry: 'slides.md',
    folder: '',
    name: 'English',
    sameSlide: 'English: this slide',
    offer: 'This talk is also there in English.',
    accept: 'Show it in English',
    decline: 'Stay here',
  },
  {
    id: 'zh',
    language: 'zh-CN',
    entry: 'slides.zh.md',
    folder: 'zh/',
    name: '中文',
    sameSlide: '中文：这一页',
    offer: '这场演讲另有中文版。',
    accept: '看中文版',
    decline: '留在本页',
  },
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
