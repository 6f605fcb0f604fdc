import type { Box, ChartLayout, PlacedMark } from '../../figures/chart-layout'
import type { ChartCase } from '../chart-cases'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { barLayout, dotLayout } from '../../figures/chart-layout'
import { POINT } from '../../figures/chart-style'
import { chartCase, dotCase, dotWordsOf } from '../chart-cases'
import { byCharacter } from './measure'

/** Thousands of charts, the same ones each time: what fails is printed with its seed and in its shortest form. */
const RUNS = { numRuns: import.meta.env.MODE === 'all' ? 400 : 100, seed: 20190128 }
vi.setConfig({ testTimeout: 120_000 })
const WIDTH = 1152
/** Pixels by which floating-point numbers may err. */
const TINY = 1e-6
const FAINTEST = 0.02

const bars = ({ series, direction, height }: ChartCase) => barLayout(series, direction, { width: WIDTH, height }, byCharacter)
const dots = ({ series, language, height }: ChartCase) => dotLayout(series, dotWordsOf(language), { width: WIDTH, height }, byCharacter)

const lengthOf = ({ direction, plot }: ChartLayout) => (direction === 'up' ? plot.bottom - plot.top : plot.right - plot.left)

/** How strongly a mark is laid on at a place along the axis. */
function toneAt({ stretches }: PlacedMark, at: number): number {
  const stretch = stretches.find(({ from, to }) => from <= at && at < to)
  return stretch ? stretch.near + ((stretch.far - stretch.near) * (at - stretch.from)) / (stretch.to - stretch.from) : 0
}

/** What a mark covers of the canvas. */
function drawnBox({ direction, plot }: ChartLayout, { across, thickness, end }: PlacedMark): Box {
  const [low, high] = [across - thickness / 2, across + thickness / 2]
  return direction === 'up'
    ? { left: low, right: high, top: plot.bottom - end, bottom: plot.bottom }
    : { left: plot.left, right: plot.left + end, top: low, bottom: high }
}

function contains(outer: Box, inner: Box) {
  return inner.left >= outer.left - TINY
    && inner.top >= outer.top - TINY
    && inner.right <= outer.right + TINY
    && inner.bottom <= outer.bottom + TINY
}
function overlap(one: Box, other: Box) {
  return one.left < other.right - TINY && other.left < one.right - TINY && one.top < other.bottom - TINY && other.top < one.bottom - TINY
}

/** Every text on the canvas, and which mark it belongs to. */
function textsOf({ marks, gaps }: ChartLayout): { owner: number, box: Box }[] {
  return [
    ...marks.flatMap(({ texts, index }) => texts.map(({ text }) => ({ owner: index, box: text.box }))),
    ...gaps.flatMap(({ text, headline }) => [text, headline].flatMap(text => (text ? [{ owner: -1, box: text.box }] : []))),
  ]
}

const forAll = (cases: fc.Arbitrary<ChartCase>, check: (chart: ChartCase) => void) => fc.assert(fc.property(cases, check), RUNS)

describe.each([
  { kind: 'bars', cases: chartCase, layoutOf: bars },
  { kind: 'dots on a logarithmic axis', cases: dotCase, layoutOf: dots },
])('$kind, whatever the numbers', ({ cases, layoutOf }) => {
  it('lie in a plot that the canvas has room for, each of them inside the axis', () => {
    forAll(cases, (chart) => {
      const layout = layoutOf(chart)
      expect(contains({ left: 0, top: 0, right: WIDTH, bottom: chart.height }, layout.plot)).toBe(true)
      expect(lengthOf(layout)).toBeGreaterThan(150)
      for (const mark of layout.marks) {
        expect(mark.mark.upTo ?? mark.mark.value).toBeLessThanOrEqual(layout.max)
        expect(contains(layout.plot, drawnBox(layout, mark))).toBe(true)
      }
    })
  })

  it('carry their labels inside the canvas, and none over another or over a mark', () => {
    forAll(cases, (chart) => {
      const layout = layoutOf(chart)
      const texts = textsOf(layout)
      for (const { mark, texts } of layout.marks)
        expect(texts[0]!.text.lines.join('').replaceAll(' ', '')).toBe(mark.text.replaceAll(' ', ''))
      for (const [index, { owner, box }] of texts.entries()) {
        expect(contains({ left: 0, top: 0, right: WIDTH, bottom: chart.height }, box), JSON.stringify(box)).toBe(true)
        for (const other of texts.slice(index + 1)) expect(overlap(box, other.box), JSON.stringify([box, other.box])).toBe(false)
        for (const mark of layout.marks)
          expect(overlap(box, drawnBox(layout, mark)), `the text of ${owner} over mark ${mark.index}`).toBe(false)
      }
    })
  })

  it('stand on three to eleven ticks, which rise and can be told apart', () => {
    forAll(cases, (chart) => {
      const { ticks, min, max, direction, plot, ...layout } = layoutOf(chart)
      expect(ticks.length).toBeGreaterThanOrEqual(3)
      expect(ticks.length).toBeLessThanOrEqual(11)
      expect([ticks[0]!.value, ticks.at(-1)!.value]).toEqual([min, max])
      expect(new Set(ticks.map(({ text }) => text)).size).toBe(ticks.length)
      const distance = lengthOf({ ...layout, ticks, min, max, direction, plot }) / (ticks.length - 1)
      for (const [index, { value, text }] of ticks.entries()) {
        expect(value).toBeGreaterThan(ticks[index - 1]?.value ?? -1)
        expect(distance).toBeGreaterThan(direction === 'up' ? 22 : byCharacter(text, '18px') + 8)
        if (direction === 'right')
          expect(plot.left + index * distance + byCharacter(text, '18px') / 2).toBeLessThanOrEqual(WIDTH)
        else expect(plot.left).toBeGreaterThan(byCharacter(text, '18px') + 22)
      }
    })
  })

  it('say of each place without a number that there is none', () => {
    forAll(cases, (chart) => {
      const layout = layoutOf(chart)
      const silent = chart.series.marks.flatMap(({ value }, index) => (value === null ? [index] : []))
      const { plot } = layout
      const band = (layout.direction === 'up' ? plot.right - plot.left : plot.bottom - plot.top) / chart.series.marks.length
      const start = layout.direction === 'up' ? plot.left : plot.top
      for (const index of silent) {
        const middle = start + (index + 0.5) * band
        expect(
          layout.gaps.some(({ text: { box }, dotted }) => {
            const [from, to] = layout.direction === 'up' ? [box.left, box.right] : [box.top, box.bottom]
            return (
              (from - band / 2 <= middle && middle <= to + band / 2)
              || dotted.some(({ from, to }) => from - band <= middle && middle <= to + band)
            )
          }),
        ).toBe(true)
      }
      expect(layout.gaps.length === 0).toBe(silent.length === 0 && layout.marks.length === chart.series.marks.length)
    })
  })
})

describe('bars, whatever the numbers', () => {
  it('are as long as their values, and end as these bind', () => {
    forAll(chartCase, (chart) => {
      const layout = bars(chart)
      const unit = lengthOf(layout) / layout.max
      for (const mark of layout.marks) {
        const { value, upTo, bound } = mark.mark
        const [low, high] = [value * unit, (upTo ?? value) * unit]
        const before = (at: number) => toneAt(mark, at - Math.min(0.01, at / 2))
        const after = (at: number) => toneAt(mark, at + TINY)
        if (bound === 'exact' || bound === 'at-least') {
          expect(low > TINY ? before(low) : 1).toBe(1)
          expect(low > TINY ? toneAt(mark, low / 2) : 1).toBe(1)
        }
        if (upTo !== undefined && bound !== 'about' && high - low > 1)
          expect(before(high)).toBeLessThan(low > 1 ? before(low) - FAINTEST : 1)
        if (bound === 'exact' || bound === 'at-most')
          expect(after(high)).toBe(0)
        if (bound === 'at-most') {
          expect(Math.max(0, ...mark.stretches.map(({ near }) => near))).toBeLessThan(0.5)
          expect(mark.lid !== undefined || mark.hasFoot).toBe(true)
        }
        if (bound === 'at-least') {
          expect(after(high)).toBeGreaterThan(0.4)
          expect(mark.end - high).toBeGreaterThan(40)
          expect(before(mark.end)).toBeLessThan(FAINTEST)
        }
        if (bound === 'about') {
          expect(after(high)).toBeCloseTo((upTo === undefined ? 1 : 0.45) / 2)
          expect(mark.end - high).toBeGreaterThan(20)
          expect(before(mark.end)).toBeLessThan(FAINTEST)
        }
        expect(mark.hasFoot).toBe(high < 2)
      }
    })
  })

  it('never grow stronger outwards, and have no holes', () => {
    forAll(chartCase, (chart) => {
      for (const { stretches } of bars(chart).marks) {
        let last = { to: 0, far: 1 }
        for (const stretch of stretches) {
          expect(stretch.from).toBeCloseTo(last.to, 6)
          expect(stretch.near).toBeLessThanOrEqual(last.far + TINY)
          expect(stretch.far).toBeLessThanOrEqual(stretch.near)
          last = stretch
        }
      }
    })
  })

  it('are not squeezed: the longest keeps a fair share of its axis', () => {
    forAll(chartCase, (chart) => {
      const layout = bars(chart)
      const longest = Math.max(0, ...layout.marks.map(({ mark }) => mark.upTo ?? mark.value))
      if (longest >= 1)
        expect(longest / layout.max).toBeGreaterThan(0.12)
    })
  })

  it('are cut into cells that can be counted, and the last is cut off where the value ends', () => {
    forAll(
      chartCase.filter(({ series }) => series.cell !== undefined),
      (chart) => {
        const layout = bars(chart)
        const unit = lengthOf(layout) / layout.max
        const { cell = 0 } = layout
        expect(cell * unit).toBeGreaterThanOrEqual(8 - TINY)
        expect([1, 2, 5]).toContain(Number(String(cell)[0]))
        expect(layout.axisTitle.includes(' = ')).toBe(cell !== 1)
        for (const { cuts, end } of layout.marks) {
          cuts.forEach((cut, index) => expect(cut).toBeCloseTo((index + 1) * cell * unit, 6))
          // One cell more or less would change what is counted.
          expect(cuts.length * cell * unit).toBeLessThan(Math.max(end, TINY))
          expect((cuts.length + 1) * cell * unit).toBeGreaterThan(end - 1 - TINY)
        }
      },
    )
  })
})

describe('dots on a logarithmic axis, whatever the numbers', () => {
  it('lie where their values are, or say that they have no place', () => {
    forAll(dotCase, (chart) => {
      const layout = dots(chart)
      const at = (value: number) => (Math.log10(value / layout.min) / Math.log10(layout.max / layout.min)) * lengthOf(layout)
      expect([layout.min, layout.max].map(end => Math.log10(end) % 1)).toEqual([0, 0].map(zero => expect.closeTo(zero, 9)))
      for (const mark of layout.marks) {
        const { value, upTo, bound } = mark.mark
        const high = upTo ?? value
        if (bound === 'at-most')
          expect([mark.dots, mark.lid]).toEqual([[], expect.closeTo(at(high), 6)])
        else expect(mark.dots).toEqual([value, upTo].filter(end => end !== undefined && end > 0).map(end => expect.closeTo(at(end!), 6)))
        if (upTo !== undefined || bound === 'at-most')
          expect(toneAt(mark, at(high) - TINY)).toBeGreaterThan(0.1)
        expect(mark.end > at(high) + POINT).toBe(bound === 'at-least' || bound === 'about')
      }
      const zeros = chart.series.marks.filter(({ value, upTo }) => value !== null && (upTo ?? value) === 0)
      for (const { text } of zeros)
        expect(layout.gaps.some(gap => gap.text.lines.join('').replaceAll(' ', '').startsWith(text.replaceAll(' ', '')))).toBe(true)
    })
  })
})
