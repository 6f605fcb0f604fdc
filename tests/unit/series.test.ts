import { describe, expect, it } from 'vitest'
import { doctoralShare, headcount, papers } from '../../data'
import { barConfig, logDotConfig } from '../../lib/chart-config'
import { headcountSeries, paperSeries, seriesRows, toMark, trainingSeries } from '../../lib/series'
import { words } from '../../locales'

const palette = { paper: '#fff', ink: '#000', quiet: '#666', rule: '#ccc', university: '#00f', company: '#f00', state: '#880' }
const live = { still: false, pixelRatio: 2 }
const still = { still: true, pixelRatio: 2 }
const layout = { indexAxis: 'x', max: 2500, step: 500, thickness: 100 } as const

describe('headcount series', () => {
  const series = headcountSeries(words)

  it('has two known ends and a gap for each year between', () => {
    expect(series.marks.map(mark => mark.value)).toEqual([22, null, null, null, 2000])
    expect(series.marks.map(mark => mark.label.join(' '))).toEqual(['2014', '2015', '2016', '2017', 'January 2018 to January 2019'])
  })

  it('leaves the end of a floor open, and only that', () => {
    expect(series.marks.map(mark => mark.end)).toEqual(['closed', 'closed', 'closed', 'closed', 'open'])
    expect(series.marks.at(-1)!.text).toBe('2,000+')
  })

  it('writes the growth as a floor across the gap', () => {
    expect(series.gap).toEqual({ headline: '× 90 or more', note: 'not reported' })
  })

  it('says in the table what is not reported', () => {
    expect(seriesRows(series, words)).toEqual([
      ['2014', '22'],
      ['2015', 'not reported'],
      ['2016', 'not reported'],
      ['2017', 'not reported'],
      ['January 2018 to January 2019', '2,000+'],
    ])
  })

  it('draws what there is when a count is missing', () => {
    const { marks, gap } = headcountSeries(words, { ...headcount, start: { date: headcount.start.date } })
    expect(marks[0]).toMatchObject({ value: null, text: 'not reported' })
    expect(marks.at(-1)).toMatchObject({ value: 2000 })
    expect(gap?.headline).toBeUndefined()
  })
})

describe('paper series', () => {
  const series = paperSeries(words)

  it('keeps the conferences apart and in both hues, without stacking', () => {
    expect(series.marks.map(mark => mark.value)).toEqual([400, null, 44, 37])
    expect(series.marks[2]!.actors).toEqual(['company', 'university'])
    expect(barConfig(series, layout, live, palette).data.datasets).toHaveLength(1)
  })

  it('names the companies from the data', () => {
    expect(series.marks[3]!.note).toBe('more than Microsoft, Google or Facebook, says the article')
  })

  it('draws the total alone when there are no conferences', () => {
    expect(paperSeries(words, { ...papers, conferences: [] }).marks.filter(mark => mark.value !== null)).toHaveLength(1)
  })
})

describe('training series', () => {
  const [elsewhere, here] = trainingSeries(words).marks

  it('is a supposed floor against a range', () => {
    expect(elsewhere).toMatchObject({ value: 30, end: 'open', hypothetical: true, text: 'more than one month' })
    expect(here).toMatchObject({ value: 1, upTo: 2, end: 'closed', text: '1–2 days' })
  })
})

describe('toMark', () => {
  const rest = { label: ['x'], actors: [] }

  it('turns what is unknown into a gap that says so', () => {
    expect(toMark(undefined, words, rest)).toMatchObject({ value: null, text: 'not reported' })
    expect(toMark(doctoralShare, words, rest)).toMatchObject({ value: null, text: 'not reported' })
  })
})

describe('chart configuration', () => {
  const series = headcountSeries(words)

  it('starts bars at zero', () => {
    expect(barConfig(series, layout, live, palette).options.scales?.y).toMatchObject({ beginAtZero: true, min: 0 })
    expect(barConfig(series, { ...layout, indexAxis: 'y' }, live, palette).options.scales?.x).toMatchObject({ beginAtZero: true, min: 0 })
  })

  it('leaves gaps as null, never as zero', () => {
    expect(barConfig(series, layout, live, palette).data.datasets[0]!.data).toEqual([22, null, null, null, 2000])
  })

  it('stands still in print and moves on stage', () => {
    expect(barConfig(series, layout, still, palette).options.animation).toBe(false)
    expect(barConfig(series, layout, live, palette).options.animation).toMatchObject({ duration: 450 })
  })

  it('draws as many pixels as the screen shows', () => {
    expect(barConfig(series, layout, live, palette).options).toMatchObject({ responsive: false, devicePixelRatio: 2 })
  })

  it('titles the axis with its unit and needs no legend', () => {
    const { options } = barConfig(series, layout, live, palette)
    expect(options.scales?.y).toMatchObject({ title: { display: true, text: 'employees' } })
    expect(options.plugins?.legend).toMatchObject({ display: false })
  })

  it('keeps labels and ticks readable from the back row', () => {
    const text = JSON.stringify(barConfig(series, layout, live, palette).options)
    const sizes = Array.from(text.matchAll(/"size":(\d+)/g), match => Number(match[1]))
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(18)
  })

  it('says that a logarithmic axis is one, and draws dots on it', () => {
    const dots = logDotConfig(series, { min: 10, max: 10000, title: words.labels.logAxisPeople }, live, palette)
    expect(dots.type).toBe('line')
    expect(dots.options.scales?.y).toMatchObject({ type: 'logarithmic', title: { text: expect.stringContaining('logarithmic') } })
    expect(dots.data.datasets[0]).toMatchObject({ showLine: false })
  })

  it('still makes an axis from a dataset without marks', () => {
    expect(() => barConfig({ intl: words.intl, axisTitle: 'people', marks: [] }, layout, live, palette)).not.toThrow()
    expect(barConfig({ intl: words.intl, axisTitle: 'people', marks: [] }, layout, live, palette).data.labels).toEqual([])
  })

  it('is the same for the same input', () => {
    expect(barConfig(series, layout, live, palette)).toEqual(barConfig(series, layout, live, palette))
  })
})
