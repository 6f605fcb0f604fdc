import type { Series } from '../../lib/series'
import type { Direction } from './pdf-bars'
import { describe, expect, it } from 'vitest'
import { compute, headcount, papers, trainingElsewhereDays } from '../../data'
import { headcountSeries, paperSeries, trainingSeries } from '../../lib/series'
import { words } from '../../locales'
import { imageCount } from '../../scripts/pdf-proof'
import { pageText, squeeze } from '../../scripts/pdf-read'
import { slides, usePdf } from './deck'
import { axisNumbers, barValues } from './pdf-bars'

/** What the bars must show: each number of the data, a range up to its certain end. */
const CHARTS: { id: string, direction: Direction, values: number[], labels: string[] }[] = [
  {
    id: 'headcount-chart',
    direction: 'up',
    values: [headcount.start.count.value, headcount.now.count.value],
    labels: textsOf(headcountSeries(words)),
  },
  {
    id: 'papers',
    direction: 'right',
    values: [papers.total.count, ...papers.conferences.map(({ count }) => count)].map(({ value }) => value),
    labels: textsOf(paperSeries(words)),
  },
  {
    id: 'training-time',
    direction: 'right',
    values: [certainEnd(trainingElsewhereDays.value), certainEnd(compute.training.here.value)],
    labels: textsOf(trainingSeries(words)),
  },
]

/** Every text of a chart that is not on its value axis: names and labels of the marks, and the title of the axis. */
function textsOf({ axisTitle, gap, marks }: Series): string[] {
  return [axisTitle, gap?.headline ?? '', gap?.note ?? '', ...marks.flatMap(({ text, note = '', label }) => [text, note, ...label])]
}

function certainEnd(value: number | readonly [number, number] | null): number {
  return typeof value === 'number' ? value : value?.[0] ?? Number.NaN
}

const pdf = usePdf()

describe.each(CHARTS)('the chart on slide $id, in the PDF', ({ id, direction, values, labels }) => {
  const page = () => pdf().getPage(slides.find(slide => slide.id === id)?.no ?? 0)

  it('has bars as long as the data says, measured on its axis', async () => {
    const bars = await barValues(await page(), direction)
    expect(bars.map(({ value }) => Math.round(value)), 'bars').toHaveLength(values.length)
    bars.forEach(({ value, margin }, index) => expect(Math.abs(value - values[index]!), `bar ${index + 1} reads ${value.toFixed(2)}, the data says ${values[index]}`).toBeLessThanOrEqual(margin))
  })

  it('has its ticks, labels and titles as text and is no picture', async () => {
    const text = squeeze(await pageText(await page()))
    expect(labels.map(squeeze).filter(label => !text.includes(label))).toEqual([])
    expect((await axisNumbers(await page(), direction)).length, 'ticks').toBeGreaterThan(3)
    expect(await imageCount(await page())).toBe(0)
  })
})
