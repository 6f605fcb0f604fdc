import type { Actor, DatePrecision } from './types'

/**
 * What other sources say: records of a second kind. They have no section, paragraph or printed form, and their number is an `amount`, so
 * that nothing that takes a figure of the article takes one of these, and the other way round.
 */

/** What was seen of a source. */
export const readings = [
  'abstract',
  'abstract-and-affiliations',
  'page',
  'page-about-it',
  'summary',
  'report',
  'report-of-a-report',
  'secondary',
] as const
export type Reading = (typeof readings)[number]

/** How a stated number binds; `close-to` lies just under the number. */
export const otherBounds = ['exact', 'more-than', 'about', 'close-to'] as const
export type OtherBound = (typeof otherBounds)[number]

export const otherUnits = ['people', 'papers', 'laboratories', 'models', 'percent', 'thirds', 'date'] as const
export type OtherUnit = (typeof otherUnits)[number]

/** A time as closely as it is known, in decimal years; one without a beginning is only known to lie before its end. */
export interface OtherTime {
  readonly from: number | null
  readonly to: number
  readonly precision: Exclude<DatePrecision, 'mid-year'>
}

/** Somebody else than the article. */
export interface OtherSource {
  readonly id: string
  /** Who says it, by name; by whom it reached us is said in `locales/`, under the same id. */
  readonly who: string | null
  readonly title: string | null
  readonly date: OtherTime | null
  /** An address or a number by which it is found; `null` where the record has none. */
  readonly address: string | null
  readonly read: Reading
}

/** A number or date of another source. */
export interface OtherFigure {
  readonly id: string
  /** What it is the figure of, by a name that is the same in every language. */
  readonly name?: string
  readonly sources: readonly string[]
  /** A date is the decimal year at which it begins. */
  readonly amount: number
  readonly bound: OtherBound
  readonly unit: OtherUnit
  /** How closely a date is known. */
  readonly precision?: OtherTime['precision']
  /** When it holds. */
  readonly time?: OtherTime
  /** Of what a share is a share: words in `locales/`, by this id. */
  readonly base?: string
  readonly actors: readonly Actor[]
}

/** What became of a claim that was looked up elsewhere. */
export const verdicts = ['agrees', 'goes-further', 'speaks-against', 'not-found'] as const
export type Verdict = (typeof verdicts)[number]

/** A claim of the article beside what others say. Its words live in `locales/`, under the same id. */
export interface CheckedClaim {
  readonly id: string
  /** Ids of figures of the article; none where the claim has no number. */
  readonly article: readonly string[]
  readonly others: readonly string[]
  readonly verdict: Verdict
}
