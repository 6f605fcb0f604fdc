import type { Actor } from '../data'
import type { OtherBound, OtherFigure } from '../data/other-types'
import type { OtherWords } from '../locales/other-types'
import type { Words } from '../locales/types'
import type { Stretch } from './mark-shape'
import type { BarStripe } from './other-marks'
import { headcountNow, headcountNowDate, headcountStart, headcountYear } from '../data'
import { doctorShares, faceRecords, foundingRecords, laterHeadcounts, modelCounts, modelShares } from '../data/others'
import { fill, formatDate, formatFigure, formatNumber } from './format'
import { barShape } from './mark-shape'
import { formatOther, formatTime } from './other-format'
import { barStripes, reachOf } from './other-marks'
import { extentOf, timeScale } from './time-scale'

/** Where everything stands in the charts of the other sources: pure geometry in slide pixels. */

export interface Tick { readonly at: number, readonly text: string }

type Extent = readonly [from: number, to: number]

/** A published accuracy: a mark as wide as what is known of its day. */
export interface FaceMark {
  readonly id: string
  readonly name: string
  readonly actors: readonly Actor[]
  readonly y: number
  readonly from: number
  readonly to: number
  /** Whether its day is known. */
  readonly isPoint: boolean
  readonly value: string
  readonly date: string
}

export interface FacesLayout {
  readonly plot: { readonly left: number, readonly right: number, readonly top: number, readonly bottom: number }
  readonly ticks: readonly Tick[]
  readonly months: readonly Tick[]
  readonly marks: readonly FaceMark[]
  readonly human: { readonly y: number, readonly value: string }
  readonly founded: { readonly from: number, readonly to: number, readonly date: string }
}

const FACES_PLOT = { left: 76, right: 1146, top: 40, bottom: 374 }

/** Accuracies by date of publication. The axis begins where the percents do that hold them, not at zero. */
export function facesLayout(words: Words, others: OtherWords): FacesLayout {
  const figures = faceRecords as readonly OtherFigure[]
  const amounts = figures.map(({ amount }) => amount)
  const [low, high] = [Math.floor(Math.min(...amounts)), Math.ceil(Math.max(...amounts) * 2) / 2]
  const y = timeScale([low, high], [FACES_PLOT.bottom, FACES_PLOT.top])
  const dated = figures.filter(({ time }) => time !== undefined)
  const year = Math.floor(Math.min(...dated.map(({ time }) => time!.from ?? time!.to)))
  const x = timeScale([year, year + 1], [FACES_PLOT.left, FACES_PLOT.right])
  const human = figures.find(({ time }) => time === undefined)!
  const founded = foundingRecords[0]
  return {
    plot: FACES_PLOT,
    ticks: Array.from({ length: Math.floor(high - low) + 1 }, (_, index) => low + index)
      .map(percent => ({ at: y(percent), text: `${formatNumber(percent, words)}%` })),
    months: [0, 3, 6, 9].map(month => ({ at: x(year + month / 12), text: formatDate(year + month / 12, 'month', words) })),
    marks: dated.map((figure): FaceMark => {
      const { from, to, precision } = figure.time!
      return {
        id: figure.id,
        name: figure.name ?? '',
        actors: figure.actors,
        y: y(figure.amount),
        from: x(from ?? to),
        to: Math.min(FACES_PLOT.right, x(to)),
        isPoint: precision === 'day',
        value: formatOther(figure, words, others),
        date: formatTime(figure.time!, words, others),
      }
    }),
    human: { y: y(human.amount), value: formatOther(human, words, others) },
    founded: {
      from: x(founded.amount),
      to: x(founded.amount + 1 / 12),
      date: formatDate(founded.amount, founded.precision, words),
    },
  }
}

/** A count of people: a bar over the time for which it holds. */
export interface HeadcountBar {
  readonly id: string
  readonly speaker: 'article' | 'others'
  readonly x: number
  /** When it holds, on the axis; what has no beginning is open to the left. */
  readonly from: number
  readonly to: number
  readonly isOpen: boolean
  /** Of the article, filled. */
  readonly stretches: readonly Stretch[]
  readonly lid?: number
  readonly hasFoot: boolean
  /** Of others, striped. */
  readonly stripes: readonly BarStripe[]
  /** How high the number itself lies. */
  readonly at: number
  readonly end: number
  readonly value: string
  readonly date: string
}

export interface LaterHeadcountLayout {
  readonly base: number
  readonly left: number
  readonly right: number
  readonly width: number
  readonly years: readonly Tick[]
  readonly bars: readonly HeadcountBar[]
  /** Where nothing is reported. */
  readonly gaps: readonly { readonly from: number, readonly to: number }[]
  /** Where the fall is told. */
  readonly fall: number
}

const HEADCOUNT = { left: 40, right: 1040, base: 400, top: 60 }
const BAR = 76
const LEAST_GAP = 120

/** The counts of both sources on one true axis of time, and the gaps between them. */
export function laterHeadcountLayout(words: Words, others: OtherWords): LaterHeadcountLayout {
  const last = Math.ceil(Math.max(...laterHeadcounts.map(({ time }) => time.to)))
  const first = headcountYear.value
  const x = timeScale([first, last], [HEADCOUNT.left, HEADCOUNT.right])
  const most = Math.max(...laterHeadcounts.map(({ amount }) => amount))
  const height = timeScale([0, most], [0, HEADCOUNT.base - HEADCOUNT.top])
  const own = ([
    [headcountStart, headcountYear],
    [headcountNow, headcountNowDate],
  ] as const).map(([count, date]): HeadcountBar => {
    const [from, to]: Extent = date.value === null ? [first, first] : extentOf({ value: date.value, precision: date.precision ?? 'year' })
    const { stretches, lid, hasFoot, end } = barShape({
      value: count.value,
      bound: count.bound,
      label: [],
      actors: ['company'],
      text: '',
    }, height)
    return {
      id: count.id,
      speaker: 'article',
      x: x((from + Math.min(to, last)) / 2),
      from: x(from),
      to: x(to),
      isOpen: false,
      stretches,
      lid,
      hasFoot,
      stripes: [],
      at: height(count.value),
      end,
      value: formatFigure(count, words),
      date: formatFigure(date, words),
    }
  })
  const later = (laterHeadcounts as readonly OtherFigure[]).map((figure): HeadcountBar => {
    const { from, to } = figure.time!
    const length = height(figure.amount)
    return {
      id: figure.id,
      speaker: 'others',
      x: x(to) - (from === null ? BAR / 2 : 0),
      from: from === null ? x(to) - BAR : x(from),
      to: x(to),
      isOpen: from === null,
      stretches: [],
      hasFoot: false,
      stripes: barStripes(length, figure.bound),
      at: length,
      end: reachOf(length, figure.bound),
      value: formatOther(figure, words, others),
      date: formatTime(figure.time!, words, others),
    }
  })
  const bars = [...own, ...later]
  const gaps = bars.slice(1).flatMap(({ x: right }, index) => {
    const [from, to] = [bars[index]!.x + BAR / 2 + 12, right - BAR / 2 - 12]
    return to - from >= LEAST_GAP ? [{ from, to }] : []
  })
  return {
    ...HEADCOUNT,
    width: BAR,
    years: Array.from({ length: last - first + 1 }, (_, index) => first + index)
      .map(year => ({ at: x(year), text: formatDate(year, 'year', words) })),
    bars,
    gaps,
    fall: x(last),
  }
}

/** A bar of a share or a count, to the right. */
export interface SideBar {
  readonly id: string
  readonly label: string
  readonly actors: readonly Actor[]
  readonly y: number
  readonly stripes: readonly BarStripe[]
  readonly at: number
  readonly end: number
  readonly value: string
  readonly bound: OtherBound
}

/** Bars with one axis, under their head. */
export interface Panel {
  readonly head: string
  readonly left: number
  readonly top: number
  /** Between labels and bars. */
  readonly axis: number
  readonly bars: readonly SideBar[]
  /** The whole, where the bars are shares. */
  readonly whole?: { readonly at: number, readonly text: string }
}

const ROW = 58
const SIDE = { label: 156, length: 280 }

/** One panel: shares of a whole where the figures say of what they are a share, otherwise counts up to `most`. */
export function panelOf(
  head: string,
  figures: readonly OtherFigure[],
  { left, top, most }: { left: number, top: number, most: number },
  labelOf: (figure: OtherFigure) => string,
  words: Words,
  others: OtherWords,
): Panel {
  const length = timeScale([0, most], [0, SIDE.length])
  return {
    head,
    left,
    top,
    axis: left + SIDE.label,
    whole: figures[0]?.base === undefined
      ? undefined
      : { at: left + SIDE.label + SIDE.length, text: fill(others.labels.whole, { base: others.bases[figures[0].base] ?? '' }) },
    bars: figures.map((figure, index): SideBar => ({
      id: figure.id,
      label: labelOf(figure),
      actors: figure.actors,
      y: top + 52 + index * ROW,
      stripes: barStripes(length(figure.amount), figure.bound),
      at: length(figure.amount),
      end: reachOf(length(figure.amount), figure.bound),
      value: formatOther(figure, words, others),
      bound: figure.bound,
    })),
  }
}

/** Where somebody counted beyond one company: shares of a whole at the left, counts at the right. */
export function beyondLayout(words: Words, others: OtherWords): Panel[] {
  const { labels } = others
  const year = (figure: OtherFigure) => formatTime(figure.time!, words, others)
  const makers: Readonly<Record<string, string>> = {
    'models-industry': labels.industry,
    'models-both': labels.both,
    'models-academia': labels.academia,
  }
  const most = Math.max(...modelCounts.map(({ amount }) => amount))
  return [
    panelOf(labels.doctors, doctorShares, { left: 0, top: 20, most: 100 }, year, words, others),
    panelOf(labels.modelShare, modelShares, { left: 0, top: 250, most: 100 }, year, words, others),
    panelOf(labels.models, modelCounts, { left: 620, top: 20, most: most * 1.2 }, ({ id }) => makers[id]!, words, others),
  ]
}
