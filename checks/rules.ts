import type { Edition, Problem, SpeechWords, TextPlace } from '../addon/deck'
import type { SlideSource } from '../addon/node'
import type { Printable } from '../data/types'
import type { DeckVocabulary } from './vocabulary'

/** What an edition's slides are held to. */
export interface SlideRules {
  readonly edition: Pick<Edition, 'language'>
  readonly vocabulary: DeckVocabulary
  /** Ids of the acts in their order; the last one is the appendix. */
  readonly acts: readonly string[]
  readonly speech: SpeechWords
  readonly printables: ReadonlyMap<string, Printable>
  /** Names of the styles in which a token may print its figure. */
  readonly styles: readonly string[]
  /** Names of the sentences that a token may choose by its figure's bound. */
  readonly sentences: readonly string[]
  /** Pages that `<SourcesTable>` needs for all figures. */
  readonly sourcesPages: number
  /** Number words that stand for a figure, and names in which they may. */
  readonly numberWords: { readonly words: RegExp, readonly names: readonly string[] }
  /** What the headmatter must say of the edition, by key. */
  readonly headmatter: Readonly<Record<string, unknown>>
  /** Every token of a text as its number; without it, as while the data is broken, nothing is counted. */
  readonly fill?: (text: string) => string
  /** What a slide's text and exhibits rest on, `slideSources`; without it, as while the data is broken, nobody asks. */
  readonly sourcesIn?: (content: string) => readonly { readonly figures: readonly string[] }[]
  /** Every figure of the article, with the file that holds it. */
  readonly figureFiles: ReadonlyMap<string, string>
}

/** The id of the act that lies outside of the talk's count and clock. */
export const APPENDIX = 'appendix'

/** Whether a slide belongs to the talk itself. */
export const isTalk = ({ frontmatter }: SlideSource): boolean => frontmatter.act !== APPENDIX

type Rest = Partial<Pick<Problem, 'nearest' | 'severity'>>

/** A problem of a slide that shows something wrong, or nothing. */
export function fault({ name }: SlideSource, { file, line }: TextPlace, field: string, expected: string, rest: Rest = {}): Problem {
  return {
    file,
    line,
    subject: name,
    field,
    expected,
    ...rest.nearest !== undefined && { nearest: rest.nearest },
    severity: rest.severity ?? 'error',
  }
}

/** A problem of a slide that can be shown, and is not ready. */
export function unfinished(slide: SlideSource, place: TextPlace, field: string, expected: string, nearest?: string): Problem {
  return fault(slide, place, field, expected, { nearest, severity: 'unfinished' })
}

/** What was found, as a sentence quotes it: short, on one line. */
export function quoted(value: unknown): string {
  const text = typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value)
  const line = text.trim().replace(/\s+/g, ' ')
  return `"${line.length > 60 ? `${line.slice(0, 57)}…` : line}"`
}

/** Names as a sentence lists them. */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`
}
