/** One language's version of the deck. */
export interface Edition {
  /** Short name: of its words (`locales/<id>.ts`), in file names and for `--lang`. */
  readonly id: string
  /** BCP 47. */
  readonly language: string
  /** Its slides. */
  readonly entry: string
  /** Folder below the site's base, with a slash at the end; the first edition lives at the base itself. */
  readonly folder: string
  /** What its readers call their language. */
  readonly name: string
  /** What readers of another edition see of this one, in its own language: who reads it is who it is for. */
  readonly sameSlide: string
  readonly offer: string
  readonly accept: string
  readonly decline: string
}

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
] as const satisfies readonly Edition[]

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

/** The edition to which a file of slides belongs, by its name; the first for any other file. */
export function editionOfEntry(path: string): Edition {
  return editions.find(({ entry }) => path.split(/[\\/]/).at(-1) === entry) ?? editions[0]
}
