import type { Actor, Bound, Quantity } from '../data/types'
import type { Direction } from '../figures/chart-layout'
import type { Mark, Series } from '../figures/series'
import type { Words } from '../locales/types'
import fc from 'fast-check'
import { formatFigure } from '../figures/format'
import { toMark, trainingSeries } from '../figures/series'
import en from '../locales/en'
import zh from '../locales/zh'

/** Any chart that data could ask for: what property tests run through, and what a browser draws. */

/** A chart as it is asked for. */
export interface ChartCase {
  readonly language: string
  readonly direction: Direction
  readonly height: number
  readonly series: Series
}

/** Where rounding, words or digits change. */
const EDGES = [
  0,
  1,
  2,
  3,
  7,
  9,
  10,
  11,
  22,
  99,
  100,
  101,
  999,
  1000,
  2000,
  2270,
  2600,
  3600,
  9999,
  10_000,
  12_345,
  99_999,
  999_999,
  1_000_000,
]
const LARGEST = 1_000_000

/** From zero to a million, small ones as often as large ones. */
const whole = fc.oneof(
  fc.constantFrom(...EDGES),
  fc.nat({ max: LARGEST }),
  fc.double({ min: 0, max: 6, noNaN: true }).map(exponent => Math.round(10 ** exponent)),
)
const withTenths = fc.oneof(
  whole,
  fc.integer({ min: 0, max: 9999 }).map(tenths => tenths / 10),
)

type Value = Quantity['value']

/** A number, or a low and a high one. */
function valueOf(number: fc.Arbitrary<number>): fc.Arbitrary<Value> {
  const range = fc
    .tuple(number, number)
    .filter(([one, other]) => one !== other)
    .map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const)
  return fc.oneof({ weight: 3, arbitrary: number }, { weight: 1, arbitrary: range })
}

const bound = fc.constantFrom<Bound>('exact', 'at-least', 'at-most', 'about', 'exact', 'at-least', 'at-most', 'about', 'unknown')
const actors = fc.subarray<Actor>(['company', 'university', 'state'])

interface Kind {
  readonly unit: 'people' | 'papers' | 'days'
  readonly direction: Direction
  readonly height: number
  readonly number: fc.Arbitrary<number>
}

/** The deck's charts: by year, by venue, by training. */
const KINDS: readonly Kind[] = [
  { unit: 'people', direction: 'up', height: 480, number: whole },
  { unit: 'papers', direction: 'right', height: 480, number: whole },
  { unit: 'days', direction: 'right', height: 300, number: withTenths },
]

const plainLabels = [
  ['2014'],
  ['Leading venues, all years', 'the team'],
  ['January 2018 to', 'January 2019'],
  ['商汤'],
  ['一流期刊和会议，历年', '公司团队'],
]

function markOf(kind: Kind, words: Words): fc.Arbitrary<Mark> {
  return fc
    .record({
      value: valueOf(kind.number),
      bound,
      actors,
      style: fc.constantFrom('number', 'unit', 'phrase'),
      label: fc.constantFrom(...plainLabels),
      printed: fc.constantFrom('多', '超过'),
      hasNote: fc.integer({ min: 0, max: 4 }).map(n => n === 0),
      hypothetical: kind.unit === 'days' ? fc.boolean() : fc.constant(false),
    })
    .map(({ value, bound, actors, style, label, printed, hasNote, hypothetical }) => {
      const figure: Quantity = {
        id: 'papers-total',
        value,
        bound,
        unit: kind.unit,
        printed,
        section: 'origin',
        paragraph: 1,
        claimedBy: 'article',
      }
      const note
        = hasNote && kind.direction === 'right'
          ? words.labels.papersAhead.replace('{names}', Object.values(words.organisations).slice(0, 3).join(words.punctuation.comma))
          : undefined
      return toMark(figure, words, {
        label,
        actors,
        hypothetical,
        note,
        ...(bound === 'unknown' ? {} : { text: formatFigure(figure, words, style) }),
      })
    })
}

/** A chart of one to eight marks in either edition. */
function caseOf(kind: Kind, words: Words): fc.Arbitrary<ChartCase> {
  const { cell, steps } = trainingSeries(words)
  return fc.array(markOf(kind, words), { minLength: 1, maxLength: 8 }).map(marks => ({
    language: words.language,
    direction: kind.direction,
    height: kind.height,
    series: {
      intl: words.intl,
      axisTitle: words.labels[kind.unit],
      marks,
      ...(kind.unit === 'days' ? { cell, steps } : {}),
      ...(kind.unit === 'people' ? { gap: { headline: '× 123,456 or more', note: words.labels.notReported } } : {}),
    },
  }))
}

export const chartCase: fc.Arbitrary<ChartCase> = fc.oneof(...KINDS.flatMap(kind => [en, zh].map(words => caseOf(kind, words))))

/** The same as dots on a logarithmic axis, which always stand. */
export const dotCase: fc.Arbitrary<ChartCase> = fc.oneof(...[en, zh].map(words => caseOf(KINDS[0]!, words)))

export function dotWordsOf(language: string) {
  const { labels } = language === zh.language ? zh : en
  return { title: labels.logAxisPeople, offAxis: labels.offLogAxis }
}
