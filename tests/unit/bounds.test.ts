import type { Bounded } from '../../data/bounds'
import { describe, expect, it } from 'vitest'
import { floorTo, ratio } from '../../data/bounds'

const exact = (value: Bounded['value']): Bounded => ({ value, bound: 'exact' })
const floor = (value: number): Bounded => ({ value, bound: 'at-least' })
const ceiling = (value: number): Bounded => ({ value, bound: 'at-most' })

describe('ratio', () => {
  it.each([
    ['exact over exact is exact', exact(44), exact(22), { value: 2, bound: 'exact' }],
    ['a floor over an exact number is a floor', floor(2000), exact(20), { value: 100, bound: 'at-least' }],
    ['a known part over a floor is at most', exact(37), floor(400), { value: 37 / 400, bound: 'at-most' }],
    ['a floor over a floor is unknown', floor(150), floor(2000), { value: null, bound: 'unknown' }],
    ['a ceiling over an exact number is at most', ceiling(10), exact(5), { value: 2, bound: 'at-most' }],
    ['a range over an exact number is a range', exact([1, 2]), exact(2), { value: [0.5, 1], bound: 'exact' }],
    ['a floor over a range is a floor by its far end', floor(30), exact([1, 2]), { value: 15, bound: 'at-least' }],
    ['a ceiling over a ceiling is unknown', ceiling(1), ceiling(2), { value: null, bound: 'unknown' }],
    ['unknown stays unknown', { value: 5, bound: 'unknown' } as Bounded, exact(5), { value: null, bound: 'unknown' }],
    ['about stays about', { value: 10, bound: 'about' } as Bounded, exact(5), { value: 2, bound: 'about' }],
  ])('%s', (_, part, whole, expected) => expect(ratio(part, whole)).toEqual(expected))

  it.each([0, -22, Number.NaN])('knows nothing of a ratio to %d', (whole) => {
    expect(ratio(exact(1), exact(whole))).toEqual({ value: null, bound: 'unknown' })
  })
})

describe('floorTo', () => {
  it.each([[1, 90.909, 90], [2, 90.909, 90], [3, 90.909, 90.9], [1, 2000, 2000], [1, 0.0259, 0.02]])(
    'keeps %d digits of %d',
    (digits, value, expected) => expect(floorTo(digits, value)).toBeCloseTo(expected, 10),
  )
})
