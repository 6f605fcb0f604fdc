import type { OtherFigure, OtherTime } from '../data/other-types'
import type { OtherWords } from '../locales/other-types'
import type { Words } from '../locales/types'
import { fill, formatDate, formatNumber } from './format'
import { spaceChinese } from './text'

/** `number` as it stands beside a mark, `phrase` in a sentence, with its unit and with its bound in words; `time` is when it holds. */
export type OtherStyle = 'number' | 'phrase' | 'time'

/** What printing a figure of another source needs of a language. */
export type FormatWords = Pick<Words, 'intl' | 'bounds' | 'numerals' | 'units'>

/** A time, as closely as it is known. */
export function formatTime({ from, to, precision }: OtherTime, words: FormatWords, others: OtherWords): string {
  if (from !== null)
    return formatDate(from, precision, words)
  if (precision === 'year')
    return spaceChinese(fill(others.byEnd, { date: String(to - 1) }))
  return spaceChinese(fill(others.before, { date: formatDate(to, precision, words) }))
}

function unitText({ unit, amount, bound }: OtherFigure, words: FormatWords, others: OtherWords, withNoun: boolean): string {
  if (unit === 'date' || unit === 'thirds')
    return ''
  const { measure, ...noun } = unit === 'models' ? others.units.models : words.units[unit]
  const many = bound !== 'exact' || new Intl.PluralRules(words.intl.locale).select(amount) !== 'one'
  const named = many ? noun.other : noun.one
  if (measure === undefined)
    return withNoun ? ` ${named}` : ''
  return withNoun ? measure + named : measure
}

function template({ bound }: OtherFigure, { bounds }: FormatWords, { closeTo }: OtherWords, style: OtherStyle): string {
  switch (bound) {
    case 'more-than': return (style === 'phrase' ? bounds.spokenFloor : bounds.compactFloor).some
    case 'about': return bounds.about
    case 'close-to': return closeTo
    default: return bounds.exact
  }
}

/** The one place where a number or date of another source becomes text. */
export function formatOther(figure: OtherFigure, words: FormatWords, others: OtherWords, style: OtherStyle = 'number'): string {
  if (style === 'time')
    return figure.time ? formatTime(figure.time, words, others) : ''
  if (figure.unit === 'date')
    return formatDate(figure.amount, figure.precision ?? 'year', words)
  if (figure.unit === 'thirds')
    return others.thirds[figure.amount - 1] ?? String(figure.amount)
  // A share is printed to the digits that it has.
  const n = figure.unit === 'percent' ? String(figure.amount) : formatNumber(figure.amount, words)
  return spaceChinese(fill(template(figure, words, others, style), { n, unit: unitText(figure, words, others, style === 'phrase') }))
}
