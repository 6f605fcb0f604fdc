import type { Bound } from '../../data'
import type { DotCount } from '../../figures/dot-field'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  dotAt,
  dotCount,
  dotGrid,
  dotPaths,
  dotsOf,
  fieldHeight,
  NO_DOTS,
  openRings,
  ringCut,
  SMALLEST_PITCH,
} from '../../figures/dot-field'
import { dotLegend, edgeWords } from '../../figures/dot-words'
import { headcountField } from '../../figures/headcount-field'
import { editions } from '../../locales/editions'
import { wordsOf } from '../../locales/records'

const BOUNDS: Bound[] = ['exact', 'at-least', 'at-most', 'about', 'unknown']
const MILLION = 1_000_000
/** As many small counts as large ones. */
const amount = fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: MILLION }))
const value = fc.oneof(amount, fc.tuple(amount, amount).map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]))
const figure = fc.record({ value, bound: fc.constantFrom(...BOUNDS) })
const count = figure.map(dotCount)
const box = fc.record({ width: fc.integer({ min: 200, max: 1200 }), height: fc.integer({ min: 60, max: 600 }) })

const isNice = (unit: number) => /^[125]0*$/.test(String(unit))
const starts = (path: string) => path.match(/M/g)?.length ?? 0

/** For `npm run test:all` many. */
const RUNS = { numRuns: import.meta.env.MODE === 'all' ? 3000 : 800 }

describe('a count in dots', () => {
  it.each([
    [{ value: 7, bound: 'exact' }, { sure: 7, possible: 7, open: false }],
    [{ value: 7, bound: 'about' }, { sure: 7, possible: 7, open: false }],
    [{ value: 7, bound: 'at-least' }, { sure: 7, possible: 7, open: true }],
    [{ value: 7, bound: 'at-most' }, { sure: 0, possible: 7, open: false }],
    [{ value: [5, 7], bound: 'exact' }, { sure: 5, possible: 7, open: false }],
    [{ value: 7, bound: 'unknown' }, NO_DOTS],
    [{ value: null, bound: 'unknown' }, NO_DOTS],
  ] as const)('of %j is %j', (given, expected) => expect(dotCount(given)).toEqual(expected))
})

describe('a field of dots', () => {
  it('stays in its box, in the smallest nice unit in which its dots can be told apart', () => {
    fc.assert(fc.property(count, box, (count, box) => {
      const grid = dotGrid({ fields: [count], ...box })
      expect(isNice(grid.unit)).toBe(true)
      const closest = { columns: Math.floor(box.width / SMALLEST_PITCH), pitch: box.width / Math.floor(box.width / SMALLEST_PITCH) }
      const finer = [grid.unit / 2, grid.unit / 2.5].find(unit => unit >= 1 && isNice(unit))
      if (finer !== undefined)
        expect(fieldHeight(count, { ...closest, unit: finer })).toBeGreaterThan(box.height)
      expect(grid.pitch).toBeGreaterThanOrEqual(SMALLEST_PITCH)
      expect(grid.columns * grid.pitch).toBeLessThanOrEqual(box.width + 1e-6)
      expect(fieldHeight(count, grid)).toBeLessThanOrEqual(box.height)
      expect(dotPaths(grid, count).end).toBeCloseTo(fieldHeight(count, grid), 6)
    }), RUNS)
  })

  it('has a dot for each unit, whole ones first, and at most two cut ones', () => {
    fc.assert(fc.property(count, box, (count, box) => {
      const grid = dotGrid({ fields: [count], ...box })
      const dots = dotsOf(grid, count)
      const sum = (share: 'sure' | 'possible') => dots.reduce((total, dot) => total + dot[share], 0) * grid.unit
      expect(dots).toHaveLength(Math.ceil(count.possible / grid.unit))
      expect(sum('sure')).toBeCloseTo(count.sure, 4)
      expect(sum('possible')).toBeCloseTo(count.possible, 4)
      expect(dots.filter(({ sure }) => sure > 0 && sure < 1).length).toBeLessThanOrEqual(1)
      expect(dots.slice(0, -1).every(({ possible }) => possible === 1)).toBe(true)
      const [radius, { width, height }] = [grid.pitch / 2, box]
      // Row by row, each inside of the box with all of its ring.
      for (const [index, { at: [x, y] }] of dots.entries()) {
        if (x < radius - 1e-6 || x > width - radius + 1e-6 || y < radius - 1e-6 || y > height - radius + 1e-6)
          throw new Error(`dot ${index} at ${x}, ${y} leaves a box of ${width} x ${height}`)
      }
    }), { numRuns: 400 })
  })

  it('is drawn with as many strokes as it has whole dots, and slices for the cut ones', () => {
    fc.assert(fc.property(count, box, (count, box) => {
      const grid = dotGrid({ fields: [count], ...box })
      const dots = dotsOf(grid, count)
      const paths = dotPaths(grid, count)
      expect(starts(paths.solid)).toBe(dots.filter(({ sure }) => sure === 1).length)
      expect(starts(paths.hollow)).toBe(dots.filter(({ sure, possible }) => sure < 1 && possible === 1).length)
      expect(starts(paths.solidCut)).toBe(dots.filter(({ sure }) => sure > 0 && sure < 1).length)
      expect(starts(paths.hollowCut)).toBe(dots.filter(({ sure, possible }) => possible < 1 && possible > sure).length)
      expect(paths.tails !== '').toBe(count.open)
    }), { numRuns: 400 })
  })

  it('draws what is told otherwise only once', () => {
    const grid = { columns: 10, pitch: 10, unit: 1 }
    expect(starts(dotPaths(grid, dotCount({ value: 30, bound: 'exact' }), 12).solid)).toBe(18)
  })

  it('fills row by row', () => {
    const grid = { columns: 75, pitch: 10, unit: 1 }
    expect(dotAt(grid, 0)).toEqual([5, 5])
    expect(dotAt(grid, 74)).toEqual([745, 5])
    expect(dotAt(grid, 75)).toEqual([5, 15])
  })

  it('cuts a ring where a dot wears it in part', () => {
    expect(ringCut({ columns: 10, pitch: 10, unit: 10 }, 40)).toBe('')
    expect(ringCut({ columns: 10, pitch: 10, unit: 10 }, 45)).toMatch(/^M[\d. ]+A/)
  })

  it('has rings that fade after the last one of a floor, as far as there are dots, and of no other count', () => {
    const grid = { columns: 10, pitch: 10, unit: 1 }
    const counts = (bound: Bound, all: number) => openRings(grid, dotCount({ value: 25, bound }), dotCount({ value: all, bound: 'exact' }))
    const rings = counts('at-least', 100)
    expect(rings[0]!.path).toBe('M55 25h.01')
    expect(rings.length).toBeGreaterThan(5)
    expect(rings.map(({ share }) => share)).toEqual(rings.map(({ share }) => share).toSorted((one, other) => other - one))
    expect(rings.every(({ share }) => share > 0 && share < 0.7)).toBe(true)
    expect(counts('more-than', 28)).toHaveLength(3)
    for (const bound of ['exact', 'about', 'at-most', 'unknown'] as const) expect(counts(bound, 100), bound).toEqual([])
  })
})

describe('headcount as a field', () => {
  const width = 1152
  const height = 480
  const labels = fc.record({ startWidth: fc.integer({ min: 80, max: 420 }), nowWidth: fc.integer({ min: 80, max: 650 }) })

  it('holds both counts in one box and one unit, whichever is larger, and keeps its labels clear', () => {
    fc.assert(fc.property(count, count, labels, (start, now, widths) => {
      const { grid, first, rest, apart, startLabel, nowLabel } = headcountField({ start, now, ...widths, width, height })
      expect(isNice(grid.unit)).toBe(true)
      expect(grid.pitch).toBeGreaterThanOrEqual(SMALLEST_PITCH)
      for (const field of [first, rest]) {
        expect(field.count.sure).toBeGreaterThanOrEqual(0)
        expect(field.count.possible).toBeGreaterThanOrEqual(field.count.sure)
        expect(field.y + fieldHeight(field.count, grid)).toBeLessThanOrEqual(height + 1e-6)
      }
      const bottom = first.y + fieldHeight(first.count, grid)
      expect(rest.y).toBeGreaterThanOrEqual(bottom)
      // Together, or each for itself, they are what the data says.
      expect(first.count).toEqual(start)
      expect(rest.count.sure + (apart ? 0 : start.sure)).toBe(now.sure)
      expect(rest.count.possible + (apart ? 0 : start.sure)).toBe(now.possible)
      expect(rest.count.open).toBe(now.open)
      // A label stands beside dots of the same line, or above them.
      const row = Math.min(grid.columns, Math.ceil(start.possible / grid.unit)) * grid.pitch
      if (first.y < startLabel.y)
        expect(startLabel.x).toBeGreaterThan(row)
      expect(startLabel.x + widths.startWidth).toBeLessThanOrEqual(width)
      if (startLabel.y === nowLabel.y)
        expect(startLabel.x + widths.startWidth).toBeLessThan(nowLabel.x - widths.nowWidth)
      expect(nowLabel.y).toBeLessThan(rest.y)
      if (apart)
        expect(nowLabel.y).toBeGreaterThan(bottom + 20)
    }), RUNS)
  })

  it('adds the last count to the first only where it surely contains it', () => {
    const apart = (start: DotCount, now: DotCount) => headcountField({ start, now, startWidth: 200, nowWidth: 400, width, height }).apart
    const dots = (value: number, bound: Bound) => dotCount({ value, bound })
    expect(apart(dots(20, 'exact'), dots(500, 'at-least'))).toBe(false)
    expect(apart(dots(20, 'exact'), dots(20, 'exact'))).toBe(false)
    expect(apart(dots(20, 'exact'), dots(19, 'at-least'))).toBe(true)
    expect(apart(dots(20, 'exact'), dots(500, 'at-most'))).toBe(true)
    expect(apart(dots(20, 'at-least'), dots(500, 'exact'))).toBe(true)
  })
})

describe.each(editions)('words beside a field in $name', (edition) => {
  const words = wordsOf(edition)
  const grid = { columns: 10, pitch: 10, unit: 20 }

  it('say what a dot stands for', () => {
    const legend = (count: number) => dotLegend(grid, [dotCount({ value: count, bound: 'exact' })], 'people', words)
    expect(legend(400)).toMatch(/20 (?:people|人)$/)
    expect(legend(401)).toContain(legend(400))
    expect(legend(401)).toContain(words.labels.dotCut)
    expect(dotLegend(grid, [dotCount({ value: 400, bound: 'at-most' })], 'people', words)).toContain(words.labels.dotHollow)
  })

  it('follow the bound, and leave an exact count alone', () => {
    const [exact, floor, ceiling, about, unknown] = BOUNDS.map(bound => edgeWords({ bound }, words))
    expect([exact, unknown]).toEqual(['', ''])
    expect(new Set([floor, ceiling, about]).size).toBe(3)
  })
})
