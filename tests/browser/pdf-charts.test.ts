import type { Mark, Series } from '../../figures/series'
import type { Direction } from './pdf-bars'
import { describe, expect, it } from 'vitest'
import { pageText, withoutSpaces } from '../../addon/node/print/pdf-read'
import { imageCount } from '../../addon/node/print/verify-pdf'
import { barShape } from '../../figures/mark-shape'
import { headcountSeries, paperSeries, trainingSeries } from '../../figures/series'
import { words } from '../../locales'
import { slides, usePdf } from './deck'
import { axisNumbers, pdfBars } from './pdf-bars'

/** Slides with bars, and what these must show. */
const CHARTS: { id: string, direction: Direction, series: Series }[] = [
  { id: 'headcount-chart', direction: 'up', series: headcountSeries(words) },
  { id: 'papers', direction: 'right', series: paperSeries(words) },
  { id: 'training-time', direction: 'right', series: trainingSeries(words) },
]

/** A bar is not told from the line of the axis when it is shorter, in pixels. */
const SHORTEST = 2

/** How far a mark has one strength from the axis on, in pixels: to its value, to a ceiling, to where an approximate end is blurred. */
function flatLength(mark: Mark, unit: number): number {
  if (mark.value === null)
    return 0
  const { stretches } = barShape({ ...mark, value: mark.value }, value => value * unit)
  return Math.max(0, ...stretches.filter(({ from, near, far }) => from < SHORTEST && near === far).map(({ to }) => to))
}

/** What a chart always says apart from its value axis: names and figures of the marks, where there is none, and what the axis counts. */
function textsOf({ axisTitle, gap, marks }: Series): string[] {
  const isWhole = marks.every(({ value }) => value !== null)
  return [
    axisTitle,
    isWhole ? '' : (gap?.note ?? ''),
    ...marks.flatMap(({ text, value, label }) => [value === null ? '' : text, ...label]),
  ]
}

const pdf = usePdf()

describe.each(CHARTS)('the chart on slide $id, in the PDF', ({ id, direction, series }) => {
  const page = () => pdf().getPage(slides.find(slide => slide.id === id)?.no ?? 0)

  it('has bars as long as the data says, measured on its axis', async () => {
    const bars = await pdfBars(await page(), direction)
    const { unit = 0 } = bars[0] ?? {}
    const wanted = series.marks.map(mark => flatLength(mark, unit)).filter(length => length >= SHORTEST)
    const found = bars.filter(({ length }) => length >= SHORTEST)
    expect(
      found.map(({ length }) => Math.round(length)),
      'bars',
    ).toHaveLength(wanted.length)
    found.forEach(({ length, margin }, index) =>
      expect(
        Math.abs(length - wanted[index]!),
        `bar ${index + 1} is ${length.toFixed(2)} long, the data says ${wanted[index]!.toFixed(2)}`,
      ).toBeLessThanOrEqual(margin),
    )
  })

  it('has its ticks, labels and titles as text and is no picture', async () => {
    const text = withoutSpaces(await pageText(await page()))
    expect(
      textsOf(series)
        .map(withoutSpaces)
        .filter(label => !text.includes(label)),
    ).toEqual([])
    expect((await axisNumbers(await page(), direction)).length, 'ticks').toBeGreaterThanOrEqual(3)
    expect(await imageCount(await page())).toBe(0)
  })
})
