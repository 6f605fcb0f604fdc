import type { DatePrecision, Place, Printable } from '../data/types'
import type { FloorKind, Words } from '../locales/types'
import { fill } from '../addon/deck'
import { isFloor } from '../data/bounds'
import { toDate } from '../data/dates'
import { spaceChinese } from './text'

/**
 * How a figure is printed: `number` beside a mark ("2,000+"), `unit` with its noun ("2,000+ people"),
 * `words` and `phrase` in a sentence ("more than four", "more than four years"), `printed` as the article has it.
 * In a language with measure words each of them has the measure word.
 */
export const figureStyles = ['number', 'unit', 'words', 'phrase', 'printed'] as const
export type FigureStyle = (typeof figureStyles)[number]

type FormatWords = Pick<Words, 'intl' | 'bounds' | 'units'> & Partial<Pick<Words, 'numerals'>>

export { fill }

const dateOptions: Record<DatePrecision, Intl.DateTimeFormatOptions> = {
  'day': { day: 'numeric', month: 'long', year: 'numeric' },
  'month': { month: 'long', year: 'numeric' },
  'mid-year': { year: 'numeric' },
  'year': { year: 'numeric' },
}

/** A decimal year as a date, as closely as it is known. */
export function formatDate(value: number, precision: DatePrecision, { intl }: Pick<Words, 'intl'>): string {
  return spaceChinese(new Intl.DateTimeFormat(intl.locale, { ...dateOptions[precision], timeZone: 'UTC' }).format(toDate(value)))
}

/** A plain number, as on an axis. */
export function formatNumber(value: number, { intl }: Pick<Words, 'intl'>): string {
  return spaceChinese(new Intl.NumberFormat(intl.locale, intl.number).format(value))
}

function formatDates(figure: Printable, words: FormatWords): string {
  const { bounds } = words
  const precision = ('precision' in figure && figure.precision) || 'year'
  const { value } = figure
  if (value === null)
    return bounds.unknown
  if (precision === 'mid-year') {
    const middle = typeof value === 'number' ? value : (value[0] + value[1]) / 2
    return fill(bounds.midYear, { n: formatDate(middle, 'year', words) })
  }
  return typeof value === 'number'
    ? formatDate(value, precision, words)
    : spaceChinese(fill(bounds.dateRange, { low: formatDate(value[0], precision, words), high: formatDate(value[1], precision, words) }))
}

/** Where something stands in the article: section and paragraph. */
export function formatPlace(
  { section, paragraph }: Place,
  { sections, place, punctuation }: Pick<Words, 'sections' | 'place' | 'punctuation'>,
): string {
  return fill(place, { section: sections[section], paragraph: [paragraph].flat().join(punctuation.comma) })
}

/** Which kind of floor a figure is, by its bound and the article's own words. */
function floorKind(figure: Printable): FloorKind {
  if (figure.bound === 'at-least')
    return 'counted'
  return 'printed' in figure && !figure.printed.includes('超过') ? 'some' : 'beyond'
}

/**
 * What follows the number: the measure word, if the language has any, and the noun, if it is wanted, in the right number; a floor is many.
 */
function unitText(figure: Printable, words: FormatWords, withNoun: boolean): string {
  if (figure.unit === 'times' || figure.unit === 'date')
    return ''
  const { measure, ...noun } = words.units[figure.unit]
  const many = isFloor(figure.bound) && figure.value !== 1
  const last = typeof figure.value === 'number' ? figure.value : figure.value?.[1] ?? 0
  const rule = new Intl.PluralRules(words.intl.locale).select(last) === 'one' && !many ? 'one' : 'other'
  if (measure === undefined)
    return withNoun ? ` ${noun[rule]}` : ''
  return withNoun ? measure + noun[rule] : measure
}

/** The template that says how a figure binds. */
function boundTemplate(figure: Printable, { bounds, units }: FormatWords, spoken: boolean): string {
  const { unit, bound } = figure
  if (unit === 'times')
    return bound === 'unknown' ? bounds.unknown : bounds.times[bound]
  switch (bound) {
    case 'at-least':
    case 'more-than': {
      const kind = floorKind(figure)
      const own = unit === 'date' || kind === 'counted' ? undefined : units[unit].floor
      return own ?? (spoken ? bounds.spokenFloor : bounds.compactFloor)[kind]
    }
    case 'less-than': return bounds.below
    case 'at-most': return spoken ? bounds.atMost : bounds.compactCeiling
    case 'about': return bounds.about
    default: return bounds.exact
  }
}

/** The template of a range's number: two small numbers that follow each other may be said in one breath, 一两. */
function rangeTemplate([low, high]: readonly [low: number, high: number], bounds: Words['bounds'], spoken: boolean): string {
  const areNeighbours = Number.isInteger(low) && high === low + 1 && high < 10
  return spoken ? (areNeighbours && bounds.spokenNeighbours) || bounds.spokenRange : bounds.range
}

/**
 * The one place where a number or date of the data becomes text.
 * @param figure a figure, a derived figure or an assumption; a value of `null` prints as "not known"
 * @param words the language
 * @param style see {@link figureStyles}; a date looks the same in all of them but `printed`
 * @throws RangeError for `printed` where the figure does not come from the article
 */
export function formatFigure(figure: Printable, words: FormatWords, style: FigureStyle = 'number'): string {
  if (style === 'printed') {
    if (!('printed' in figure))
      throw new RangeError(`"${figure.id}" is not a figure of the article: it has no printed form`)
    return figure.printed
  }
  if (figure.unit === 'date')
    return formatDates(figure, words)

  const { value, bound } = figure
  const { bounds } = words
  if (value === null || bound === 'unknown')
    return bounds.unknown

  const spoken = style === 'words' || style === 'phrase'
  const one = (n: number) => (spoken && figure.unit !== 'percent' ? words.numerals?.[n] : undefined) ?? formatNumber(n, words)
  const n = typeof value === 'number'
    ? one(value)
    : fill(rangeTemplate(value, bounds, spoken), { low: one(value[0]), high: one(value[1]) })
  const unit = unitText(figure, words, style === 'unit' || style === 'phrase')
  return spaceChinese(fill(boundTemplate(figure, words, spoken), { n, unit }))
}
