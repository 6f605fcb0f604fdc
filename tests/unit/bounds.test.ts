import type { Bounded } from '../../data/bounds'
import type { Words } from '../../locales'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printableQuotient, ratio } from '../../data/bounds'
import { bounds as knownBounds } from '../../data/types'
import { formatFigure } from '../../figures/format'
import { editions } from '../../locales/editions'
import { wordsOf } from '../../locales/records'

const exact = (value: Bounded['value']): Bounded => ({ value, bound: 'exact' })
const floor = (value: number): Bounded => ({ value, bound: 'at-least' })
const beyond = (value: number): Bounded => ({ value, bound: 'more-than' })
const below = (value: number): Bounded => ({ value, bound: 'less-than' })
const ceiling = (value: number): Bounded => ({ value, bound: 'at-most' })

describe('ratio', () => {
  it.each([
    ['exact over exact is exact', exact(44), exact(22), { value: 2, bound: 'exact' }],
    ['a floor over an exact number is a floor', floor(2000), exact(20), { value: 100, bound: 'at-least' }],
    ['a known part over a floor is at most', exact(37), floor(400), { value: 37 / 400, bound: 'at-most' }],
    ['a floor over a floor is unknown', floor(150), floor(2000), { value: null, bound: 'unknown' }],
    ['a ceiling over an exact number is at most', ceiling(10), exact(5), { value: 2, bound: 'at-most' }],
    ['a range over an exact number is a range', exact([1, 2]), exact(2), { value: [0.5, 1], bound: 'exact' }],
    ['more than a number, over an exact one, is more than their ratio', beyond(2000), exact(20), { value: 100, bound: 'more-than' }],
    ['a known part of more than a number is less than its share', exact(37), beyond(400), { value: 37 / 400, bound: 'less-than' }],
    ['a floor over less than a number is never reached', floor(37), below(400), { value: 37 / 400, bound: 'more-than' }],
    ['less than a number over a floor is never reached', below(37), floor(400), { value: 37 / 400, bound: 'less-than' }],
    ['a floor over a range is a floor by its far end', floor(30), exact([1, 2]), { value: 15, bound: 'at-least' }],
    ['a ceiling over a ceiling is unknown', ceiling(1), ceiling(2), { value: null, bound: 'unknown' }],
    ['unknown stays unknown', { value: 5, bound: 'unknown' } as Bounded, exact(5), { value: null, bound: 'unknown' }],
    ['about stays about', { value: 10, bound: 'about' } as Bounded, exact(5), { value: 2, bound: 'about' }],
  ])('%s', (_, part, whole, expected) => expect(ratio(part, whole)).toEqual(expected))

  it.each([0, -22, Number.NaN])('knows nothing of a ratio to %d', (whole) => {
    expect(ratio(exact(1), exact(whole))).toEqual({ value: null, bound: 'unknown' })
  })
})

describe('a quotient in print', () => {
  it.each([
    ['a floor is rounded down', { value: 90.909, bound: 'at-least' }, { value: 90, bound: 'at-least' }],
    ['and stays one that is not reached', { value: 90.909, bound: 'more-than' }, { value: 90, bound: 'more-than' }],
    ['to two digits', { value: 163.636, bound: 'at-least' }, { value: 160, bound: 'at-least' }],
    ['a ceiling is rounded up', { value: 90.909, bound: 'at-most' }, { value: 91, bound: 'at-most' }],
    ['a range is rounded outwards', { value: [2.27, 3.14], bound: 'exact' }, { value: [2.2, 3.2], bound: 'exact' }],
    ['a whole quotient stays exact', { value: 1234, bound: 'exact' }, { value: 1234, bound: 'exact' }],
    ['and so does one that is printed to its last digit', { value: 2.5, bound: 'exact' }, { value: 2.5, bound: 'exact' }],
    ['any other becomes approximate', { value: 2.2727, bound: 'exact' }, { value: 2.3, bound: 'about' }],
    ['a floor of next to nothing says nothing', { value: 0.03, bound: 'at-least' }, { value: null, bound: 'unknown' }],
    ['an exact one of next to nothing is below the finest step', { value: 0.03, bound: 'exact' }, { value: 0.1, bound: 'at-most' }],
    ['what is not known stays so', { value: null, bound: 'unknown' }, { value: null, bound: 'unknown' }],
  ] as const)('%s', (_, quotient, printed) => expect(printableQuotient(quotient)).toEqual(printed))

  /** The numbers that a figure allows, as its bound says; an approximate one stands for itself. */
  const allowed = ({ value, bound }: Bounded, share: number) => {
    const [low, high] = typeof value === 'number' ? [value, value] : value
    switch (bound) {
      case 'at-least': return low + share * 1000
      case 'more-than': return low + 1e-6 * low + share * 1000
      case 'at-most': return share * high
      case 'less-than': return share * high * (1 - 1e-6)
      case 'unknown': return share * 1e6
      default: return low + share * (high - low)
    }
  }
  const amount = fc.oneof(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 1_000_000 }))
  const bounded = fc.record({
    value: fc.oneof(amount, fc.tuple(amount, amount).map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)])),
    bound: fc.constantFrom(...knownBounds),
  })
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  const number = (text: string) => {
    const [, digits = '', unit] = /([\d,.]+)(万|亿)?/.exec(text) ?? []
    return Number(digits.replaceAll(',', '')) * ({ 万: 1e4, 亿: 1e8 }[unit ?? ''] ?? 1)
  }

  /** How the text of a quotient binds: which of the templates it follows, and its numbers. */
  function read(text: string, { bounds }: Words) {
    const { 'at-least': floor, 'more-than': beyond, 'at-most': ceiling, 'less-than': below, about, exact } = bounds.times
    const kinds = { floor, beyond, ceiling, below, about, exact }
    const plain = text.replaceAll(' ', '')
    const kind = Object.keys(kinds).find(kind =>
      new RegExp(`^${kinds[kind as keyof typeof kinds].replaceAll(' ', '').replace('{n}', '[\\d,.万亿–]+')}$`).test(plain))
    const [low = Number.NaN, high = low] = plain.split('–').map(number)
    return { kind, low, high }
  }

  it.each(editions.map(edition => [edition.name, edition] as const))(
    'in %s says nothing that a possible number contradicts',
    (_, edition) => {
      const words = wordsOf(edition)
      fc.assert(fc.property(bounded, bounded, share, share, (part, whole, one, other) => {
        const quotient = printableQuotient(ratio(part, whole))
        const text = formatFigure({ id: 'growth', unit: 'times', from: [], ...quotient }, words)
        const truth = allowed(part, one) / allowed(whole, other)
        const { kind, low, high } = quotient.value === null ? { kind: 'none', low: 0, high: 0 } : read(text, words)
        const [least, most] = [truth * (1 + 1e-9), truth * (1 - 1e-9)]
        // Two digits, or a tenth: half a step away at most.
        const step = low === high ? Math.max(0.05, truth * 0.05) : 0
        const isTrue = {
          none: text === words.bounds.unknown,
          floor: least >= low,
          beyond: truth > low,
          ceiling: most <= low,
          below: truth < low,
          about: least >= low - step && most <= high + step,
          exact: least >= low && most <= high,
        }[kind ?? '']
        expect(isTrue, `${text}, and it may be ${truth}`).toBe(true)
      }), { numRuns: 5000 })
    },
  )
})
