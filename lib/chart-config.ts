import type { ChartConfiguration, ChartOptions } from 'chart.js'
import type { ChartDisplay } from '../composables/useChartDisplay'
import type { Actor } from '../data/types'
import type { Series } from './series'
import { certainty, POINT } from './certainty-plugin'
import { formatNumber } from './format'

/** Colours by what they mean. */
export type Palette = Record<Actor | 'paper' | 'ink' | 'quiet' | 'rule', string>

/** How a bar or dot chart is laid out. */
export interface ChartLayout {
  /** Bars along the x axis (`y`) or standing on it (`x`); Chart.js's `indexAxis`. */
  readonly indexAxis: 'x' | 'y'
  /** End of the value axis, in the series' unit: room for a floor to fade out and for its label. */
  readonly max: number
  /** Distance between ticks of the value axis. */
  readonly step: number
  /** Thickness of bars in slide pixels. */
  readonly thickness: number
}

/** The part of a Chart.js configuration that the deck sets. */
export type BarConfig = Required<Pick<ChartConfiguration<'bar', (number | null)[], string[]>, 'type' | 'data' | 'options' | 'plugins'>>
export type DotConfig = Required<Pick<ChartConfiguration<'line', (number | null)[], string[]>, 'type' | 'data' | 'options' | 'plugins'>>

export type AnyConfig = BarConfig | DotConfig

/** Labels and ticks in slide pixels; 18 is the smallest that reads from the back row. */
export const chartFont = { family: '"Source Sans 3", "Noto Sans SC", sans-serif', size: 18 } as const

/** The large figure across a gap; a face that an edition does not have is passed over. */
export const figureFont = '500 64px Newsreader, "Noto Serif SC", Georgia, serif'

const GROW = 450

function sharedOptions(series: Series, display: ChartDisplay, palette: Palette) {
  return {
    locale: series.intl.locale,
    responsive: false,
    devicePixelRatio: display.pixelRatio,
    animation: display.still ? false as const : { duration: GROW, easing: 'easeOutCubic' as const },
    events: [],
    font: chartFont,
    color: palette.ink,
    layout: { padding: { top: 24 } },
    plugins: { legend: { display: false }, tooltip: { enabled: false }, certainty: { series, palette } },
  }
}

function axisTitle(text: string, palette: Palette) {
  return { display: true, text, color: palette.quiet, font: chartFont }
}

/** A place for every mark, known or not: a chart without numbers still has its axis and says what is missing. */
function seriesData<Style extends object>(series: Series, style: Style) {
  return {
    labels: series.marks.map(mark => [...mark.label]),
    datasets: [{ label: series.axisTitle, data: series.marks.map(mark => mark.value), ...style }],
  }
}

/**
 * Bars on a linear axis from zero. What is not exact (an open end, a range, a gap) is drawn by the certainty plugin.
 * Pure: the same input gives the same configuration.
 */
export function barConfig(series: Series, layout: ChartLayout, display: ChartDisplay, palette: Palette): BarConfig {
  const { indexAxis, max, step, thickness } = layout
  const value = {
    beginAtZero: true,
    min: 0,
    max,
    title: axisTitle(series.axisTitle, palette),
    ticks: { stepSize: step, color: palette.quiet, font: chartFont, format: series.intl.number },
    grid: { color: palette.rule, lineWidth: 1, drawTicks: false },
    border: { display: false },
  }
  const category = {
    ticks: { color: palette.ink, font: chartFont, maxRotation: 0, autoSkip: false },
    grid: { display: false },
    border: { color: palette.ink },
  }
  const fill = series.marks.map(mark => mark.hypothetical ? `${palette.quiet}33` : palette[mark.actors[0] ?? 'quiet'])
  const data = seriesData(series, { backgroundColor: fill, barThickness: thickness })
  const options: ChartOptions<'bar'> = {
    ...sharedOptions(series, display, palette),
    indexAxis,
    scales: indexAxis === 'x' ? { x: category, y: value } : { x: value, y: category },
  }
  return { type: 'bar', data, options, plugins: [certainty] }
}

const isDecade = (value: number) => Number.isInteger(Math.log10(value))

/** Dots on a logarithmic axis, which says that it is one. A bar has no zero there. */
export function logDotConfig(series: Series, layout: { min: number, max: number, title: string }, display: ChartDisplay, palette: Palette): DotConfig {
  const data = seriesData(series, { showLine: false, pointRadius: POINT / 2, pointBackgroundColor: palette.company, pointBorderWidth: 0 })
  const options: ChartOptions<'line'> = {
    ...sharedOptions(series, display, palette),
    scales: {
      x: {
        offset: true,
        ticks: { color: palette.ink, font: chartFont, maxRotation: 0, autoSkip: false },
        grid: { display: false },
        border: { color: palette.ink },
      },
      y: {
        type: 'logarithmic',
        min: layout.min,
        max: layout.max,
        title: axisTitle(layout.title, palette),
        ticks: { color: palette.quiet, font: chartFont, callback: tick => isDecade(Number(tick)) ? formatNumber(Number(tick), series) : '' },
        grid: { color: ({ tick }) => isDecade(tick.value) ? palette.rule : 'transparent', drawTicks: false },
        border: { display: false },
      },
    },
  }
  return { type: 'line', data, options, plugins: [certainty] }
}
