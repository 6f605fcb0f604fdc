/**
 * The shapes of everything in `data/`. No Vue, no Slidev, no Chart.js: a presenter edits records, nothing else.
 */

/** How a stated number binds: `at-least` is a floor ("2000多名"), `unknown` means that no number can be stated. */
export type Bound = 'exact' | 'at-least' | 'at-most' | 'about' | 'unknown'

/** Who makes a claim. Everything reaches us through the article; these are the voices in it. */
export type Claimant = 'article' | 'xu-li' | 'policy-text' | 'unnamed-ranking'

/** The article's parts: its header lines, the part before the first heading, and one for each heading. */
export type SectionId = 'header' | 'lead' | 'origin' | 'tools' | 'people' | 'closing'

/** Whose hue a mark carries. The article never separates research from universities. */
export type Actor = 'university' | 'company' | 'state'

/** Who can gain: an actor, or everybody else. */
export type Beneficiary = Actor | 'public'

export type Unit
  = 'people' | 'papers' | 'gpus' | 'days' | 'months' | 'years' | 'laboratories'
    | 'offices' | 'cities' | 'universities' | 'teams' | 'mechanisms' | 'times' | 'percent' | 'date'

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
export type DatePrecision = 'day' | 'month' | 'mid-year' | 'year'

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
