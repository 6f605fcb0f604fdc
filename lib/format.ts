import type { DatePrecision, Place, Printable } from '../data/types'
import type { Words } from '../locales/types'
import { toDate } from '../data/dates'

/**
 * How a figure is printed: `number` beside a mark ("2,000+"), `unit` with its noun ("2,000+ people"),
 * `words` and `phrase` in a sentence ("more than four", "more than four years"), `printed` as the article has it.
 */
export const figureStyles = ['number', 'unit', 'words', 'phrase', 'printed'] as const
export type FigureStyle = (typeof figureStyles)[number]

type FormatWords = Pick<Words, 'language' | 'bounds' | 'numerals' | 'units'>

function fill(template: string, values: Record<string, string>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}

const dateOptions: Record<DatePrecision, Intl.DateTimeFormatOptions> = {
  'day': { day: 'numeric', month: 'long', year: 'numeric' },
  'month': { month: 'long', year: 'numeric' },
  'mid-year': { year: 'numeric' },
  'year': { year: 'numeric' },
}

function formatDate(value: number, precision: DatePrecision, language: string): string {
  // en-GB gives "28 January 2019"; other languages use their own order.
  const locale = language === 'en' ? 'en-GB' : language
  return new Intl.DateTimeFormat(locale, { ...dateOptions[precision], timeZone: 'UTC' }).format(toDate(value))
}

function formatDates(figure: Printable, words: FormatWords): string {
  const { bounds, language } = words
  const precision = ('precision' in figure && figure.precision) || 'year'
  const { value } = figure
  if (value === null)
    return bounds.unknown
  if (precision === 'mid-year') {
    const middle = typeof value === 'number' ? value : (value[0] + value[1]) / 2
    return fill(bounds.midYear, { n: formatDate(middle, 'year', language) })
  }
  return typeof value === 'number'
    ? formatDate(value, precision, language)
    : fill(bounds.spokenRange, { low: formatDate(value[0], precision, language), high: formatDate(value[1], precision, language) })
}

/** Where something stands in the article: section and paragraph. */
export function formatPlace({ section, paragraph }: Place, words: Pick<Words, 'sections'>): string {
  return `${words.sections[section]}, ¶ ${[paragraph].flat().join(', ')}`
}

/** The noun of a figure's unit in the right number; a floor or a range is many. */
function noun(figure: Printable, words: FormatWords): string {
  if (figure.unit === 'times' || figure.unit === 'date')
    return ''
  const many = figure.bound === 'at-least' && figure.value !== 1
  const last = typeof figure.value === 'number' ? figure.value : figure.value?.[1] ?? 0
  const rule = new Intl.PluralRules(words.language).select(last) === 'one' && !many ? 'one' : 'other'
  return words.units[figure.unit][rule]
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
  const digits = new Intl.NumberFormat(words.language, { maximumFractionDigits: 1 })
  const one = (n: number) => (spoken ? words.numerals[n] : undefined) ?? digits.format(n)
  const plain = typeof value === 'number'
    ? one(value)
    : fill(spoken ? bounds.spokenRange : bounds.range, { low: one(value[0]), high: one(value[1]) })

  const template = figure.unit === 'times'
    ? (bound === 'at-least' ? bounds.timesFloor : bounds.times)
    : {
        'exact': '{n}',
        'about': bounds.about,
        // The article's own floors say "more than" (多, 超过); our counts of open lists say "at least".
        'at-least': spoken ? ('printed' in figure ? bounds.moreThan : bounds.atLeast) : bounds.compactFloor,
        'at-most': spoken ? bounds.atMost : bounds.compactCeiling,
      }[bound]
  const text = fill(template, { n: plain })
  const withNoun = style === 'unit' || style === 'phrase'
  return withNoun ? `${text} ${noun(figure, words)}`.trim() : text
}
