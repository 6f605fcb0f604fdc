import type { Chart, ChartType, Plugin } from 'chart.js'
import type { Palette } from './chart-config'
import type { Mark, Series } from './series'
import { paperText } from './canvas-text'
import { chartFont, figureFont } from './chart-config'

/** A mark on the canvas: from `base` to `tip` along the value axis, `across` its middle on the other. */
interface Extent {
  readonly mark: Mark
  readonly base: number
  readonly tip: number
  readonly across: number
  readonly thickness: number
}

const FADE = 52
/** Diameter of a dot. */
export const POINT = 22
const LABEL_GAP = 14

function extents(chart: Chart, series: Series): Extent[] {
  const vertical = chart.options.indexAxis !== 'y'
  const elements = chart.getDatasetMeta(0).data
  return series.marks.flatMap((mark, index) => {
    const element = elements[index]
    if (!element || mark.value === null)
      return []
    const { x, y, base, width, height } = element.getProps(['x', 'y', 'base', 'width', 'height'], false) as unknown as Record<'x' | 'y' | 'base' | 'width' | 'height', number>
    const tip = vertical ? y : x
    return [{ mark, tip, base: base ?? tip, across: vertical ? x : y, thickness: (vertical ? width : height) || POINT }]
  })
}

/** What the plugin draws; kept in the options, because a plugin itself can't change once the chart stands. */
export interface CertaintyOptions {
  readonly series: Series
  readonly palette: Palette
}

declare module 'chart.js' {
  // eslint-disable-next-line unused-imports/no-unused-vars -- the parameter has to match Chart.js's own declaration
  interface PluginOptionsByType<TType extends ChartType> {
    certainty?: CertaintyOptions
  }
}

/**
 * Draws what Chart.js's bars and points can't say: an open end that fades for a floor, a lighter stretch for a range,
 * dashes for what is only supposed, two hues for two actors, the figure beside its mark, and words across a gap.
 * Everything is a path, a gradient or text, so that the PDF stays vector.
 */
export const certainty: Plugin = {
  id: 'certainty',
  beforeDraw(chart) {
    // Chart.js clears the canvas first; some PDF viewers paint what was cleared white.
    const options = chart.config.options?.plugins?.certainty as CertaintyOptions | undefined
    if (!options)
      return
    chart.ctx.fillStyle = options.palette.paper
    chart.ctx.fillRect(0, 0, chart.width, chart.height)
  },
  afterDatasetsDraw(chart) {
    // The raw options: the resolved ones are proxies that take arrays for indexable options.
    const options = chart.config.options?.plugins?.certainty
    if (!options)
      return
    const { series, palette } = options as CertaintyOptions
    const { ctx } = chart
    ctx.save()
    for (const extent of extents(chart, series))
      drawMark(chart, extent, series.cell, palette)
    drawGap(chart, series, palette)
    ctx.restore()
  },
}

function drawMark(chart: Chart, { mark, base, tip, across, thickness }: Extent, cell: number | undefined, palette: Palette): void {
  const { ctx } = chart
  const vertical = chart.options.indexAxis !== 'y'
  const direction = vertical ? -1 : 1
  const colour = palette[mark.actors[0] ?? 'quiet']
  const rect = (from: number, to: number, offset = 0, width = thickness): [number, number, number, number] => {
    const start = across - thickness / 2 + offset
    return vertical ? [start, Math.min(from, to), width, Math.abs(to - from)] : [Math.min(from, to), start, Math.abs(to - from), width]
  }
  let end = tip

  const second = mark.actors[1]
  if (second) {
    ctx.fillStyle = palette[second]
    ctx.fillRect(...rect(base, tip, thickness / 2, thickness / 2))
  }
  if (mark.upTo !== undefined) {
    const scale = chart.scales[vertical ? 'y' : 'x']!
    // Follows the bar while it grows, so that the range never runs ahead of it.
    const grown = mark.value ? (tip - base) / (scale.getPixelForValue(mark.value) - base) : 1
    end = tip + (scale.getPixelForValue(mark.upTo) - scale.getPixelForValue(mark.value!)) * grown
    ctx.globalAlpha = 0.45
    ctx.fillStyle = colour
    ctx.fillRect(...rect(tip, end))
    ctx.globalAlpha = 1
  }
  if (mark.hypothetical) {
    ctx.setLineDash([6, 6])
    ctx.lineWidth = 2
    ctx.strokeStyle = palette.ink
    const [x, y, w, h] = rect(base, tip)
    ctx.beginPath()
    // Three sides: the fourth is the open end.
    ctx.moveTo(x + w, y)
    ctx.lineTo(x, y)
    ctx.lineTo(x, y + h)
    ctx.lineTo(x + w, y + h)
    ctx.stroke()
    ctx.setLineDash([])
  }
  if (mark.end === 'open') {
    end = tip + direction * FADE
    const gradient = vertical ? ctx.createLinearGradient(0, tip, 0, end) : ctx.createLinearGradient(tip, 0, end, 0)
    const from = mark.hypothetical ? palette.quiet : colour
    gradient.addColorStop(0, mark.hypothetical ? `${from}33` : from)
    gradient.addColorStop(1, `${from}00`)
    ctx.fillStyle = gradient
    ctx.fillRect(...rect(tip, end))
  }
  if (cell && !vertical)
    drawCells(chart, { mark, base, tip: end, across, thickness }, cell, palette)
  const radius = base === tip ? thickness / 2 : 0
  label(chart, mark.text, { tip: mark.end === 'open' ? end : end + direction * radius, across }, palette)
  if (mark.note && !vertical) {
    const { width } = ctx.measureText(mark.text)
    ctx.font = `400 22px ${chartFont.family}`
    ctx.fillStyle = palette.quiet
    paperText(ctx, mark.note, end + width + 2 * LABEL_GAP, across, palette)
  }
}

/** Cuts a bar into cells of one unit each: a month becomes thirty days that one can count. */
function drawCells(chart: Chart, { mark, base, tip, across, thickness }: Extent, cell: number, palette: Palette): void {
  const { ctx } = chart
  const scale = chart.scales.x!
  ctx.strokeStyle = mark.hypothetical ? palette.quiet : palette.paper
  ctx.lineWidth = mark.hypothetical ? 1 : 2
  ctx.setLineDash(mark.hypothetical ? [3, 4] : [])
  ctx.beginPath()
  for (let value = cell; scale.getPixelForValue(value) < tip - 1; value += cell) {
    const x = scale.getPixelForValue(value)
    if (x > base) {
      ctx.moveTo(x, across - thickness / 2)
      ctx.lineTo(x, across + thickness / 2)
    }
  }
  ctx.stroke()
  ctx.setLineDash([])
}

function label(chart: Chart, text: string, at: { tip: number, across: number }, palette: Palette): void {
  const { ctx } = chart
  const vertical = chart.options.indexAxis !== 'y'
  ctx.fillStyle = palette.ink
  ctx.font = `600 28px ${chartFont.family}`
  ctx.textAlign = vertical ? 'center' : 'left'
  ctx.textBaseline = vertical ? 'alphabetic' : 'middle'
  if (vertical)
    paperText(ctx, text, at.across, at.tip - LABEL_GAP, palette)
  else
    paperText(ctx, text, at.tip + LABEL_GAP, at.across, palette)
}

/** Words across the run of places where nothing is reported. */
function drawGap(chart: Chart, { marks, gap }: Series, palette: Palette): void {
  const empty = marks.flatMap((mark, index) => mark.value === null && !mark.waiting ? [index] : [])
  if (!gap || !empty.length)
    return
  const { ctx, chartArea } = chart
  const vertical = chart.options.indexAxis !== 'y'
  const scale = chart.scales[vertical ? 'x' : 'y']!
  const first = scale.getPixelForValue(empty[0]!)
  const last = scale.getPixelForValue(empty.at(-1)!)
  const middle = (first + last) / 2
  ctx.textBaseline = 'middle'
  ctx.fillStyle = palette.quiet
  ctx.font = `400 22px ${chartFont.family}`
  if (!vertical) {
    ctx.textAlign = 'left'
    paperText(ctx, gap.note, chartArea.left + LABEL_GAP, middle, palette)
    return
  }
  const half = (last - first) / 2 + scale.width / marks.length / 2 - 24
  const floor = chartArea.bottom - 22
  ctx.textAlign = 'center'
  paperText(ctx, gap.note, middle, floor, palette)
  const reach = ctx.measureText(gap.note).width / 2 + 16
  ctx.strokeStyle = palette.quiet
  ctx.lineWidth = 2
  ctx.setLineDash([2, 8])
  for (const side of [-1, 1]) {
    ctx.beginPath()
    ctx.moveTo(middle + side * reach, floor)
    ctx.lineTo(middle + side * half, floor)
    ctx.stroke()
  }
  ctx.setLineDash([])
  if (gap.headline) {
    ctx.fillStyle = palette.ink
    ctx.font = figureFont
    paperText(ctx, gap.headline, middle, (chartArea.top + chartArea.bottom) / 2, palette)
  }
}
