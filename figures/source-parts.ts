import type { SectionId } from '../data'
import type { Words } from '../locales'
import type { SlideSource } from './slide-evidence'
import { figures, source } from '../data'

/** One section of the article that a slide rests on, ready to be shown. */
export interface SourcePart {
  readonly section: SectionId
  /** Its heading as printed, in Chinese; undefined for parts of the article that have none, and where the name is a part of it. */
  readonly heading: string | undefined
  /** Its name in the language of the deck. */
  readonly name: string
  /** The figures as the source prints them, each once. */
  readonly printed: readonly string[]
}

const printedById = new Map(figures.map(figure => [figure.id, figure.printed]))

/** What a source line lists: sections, and each figure as printed, which a reader can search for. */
export function sourceParts(sources: readonly SlideSource[], words: Pick<Words, 'sections'>): SourcePart[] {
  return sources.map(({ section, figures: ids }) => {
    const heading = source.sections[section]
    const name = words.sections[section]
    return {
      section,
      heading: heading && !heading.includes(name) ? heading : undefined,
      name,
      printed: [...new Set(ids.map(id => printedById.get(id)!))],
    }
  })
}
