import type { Bound, DatePrecision } from '../data/types'
import { yearMonth, yearMonthDay } from '../data/dates'
import { readNumeral } from './numeral'
import { plainText } from './printed'

/** What a date of the article says, read out of its Chinese. */
export interface PrintedDate {
  /** Decimal years: a date, or first and last of a range; for a vague part of a year, the window in which its range has to lie. */
  readonly value: number | readonly [low: number, high: number]
  readonly precision: DatePrecision
  readonly bounds: readonly Bound[]
  /** "The middle of the year", "at the end of the year": any range within the value. */
  readonly isVague: boolean
}

type Plain = Pick<PrintedDate, 'value' | 'precision' | 'isVague'>

/** Years by their names, before or after that of publication. */
const NAMED_YEARS: Readonly<Record<string, number>> = { 今年: 0, 本年: 0, 去年: -1, 前年: -2, 大前年: -3 }
const MONTHS_OF: Readonly<Record<string, readonly [from: number, to: number]>> = {
  初: [1, 4],
  上半年: [1, 7],
  下半年: [7, 13],
  底: [10, 13],
  末: [10, 13],
}
const MIDDLE = [4, 11] as const

/** Start of a month that may be the first of the next year. */
const monthStart = (year: number, month: number) => (month > 12 ? year + 1 : yearMonth(year, month))

/** Chinese numerals before 年, 月, 日 as digits. */
function withDigits(text: string) {
  return text.replace(/[〇零一二三四五六七八九十]+(?=[年月日号])/g, numeral => String(readNumeral(numeral) ?? numeral))
}

/** Years by their names, and of two digits, in full. */
function withYears(text: string, publishedIn: number): string {
  const named = text.replace(/大?前年|去年|今年|本年/, name => `${publishedIn + NAMED_YEARS[name]!}年`)
  return named.replace(/^(\d\d)年/, (_, short: string) => {
    const century = Math.floor(publishedIn / 100) * 100
    return `${century + Number(short) > publishedIn ? century - 100 + Number(short) : century + Number(short)}年`
  })
}

function readVague(text: string): Plain | undefined {
  const middle = /^(\d{4})年年?中[期旬]?$/.exec(text)
  if (middle) {
    return {
      value: [monthStart(Number(middle[1]), MIDDLE[0]), monthStart(Number(middle[1]), MIDDLE[1])],
      precision: 'mid-year',
      isVague: true,
    }
  }
  const part = /^(\d{4})年(?:年?([初底末])|([上下]半年))$/.exec(text)
  if (!part)
    return undefined
  const [from, to] = MONTHS_OF[part[2] ?? part[3]!]!
  return { value: [monthStart(Number(part[1]), from), monthStart(Number(part[1]), to)], precision: 'month', isVague: true }
}

/** One date: a year, a month or a day. */
function readOne(text: string): Plain | undefined {
  const day = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?$/.exec(text)
  const month = /^(\d{4})(?:[-/.](\d{1,2})|年(\d{1,2})月份?)$/.exec(text)
  const year = /^(\d{4})年?$/.exec(text)
  const known = (value: number, precision: DatePrecision) =>
    Number.isNaN(value) ? undefined : { value, precision, isVague: false }
  if (day)
    return known(yearMonthDay(Number(day[1]), Number(day[2]), Number(day[3])), 'day')
  if (month)
    return known(yearMonth(Number(month[1]), Number(month[2] ?? month[3])), 'month')
  return year ? known(Number(year[1]), 'year') : readVague(text)
}

/** From one date to another, of which the second leaves out what it shares with the first. */
function readRange(text: string): Plain | undefined {
  for (const separator of text.matchAll(/到|至|[-–—~〜]+/g)) {
    const [first, second] = [text.slice(0, separator.index), text.slice(separator.index + separator[0].length)]
    const shared = /^(?:\d{4}年)?(?:\d{1,2}月)?/.exec(first)![0]
    const low = readOne(first) ?? (/^\d{1,2}$/.test(first) ? undefined : readOne(`${first}${second.replace(/^\d+/, '')}`))
    const high = readOne(second) ?? readOne(shared.replace(/\d+月$/, '') + second) ?? readOne(shared + second)
    if (
      low
      && high
      && typeof low.value === 'number'
      && typeof high.value === 'number'
      && low.precision === high.precision
      && low.value < high.value
    ) {
      return { value: [low.value, high.value], precision: low.precision, isVague: false }
    }
  }
  return undefined
}

const HEDGES: readonly (readonly [pattern: RegExp, bound: Bound])[] = [
  [/^(?:大约在?|大概在?|约莫|约在?)|(?:左右|前后|许)$/, 'about'],
  [/^(?:不晚于|最晚|最迟)|(?:以前|之前)$/, 'at-most'],
  [/^(?:不早于|最早)|(?:以后|之后|以来|起)$/, 'at-least'],
]
const NEUTRAL = /^(?:早在|就在|直到|自从|[从自在于])/
const TIME_OF_DAY = /(?<=\d[日号]?)[\sT]*\d{1,2}:\d{2}(?::\d{2})?$/
/** A name with its year: CVPR 2018. */
const NAME = /^[a-z][a-z&.'’ -]*(?=\d{4}$)/i

/**
 * The date that a figure of the article states.
 * @param text as the article prints it: "2018年9月", "2019-01-28", "去年年中", "CVPR 2018"
 * @param publishedIn year of the article, for "last year"
 * @returns undefined where the text is not one date, or names one that does not exist
 */
export function readPrintedDate(text: string, publishedIn: number): PrintedDate | undefined {
  let plain = plainText(text.normalize('NFKC').trim().replace(TIME_OF_DAY, '')).replace(NEUTRAL, '')
  const bounds = new Set<Bound>()
  for (const [pattern, bound] of HEDGES) {
    if (pattern.test(plain))
      bounds.add(bound)
    plain = plain.replace(pattern, '')
  }
  plain = withYears(withDigits(plain.replace(NEUTRAL, '').replace(NAME, '')), publishedIn)
  const date = readOne(plain) ?? readRange(plain)
  if (!date || bounds.size > 1)
    return undefined
  const [bound = date.isVague ? 'about' : 'exact'] = bounds
  return { ...date, bounds: [bound] }
}
