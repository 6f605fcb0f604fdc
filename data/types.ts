/**
 * The shapes of everything in `data/`. No Vue, no Slidev, no Chart.js: a presenter edits records, nothing else.
 */

/**
 * How a stated number binds. Floors: `more-than` excludes the number itself ("2000多名", "超过400支"), `at-least` includes it ("400支以上");
 * so do ceilings, `less-than` and `at-most`. `unknown` means that no number can be stated.
 */
export const bounds = ['exact', 'at-least', 'more-than', 'at-most', 'less-than', 'about', 'unknown'] as const
export type Bound = (typeof bounds)[number]
/** How a number binds where the number itself does not matter: on which side it is open. */
export type BoundSide = Exclude<Bound, 'more-than' | 'less-than'>

/** Who makes a claim. Everything reaches us through the article; these are the voices in it. */
export const claimants = ['article', 'xu-li', 'policy-text', 'unnamed-ranking'] as const
export type Claimant = (typeof claimants)[number]

/** The article's parts: its header lines, the part before the first heading, and one for each heading. */
export const sectionIds = ['header', 'lead', 'origin', 'tools', 'people', 'closing'] as const
export type SectionId = (typeof sectionIds)[number]

/** Whose hue a mark carries. The article never separates research from universities. */
export const actors = ['university', 'company', 'state'] as const
export type Actor = (typeof actors)[number]

/** Who can gain: an actor, or everybody else. */
export type Beneficiary = Actor | 'public'

/** Units of things: there is no half of one. */
export const wholeUnits = ['people', 'papers', 'gpus', 'laboratories', 'offices', 'cities', 'universities', 'teams', 'mechanisms'] as const
/** Units that have fractions. */
export const measuredUnits = ['days', 'months', 'years', 'times', 'percent'] as const
export type Unit = (typeof wholeUnits)[number] | (typeof measuredUnits)[number] | 'date'

/** Where in the article something stands: paragraph n is the n-th non-blank line of the source text. */
export interface Place {
  readonly section: SectionId
  readonly paragraph: number | readonly number[]
}

/** A place, and whose claim stands there. */
export interface Provenance extends Place {
  readonly claimedBy: Claimant
}

interface FigureBase extends Provenance {
  readonly id: string
  readonly bound: Bound
  /** The figure as the article prints it, and nothing longer. */
  readonly printed: string
}

/** A counted or measured number, or a `[low, high]` range, in `unit`. */
export interface Quantity extends FigureBase {
  readonly value: number | readonly [low: number, high: number]
  readonly unit: Exclude<Unit, 'date'>
}

/** How closely the article dates something. */
export const datePrecisions = ['day', 'month', 'mid-year', 'year'] as const
export type DatePrecision = (typeof datePrecisions)[number]

/**
 * A date as a decimal year: the start of the day, month or year that is meant (`yearMonth(2018, 9)` is 2018.667);
 * "the middle of last year" is a `[low, high]` range.
 */
export interface DateFigure extends FigureBase {
  readonly value: number | readonly [low: number, high: number]
  readonly unit: 'date'
  readonly precision: DatePrecision
}

/** A number or date of the article, with its evidence. */
export type Figure = Quantity | DateFigure

/** A number that we work out ourselves; `value` is `null` where the bounds leave nothing to state. */
export interface DerivedFigure {
  readonly id: string
  readonly value: number | readonly [low: number, high: number] | null
  readonly bound: Bound
  readonly unit: Unit
  readonly precision?: DatePrecision
  /** Ids of the figures, lists or assumptions that it follows from. */
  readonly from: readonly string[]
}

/** Something that we assume so that two figures can share an axis; the deck states it wherever it is used. */
export interface Assumption {
  readonly id: string
  readonly value: number
  readonly bound: 'exact'
  readonly unit: Unit
}

/** A claim of the article without a number. Its words live in `locales/`, under the same id. */
export interface Statement extends Provenance {
  readonly id: string
}

/** Anything that `formatFigure` can print. */
export type Printable = Figure | DerivedFigure | Assumption
