import type { Bound, DatePrecision, SectionId, Unit } from '../data/types'
import type { PrintedDate } from './printed-date'
import type { Slip } from './slips'
import { toDate } from '../data/dates'
import { datePrecisions, bounds as knownBounds, wholeUnits } from '../data/types'
import { measureWords, readPrinted } from './printed'
import { readPrintedDate } from './printed-date'
import { isRecord, shown } from './slips'

type Fields = Readonly<Record<string, unknown>>
type Value = number | readonly [low: number, high: number]

/** What the article is, as far as its figures have to agree with it. */
export interface ArticleFacts {
  /** First and last paragraph of each section. */
  readonly sections: Readonly<Record<string, readonly [number, number]>>
  /** When it was published, as a decimal year. */
  readonly publishedOn: number
}

const ONE_NUMBER = '; a single number is no range'

/** No count of the article is larger, by far: more is a slip of the finger. */
const LARGEST = 1e9
/** Before it nothing can have happened that the article tells of; and no date of it is later than that. */
const EARLIEST_YEAR = 1900
const LATEST_YEAR = 2100
/** Decimal years are sums of fractions: an hour more or less is the same date. */
const HOUR = 1 / 8766

function isValue(value: unknown): value is Value {
  return typeof value === 'number' || (Array.isArray(value) && value.length === 2 && value.every(end => typeof end === 'number'))
}
const ends = (value: Value): readonly number[] => (typeof value === 'number' ? [value] : value)
const isWhole = (unit: unknown) => (wholeUnits as readonly unknown[]).includes(unit)

/** A decimal year as one reads it. */
function dateText(year: number, precision: unknown): string {
  if (!Number.isFinite(year) || Math.abs(year) > 9999)
    return String(year)
  return toDate(year)
    .toISOString()
    .slice(0, { 'day': 10, 'month': 7, 'mid-year': 7 }[String(precision)] ?? 4)
}

function valueText(value: Value, { unit, precision }: Fields): string {
  return ends(value)
    .map(end => (unit === 'date' ? dateText(end, precision) : String(end)))
    .join(' to ')
}

/** Whether a value is one at all, apart from what it says. */
function* shapeSlips({ value, unit, bound }: Fields): Generator<Slip> {
  const noun = unit === 'date' ? 'a date (yearMonth, yearMonthDay or a year)' : 'a number'
  if (!isValue(value)) {
    yield { path: ['value'], expected: `expected ${noun} or a [low, high] range, found ${shown(value)}` }
    return
  }
  for (const [index, end] of ends(value).entries()) {
    const path = typeof value === 'number' ? ['value'] : ['value', index]
    if (Number.isNaN(end) && unit === 'date')
      yield { path, expected: 'expected a date that exists, found one that does not' }
    else if (!Number.isFinite(end))
      yield { path, expected: `expected ${noun}, found ${end}` }
    else if (unit === 'date' && (end < EARLIEST_YEAR || end >= LATEST_YEAR))
      yield { path, expected: `expected a year from ${EARLIEST_YEAR} to ${LATEST_YEAR - 1}, found ${Math.floor(end)}` }
    else if (end < 0)
      yield { path, expected: `expected ${noun} from 0 upwards, found ${end}` }
    else if (unit !== 'date' && end > LARGEST)
      yield { path, expected: `expected at most ${LARGEST}, found ${end}` }
    else if (isWhole(unit) && !Number.isInteger(end))
      yield { path, expected: `expected a whole number: ${unit} have no fractions, found ${end}` }
  }
  if (typeof value !== 'number' && value[0] >= value[1]) {
    yield {
      path: ['value'],
      expected: `expected [low, high] with low below high, found ${shown(value)}${value[0] === value[1] ? ONE_NUMBER : ''}`,
    }
  }
  if (typeof value !== 'number' && bound !== 'exact' && bound !== 'about' && typeof bound === 'string')
    yield { path: ['bound'], expected: `expected "exact" or "about" for a range, found ${shown(bound)}` }
}

/** Whether a date has a precision that its value can have, and lies where the article can know of it. */
function* dateSlips({ id, value, unit, precision }: Fields, { publishedOn }: ArticleFacts): Generator<Slip> {
  if ((unit === 'date') !== (precision !== undefined)) {
    yield {
      path: ['precision'],
      expected: `expected a precision on dates, and on nothing else, found ${shown(precision)} on a figure in ${shown(unit)}`,
    }
  }
  if (unit !== 'date' || !isValue(value) || !Number.isFinite(publishedOn) || ends(value).some(end => end >= LATEST_YEAR))
    return
  const published = `the article's publication (${dateText(publishedOn, 'day')})`
  if (id !== 'reposted-on' && id !== 'published-on' && ends(value).some(end => end > publishedOn + HOUR)) {
    yield {
      path: ['value'],
      expected: `expected a date before ${published}, found ${dateText(Math.max(...ends(value)), precision)}`,
    }
  }
  if (id === 'reposted-on' && ends(value).some(end => end < publishedOn - HOUR)) {
    yield {
      path: ['value'],
      expected: `expected a date from ${published} on, found ${dateText(Math.min(...ends(value)), precision)}`,
    }
  }
  const isStart = (end: number) =>
    precision === 'year' ? Number.isInteger(end) : precision !== 'month' || toDate(end).getUTCDate() === 1
  const off = ends(value).find(end => Number.isFinite(end) && !isStart(end))
  if (off !== undefined)
    yield { path: ['value'], expected: `expected the start of a ${precision}, as precision says, found ${dateText(off, 'day')}` }
}

/** What the article prints, and what the record says it means. */
interface Reading {
  readonly value: Value
  readonly orValue?: number
  readonly bounds: readonly Bound[]
}

function same(a: Value, b: Value, tolerance: number): boolean {
  const [left, right] = [ends(a), ends(b)]
  return left.length === right.length && left.every((end, index) => Math.abs(end - right[index]!) <= tolerance)
}

function* boundSlips({ printed, bound }: Fields, { bounds }: Reading): Generator<Slip> {
  if ((knownBounds as readonly unknown[]).includes(bound) && !(bounds as readonly unknown[]).includes(bound)) {
    const expected = bounds.map(shown).join(' or ')
    yield { path: ['bound'], expected: `expected ${expected}, as printed ${shown(printed)} says, found ${shown(bound)}` }
  }
}

/** A number, its bound and its unit against what is printed. */
function* printedNumberSlips(figure: Fields): Generator<Slip> {
  const { printed, value, unit, bound } = figure
  const reading = readPrinted(String(printed))
  const { measures } = measureWords[unit as Exclude<Unit, 'date'>]
  if (!reading) {
    if (bound !== 'unknown') {
      yield {
        path: ['printed'],
        expected: `expected one number in ${unit}, as in "3${measures[0]}" or "超过3${measures[0]}", can't read one out of ${shown(printed)}`,
      }
    }
    return
  }
  if (reading.units && !reading.units.includes(unit as Unit)) {
    const counted = reading.units.length ? `, which counts ${reading.units.join(' or ')}` : ''
    yield {
      path: ['printed'],
      expected: `expected a measure word for ${unit} (${measures.join(', ')}), found ${shown(printed)}${counted}`,
    }
  }
  if (!isValue(value) || ![reading.value, reading.orValue ?? reading.value].some(said => same(said, value, 1e-9))) {
    yield {
      path: ['value'],
      expected: `expected ${valueText(reading.value, figure)}, as printed ${shown(printed)} says, found ${shown(value)}`,
    }
  }
  yield* boundSlips(figure, reading)
}

/** Whether a range lies in the part of a year that is named, and around its middle where that is what is named. */
function isWithin(value: unknown, [from, to]: readonly [number, number], precision: DatePrecision): boolean {
  if (!Array.isArray(value))
    return false
  const [low, high] = value as [number, number]
  const middle = Math.floor(from) + 0.5
  return low >= from - HOUR && high <= to + HOUR && (precision !== 'mid-year' || (low <= middle && high >= middle))
}

/** A date, its precision and its bound against what is printed. */
function* printedDateSlips(figure: Fields, { publishedOn }: ArticleFacts): Generator<Slip> {
  const { printed, value, precision } = figure
  const reading: PrintedDate | undefined = readPrintedDate(String(printed), Math.floor(publishedOn))
  if (!reading) {
    yield {
      path: ['printed'],
      expected: `expected one date that exists, as in "2018年9月", can't read one out of ${shown(printed)}`,
    }
    return
  }
  if (!(datePrecisions as readonly unknown[]).includes(precision))
    return
  if (reading.precision !== precision) {
    yield {
      path: ['precision'],
      expected: `expected ${shown(reading.precision)}, as printed ${shown(printed)} says, found ${shown(precision)}`,
    }
    return
  }
  const agrees = reading.isVague
    ? isWithin(value, reading.value as [number, number], reading.precision)
    : isValue(value) && same(reading.value, value, HOUR)
  if (!agrees) {
    const wanted = reading.isVague
      ? `a [low, high] range within ${valueText(reading.value, figure)}`
      : valueText(reading.value, figure)
    yield {
      path: ['value'],
      expected: `expected ${wanted}, as printed ${shown(printed)} says, found ${isValue(value) ? valueText(value, figure) : shown(value)}`,
    }
  }
  yield* boundSlips(figure, reading)
}

/** Everything in a figure that its schema can't see: whether its number can be, and is what the article prints. */
export function figureSlips(figure: Fields, article: ArticleFacts): Slip[] {
  const own = [...shapeSlips(figure), ...dateSlips(figure, article)]
  const { unit, printed } = figure
  if (own.length > 0 || typeof printed !== 'string' || printed.trim() === '')
    return own
  if (unit === 'date')
    return Number.isFinite(article.publishedOn) ? [...printedDateSlips(figure, article)] : []
  return typeof unit === 'string' && unit in measureWords ? [...printedNumberSlips(figure)] : []
}

/** Paragraphs that the article has not, or has in another section. */
export function placeSlips(record: unknown, { sections }: ArticleFacts): Slip[] {
  if (!isRecord(record) || typeof record.section !== 'string')
    return []
  const span = sections[record.section as SectionId]
  const paragraphs = [record.paragraph].flat()
  const last = Math.max(...Object.values(sections).map(([, last]) => last))
  const slips = paragraphs.flatMap((paragraph, index): Slip[] => {
    const path = Array.isArray(record.paragraph) ? ['paragraph', index] : ['paragraph']
    if (typeof paragraph !== 'number' || !span)
      return []
    if (!Number.isInteger(paragraph) || paragraph < 1 || paragraph > last)
      return [{ path, expected: `expected a whole number from 1 to ${last}, the article's last paragraph, found ${paragraph}` }]
    const own = Object.entries(sections).find(([, [from, to]]) => paragraph >= from && paragraph <= to)?.[0]
    return own === record.section
      ? []
      : [
          {
            path,
            expected: `expected a paragraph of section ${shown(record.section)} (${span.join(' to ')}), found ${paragraph}, which lies in `
              + `"${own}"`,
          },
        ]
  })
  const isAscending = paragraphs.every((paragraph, index) => index === 0 || Number(paragraphs[index - 1]) < Number(paragraph))
  return slips.length > 0 || isAscending
    ? slips
    : [{ path: ['paragraph'], expected: `expected paragraphs in their order, found ${shown(record.paragraph)}` }]
}
