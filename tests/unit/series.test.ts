import type { Bound, DateFigure, DerivedFigure, Quantity, Unit } from '../../data/types'
import type { HeadcountSet, PaperSet, TrainingSet } from '../../figures/series'
import { describe, expect, it } from 'vitest'
import { aheadOf, doctoralShare, headcountNowDate, headcountYear } from '../../data'
import { bounds } from '../../data/types'
import { barConfig, logDotConfig } from '../../figures/chart-config'
import { barLayout } from '../../figures/chart-layout'
import { headcountSeries, paperSeries, seriesRows, toMark, trainingSeries, upTo } from '../../figures/series'
import { words } from '../../locales'
import en from '../../locales/en'
import zh from '../../locales/zh'
import { byCharacter } from './measure'

const palette = {
  paper: '#ffffff',
  ink: '#000000',
  quiet: '#666666',
  rule: '#cccccc',
  university: '#0000ff',
  company: '#ff0000',
  state: '#888800',
}
const live = { still: false, pixelRatio: 2, width: 1152, height: 480, measure: byCharacter }
const still = { ...live, still: true }
const dotWords = { title: words.labels.logAxisPeople, offAxis: words.labels.offLogAxis }

/** A number of our own, under the name of a figure that the words know. */
function figure<U extends Exclude<Unit, 'date'>>(
  id: string,
  unit: U,
  value: Quantity['value'],
  bound: Bound = 'exact',
): Quantity & { unit: U } {
  return { id, value, bound, unit, printed: '', section: 'origin', paragraph: 1, claimedBy: 'article' }
}

function year(value: number): DateFigure {
  return { ...headcountYear, value }
}

function period(value: number): DerivedFigure {
  return { ...headcountNowDate, value: [value, value + 1] }
}

function growth(value: number | null): DerivedFigure {
  return { id: 'headcount-growth', value, bound: value === null ? 'unknown' : 'at-least', unit: 'times', from: [] }
}

const five: HeadcountSet = {
  start: { count: figure('headcount-start', 'people', 7), date: year(1990) },
  now: { count: figure('headcount-now', 'people', 650, 'at-least'), date: period(1993) },
  growth: growth(9),
}

describe('headcount series', () => {
  const series = headcountSeries(en, five)

  it('has two known ends and a gap for each year between', () => {
    expect(series.marks.map(mark => mark.value)).toEqual([7, null, null, 650])
    expect(series.marks.map(mark => mark.label.join(' '))).toEqual(['1990', '1991', '1992', 'January 1993 to January 1994'])
  })

  it('carries each bound', () => {
    expect(series.marks.map(mark => mark.bound)).toEqual(['exact', 'unknown', 'unknown', 'at-least'])
    expect(series.marks.at(-1)!.text).toBe('650+')
  })

  it('writes the growth as a floor across the gap', () => {
    expect(series.gap).toEqual({ headline: '× 9 or more', note: 'not reported' })
  })

  it('says in the table what is not reported', () => {
    expect(seriesRows(series, en)).toEqual([
      ['1990', '7'],
      ['1991', 'not reported'],
      ['1992', 'not reported'],
      ['January 1993 to January 1994', '650+'],
    ])
  })

  it.each([
    { what: 'no count at the start', set: { ...five, start: { date: five.start.date } }, values: [null, null, null, 650] },
    { what: 'no count at the end', set: { ...five, now: { date: five.now.date } }, values: [7, null, null, null] },
    { what: 'a growth that nothing can be said about', set: { ...five, growth: growth(null) }, values: [7, null, null, 650] },
    { what: 'no growth', set: { ...five, growth: undefined }, values: [7, null, null, 650] },
  ])('with $what shows the rest, and no growth', ({ set, values }) => {
    const { marks, gap } = headcountSeries(en, set)
    expect(marks.map(({ value }) => value)).toEqual(values)
    expect(gap?.headline).toBeUndefined()
  })

  it.each([
    { first: 2000, now: 2001, between: [] },
    { first: 2000, now: 2000, between: [] },
    { first: 2001, now: 1999, between: [] },
    { first: 2000, now: 2002, between: ['2001'] },
    { first: 2000, now: 2005, between: ['2001', '2002', '2003', '2004'] },
    { first: 2000, now: 2006, between: ['2001', '2002 to 2004', '2005'] },
    { first: 1950, now: 2019, between: ['1951', '1952 to 2017', '2018'] },
  ])('from $first to $now says where nothing is reported', ({ first, now, between }) => {
    const { marks } = headcountSeries(en, {
      ...five,
      start: { ...five.start, date: year(first) },
      now: { ...five.now, date: period(now) },
    })
    expect(marks.slice(1, -1).map(({ label }) => label.join(' '))).toEqual(between)
  })
})

const papers: PaperSet = {
  total: { id: 'all-venues', count: figure('papers-total', 'papers', 90, 'about'), creditedTo: ['company'] },
  conferences: [
    {
      id: 'cvpr',
      count: figure('cvpr-papers', 'papers', [3, 5], 'at-least'),
      year: { ...year(1999), id: 'cvpr-year' },
      creditedTo: ['company', 'university'],
    },
    { id: aheadOf.conference, count: figure('eccv-papers', 'papers', 4, 'at-most'), creditedTo: ['company', 'university'] },
  ],
}

describe('paper series', () => {
  const series = paperSeries(en, papers)

  it('keeps the conferences apart and in both hues, without stacking', () => {
    expect(series.marks.map(({ value, upTo }) => [value, upTo])).toEqual([
      [90, undefined],
      [null, undefined],
      [3, 5],
      [4, undefined],
    ])
    expect(series.marks.map(({ bound }) => bound)).toEqual(['about', 'unknown', 'at-least', 'at-most'])
    expect(series.marks[2]!.actors).toEqual(['company', 'university'])
    expect(barConfig(series, 'right', live, palette).data.datasets).toHaveLength(1)
  })

  it.each([en, zh])('names the companies from the data, in $language', (words) => {
    const { note } = paperSeries(words, papers).marks.at(-1)!
    for (const company of aheadOf.companies) expect(note).toContain(words.organisations[company])
  })

  it('draws the total alone when there are no conferences', () => {
    expect(paperSeries(en, { ...papers, conferences: [] }).marks).toHaveLength(1)
  })
})

describe('training series', () => {
  const set: TrainingSet = {
    elsewhere: figure('training-elsewhere', 'months', 2, 'more-than'),
    elsewhereDays: { id: 'training-elsewhere-days', value: 61, bound: 'more-than', unit: 'days', from: [] },
    here: figure('training-here', 'days', [3, 4]),
  }

  it('is a supposed floor against a range', () => {
    const [elsewhere, here] = trainingSeries(en, set).marks
    expect(elsewhere).toMatchObject({ value: 61, bound: 'more-than', hypothetical: true, text: 'more than two months' })
    expect(here).toMatchObject({ value: 3, upTo: 4, bound: 'exact', text: '3–4 days' })
  })

  it.each([
    { words: en, cell: ' (one cell = {n} days)' },
    { words: zh, cell: '（一格 = {n} 天）' },
  ])('can say what a cell stands for: $cell', ({ words, cell }) => {
    expect(trainingSeries(words, set).cell).toBe(cell)
  })
})

describe('toMark', () => {
  const rest = { label: ['x'], actors: [] }

  it('turns what is unknown into a gap that says so', () => {
    for (const unknown of [undefined, { ...doctoralShare, value: null }, figure('papers-total', 'papers', 5, 'unknown')])
      expect(toMark(unknown, en, rest)).toMatchObject({ value: null, bound: 'unknown', text: 'not reported' })
  })

  it.each(bounds.filter(bound => bound !== 'unknown'))('carries "%s", of a number and of a range', (bound) => {
    expect(toMark(figure('papers-total', 'papers', 0, bound), en, rest)).toMatchObject({ value: 0, upTo: undefined, bound })
    expect(toMark(figure('papers-total', 'papers', [2, 6], bound), en, rest)).toMatchObject({ value: 2, upTo: 6, bound })
  })
})

describe('chart configuration', () => {
  const series = headcountSeries(words, five)

  it('starts bars at zero', () => {
    expect(barConfig(series, 'up', live, palette).options.scales?.y).toMatchObject({ beginAtZero: true, min: 0 })
    expect(barConfig(series, 'right', live, palette).options.scales?.x).toMatchObject({ beginAtZero: true, min: 0 })
  })

  it('leaves gaps as null, never as zero', () => {
    expect(barConfig(series, 'up', live, palette).data.datasets[0]!.data).toEqual([7, null, null, 650])
  })

  it('draws nothing that has not been told, and keeps its axis', () => {
    const { data, options } = barConfig(upTo(series, 0), 'up', live, palette)
    const layout = barLayout(upTo(series, 0), 'up', live, byCharacter)
    expect(data.datasets[0]!.data).toEqual([7, null, null, null])
    expect(options.scales?.y?.max).toBe(barConfig(series, 'up', live, palette).options.scales?.y?.max)
    expect(layout.marks.map(({ index }) => index)).toEqual([0])
    expect(layout.gaps).toEqual([])
  })

  it('stands still in print and moves on stage', () => {
    expect(barConfig(series, 'up', still, palette).options.animation).toBe(false)
    expect(barConfig(series, 'up', live, palette).options.animation).toMatchObject({ duration: 450 })
  })

  it('draws as many pixels as the screen shows', () => {
    expect(barConfig(series, 'up', live, palette).options).toMatchObject({ responsive: false, devicePixelRatio: 2 })
  })

  it('titles the axis with its unit and needs no legend', () => {
    const { options } = barConfig(series, 'up', live, palette)
    expect(options.scales?.y).toMatchObject({ title: { display: true, text: words.labels.people } })
    expect(options.plugins?.legend).toMatchObject({ display: false })
  })

  it('keeps labels and ticks readable from the back row', () => {
    const text = JSON.stringify(barConfig(series, 'up', live, palette).options)
    const sizes = Array.from(text.matchAll(/"size":(\d+)/g), match => Number(match[1]))
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(18)
  })

  it('says that a logarithmic axis is one, and draws dots on it', () => {
    const dots = logDotConfig(series, dotWords, live, palette)
    expect(dots.type).toBe('line')
    expect(dots.options.scales?.y).toMatchObject({ type: 'logarithmic', title: { text: words.labels.logAxisPeople } })
    expect(dots.data.datasets[0]).toMatchObject({ showLine: false })
  })

  it.each(['up', 'right'] as const)('still makes an axis from a dataset without marks, %s', (direction) => {
    const none = { intl: words.intl, axisTitle: 'people', marks: [] }
    expect(barConfig(none, direction, live, palette).data.labels).toEqual([])
    expect(logDotConfig(none, dotWords, live, palette).data.labels).toEqual([])
  })

  it.each([Number.NaN, -1, Number.POSITIVE_INFINITY])('refuses to draw %d, and says which mark it is', (value) => {
    const {
      marks: [mark],
    } = series
    for (const wrong of [
      { ...mark!, value },
      { ...mark!, value: 3, upTo: value },
    ])
      expect(() => barConfig({ ...series, marks: [wrong] }, 'up', live, palette)).toThrow(/"1990" can't be drawn/)
  })

  it('is the same for the same input', () => {
    expect(JSON.stringify(barConfig(series, 'up', live, palette))).toBe(JSON.stringify(barConfig(series, 'up', live, palette)))
  })
})

describe.each([en, zh])('the article\'s own numbers, in $language', (words) => {
  it.each([
    { what: 'headcount', series: headcountSeries(words), direction: 'up' },
    { what: 'papers', series: paperSeries(words), direction: 'right' },
    { what: 'training', series: trainingSeries(words), direction: 'right' },
  ] as const)('make a chart of every mark: $what', ({ series, direction }) => {
    const known = series.marks.filter(({ value }) => value !== null)
    expect(barLayout(series, direction, live, byCharacter).marks.map(({ mark }) => mark)).toEqual(known)
    expect(seriesRows(series, words).flat().join()).not.toMatch(/NaN|null|undefined/)
  })
})
