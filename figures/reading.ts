import type { SpeechWords } from '../addon/deck'
import type { ExhibitName } from '../data'
import type { Act, AllWords } from '../locales'
import type { ExhibitWords } from '../locales/types'
import type { TableToRead } from './reading-tables'
import type { SlideEvidence } from './slide-evidence'
import type { SourcePart } from './source-parts'
import { fill, noteParagraphs, readingMinutes } from '../addon/deck'
import { readingTable } from './reading-tables'
import { sourceParts } from './source-parts'

/** A slide as Slidev's routes carry it, with the front matter of `setup/preparser.ts`. */
export interface SlideToRead {
  readonly no: number
  readonly meta: {
    readonly slide: { readonly title?: string, readonly noteHTML?: string, readonly frontmatter: Readonly<Record<string, unknown>> }
  }
}

/** A slide as the reading page shows it. */
export interface ReadSlide {
  readonly no: number
  readonly id: string
  readonly act: Act
  readonly claim: string
  /** Stands for the picture: the claim, and what its exhibits find. */
  readonly alt: string
  /** What the speaker says, HTML; nothing for a slide that only answers questions. */
  readonly paragraphs: readonly string[]
  readonly sources: readonly SourcePart[]
  /** Others than the article that it shows. */
  readonly others: readonly string[]
  readonly tables: readonly TableToRead[]
}

/** One act of the talk, with its slides in their order. */
export interface ReadingAct {
  readonly act: Act
  readonly slides: readonly ReadSlide[]
}

/** Alt text of the picture of a slide. */
function altText(claim: string, { exhibits }: SlideEvidence, words: AllWords): string {
  const said: Record<ExhibitName, ExhibitWords> = { ...words.exhibits, ...words.others.exhibits }
  const findings = exhibits.flatMap(name => [said[name].finding, said[name].description ?? []]).flat()
  return fill(words.reading.alt, { claim, findings: findings.join(words.punctuation.space) })
}

/**
 * The acts of the talk with everything that the reading page shows.
 * @param slides in their order; the list of all figures goes on from one slide that shows it to the next
 * @param words the language
 * @param speech how its notes are written
 */
export function readingActs(slides: readonly SlideToRead[], words: AllWords, speech: SpeechWords): ReadingAct[] {
  const acts = new Map<Act, ReadSlide[]>()
  let sourcesPage = 0
  for (const { no, meta: { slide: { title = '', noteHTML = '', frontmatter } } } of slides) {
    const evidence = frontmatter as unknown as SlideEvidence
    const act = frontmatter.act as Act
    if (evidence.exhibits.includes('SourcesTable'))
      sourcesPage++
    acts.set(act, [...acts.get(act) ?? [], {
      no,
      id: String(frontmatter.id),
      act,
      claim: title,
      alt: altText(title, evidence, words),
      paragraphs: noteParagraphs(noteHTML, speech).filter(({ isAnswer }) => !isAnswer).map(({ html }) => html),
      sources: sourceParts(evidence.sources, words),
      others: evidence.others ?? [],
      tables: evidence.exhibits.flatMap(name => readingTable(name, words, sourcesPage) ?? []),
    }])
  }
  return Array.from(acts, ([act, slides]) => ({ act, slides }))
}

/** Minutes that all the words of the talk take to read. */
export function readingTime(acts: readonly ReadingAct[], speech: SpeechWords): number {
  const html = acts.flatMap(({ slides }) => slides.flatMap(({ paragraphs }) => paragraphs)).join(' ')
  return readingMinutes(html.replace(/<[^>]*>/g, ''), speech)
}
