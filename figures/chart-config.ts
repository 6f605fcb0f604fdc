import type { CartesianScaleOptions, ChartConfiguration, ChartOptions, Scale } from 'chart.js'
import type { ChartLayout, Direction, DotWords, Size } from './chart-layout'
import type { ChartDisplay, Palette } from './chart-style'
import type { Measure } from './chart-text'
import type { Series } from './series'
import { boundsPlugin } from './bounds-plugin'
import { barLayout, dotLayout } from './chart-layout'
import { POINT } from './chart-style'
import { chartFont } from './chart-text'

/** What a chart is drawn on: its size in slide pixels, how it moves, and how wide a text is there. */
export interface ChartCanvas extends ChartDisplay, Size {
  readonly measure: Measure
}

/** The part of a Chart.js configuration that the deck sets. */
export type BarConfig = Required<Pick<ChartConfiguration<'bar', (number | null)[], string[]>, 'type' | 'data' | 'options' | 'plugins'>>
export type DotConfig = Required<Pick<ChartConfiguration<'line', (number | null)[], string[]>, 'type' | 'data' | 'options' | 'plugins'>>

export type AnyConfig = BarConfig | DotConfig

const GROW = 450

/** How a chart is laid out and in which colours it is drawn. */
interface Look {
  readonly layout: ChartLayout
  readonly palette: Palette
}

function sharedOptions(series: Series, { still, pixelRatio }: ChartDisplay, { layout, palette }: Look) {
  const { plot, size } = layout
  return {
    locale: series.intl.locale,
    responsive: false,
    devicePixelRatio: pixelRatio,
    animation: still ? (false as const) : { duration: GROW, easing: 'easeOutCubic' as const },
    events: [],
    font: chartFont,
    color: palette.ink,
    // Else a chart of points would have room for half a point on each side.
    layout: { autoPadding: false, padding: { top: plot.top, right: size.width - plot.right } },
    plugins: { legend: { display: false }, tooltip: { enabled: false }, bounds: { layout, palette } },
  }
}

/** Gives an axis the room that the layout has for it: Chart.js would take what its labels need, and move the plot. */
function keepRoom({ plot, size }: ChartLayout): Pick<CartesianScaleOptions, 'afterFit'> {
  return {
    afterFit(axis: Scale) {
      if (axis.isHorizontal())
        axis.height = size.height - plot.bottom
      else axis.width = plot.left
      Object.assign(axis, { paddingLeft: 0, paddingRight: 0, paddingTop: 0, paddingBottom: 0 })
    },
  }
}

/** A place for every mark, known or not: a chart without numbers still has its axis and says what is missing. */
function categoryAxis({ layout, palette }: Look) {
  return {
    ...keepRoom(layout),
    ticks: { color: palette.ink, font: chartFont, maxRotation: 0, autoSkip: false },
    grid: { display: false },
    border: { color: palette.ink },
  }
}

/** The value axis, with the layout's own ends, ticks and texts. */
function valueAxis({ layout, palette }: Look) {
  const { min, max, ticks, axisTitle } = layout
  const texts = new Map(ticks.map(({ value, text }) => [value, text]))
  return {
    ...keepRoom(layout),
    min,
    max,
    title: { display: true, text: axisTitle, color: palette.quiet, font: chartFont },
    afterBuildTicks: (axis: Scale) => {
      axis.ticks = ticks.map(({ value }) => ({ value }))
    },
    ticks: {
      color: palette.quiet,
      font: chartFont,
      autoSkip: false,
      maxRotation: 0,
      callback: (tick: number | string) => texts.get(Number(tick)) ?? '',
    },
    grid: { color: palette.rule, lineWidth: 1, drawTicks: false },
    border: { display: false },
  }
}

/** Chart.js moves the marks, as far as they reach; the plugin of bounds draws them. */
function seriesData<Style extends object>(
  { marks, axisTitle }: Series,
  { categories }: ChartLayout,
  isOnAxis: (end: number) => boolean,
  style: Style,
) {
  const ends = marks.map(({ value, upTo, waiting }) => (waiting ? null : (upTo ?? value)))
  return {
    labels: categories.map(lines => [...lines]),
    datasets: [{ label: axisTitle, data: ends.map(end => (end !== null && isOnAxis(end) ? end : null)), ...style }],
  }
}

/**
 * Bars on a linear axis from zero, which ends where all of them have room. Pure: the same input gives the same chart.
 * @throws RangeError for a value that no bar can have
 */
export function barConfig(series: Series, direction: Direction, canvas: ChartCanvas, palette: Palette): BarConfig {
  const layout = barLayout(series, direction, canvas, canvas.measure)
  const look = { layout, palette }
  const [category, value] = [categoryAxis(look), { ...valueAxis(look), beginAtZero: true }]
  const options: ChartOptions<'bar'> = {
    ...sharedOptions(series, canvas, look),
    indexAxis: direction === 'up' ? 'x' : 'y',
    scales: direction === 'up' ? { x: category, y: value } : { x: value, y: category },
  }
  const data = seriesData(series, layout, () => true, { barThickness: layout.thickness })
  return { type: 'bar', data, options, plugins: [boundsPlugin] }
}

/**
 * Dots on a logarithmic axis, which says that it is one. A bar has no zero there, and zero has no place.
 * @throws RangeError as for bars
 */
export function logDotConfig(series: Series, words: DotWords, canvas: ChartCanvas, palette: Palette): DotConfig {
  const layout = dotLayout(series, words, canvas, canvas.measure)
  const look = { layout, palette }
  const options: ChartOptions<'line'> = {
    ...sharedOptions(series, canvas, look),
    scales: {
      x: { ...categoryAxis(look), offset: true },
      y: { ...valueAxis(look), type: 'logarithmic' },
    },
  }
  const style = { showLine: false, pointRadius: POINT / 2 }
  return { type: 'line', data: seriesData(series, layout, end => end > 0, style), options, plugins: [boundsPlugin] }
}
