import type { Chart, ChartType, Plugin } from 'chart.js'
import type { Box, ChartLayout, PlacedGap, PlacedMark } from './chart-layout'
import type { Palette } from './chart-style'
import type { Stretch } from './mark-shape'
import { labelOnPaper } from './canvas-text'
import { POINT } from './chart-style'
import { FOOT, LID } from './mark-shape'

/** What the plugin draws; kept in the options, because a plugin itself can't change once the chart stands. */
export interface BoundsOptions {
  readonly layout: ChartLayout
  readonly palette: Palette
}

declare module 'chart.js' {
  // eslint-disable-next-line unused-imports/no-unused-vars -- the parameter has to match Chart.js's own declaration
  interface PluginOptionsByType<TType extends ChartType> {
    bounds?: BoundsOptions
  }
}

/** The raw options: the resolved ones are proxies that take arrays for indexable options. */
function optionsOf(chart: Chart): BoundsOptions | undefined {
  return chart.config.options?.plugins?.bounds as BoundsOptions | undefined
}

/**
 * Draws the marks, of which Chart.js only knows how far they have grown: an open end that fades for a floor, a blurred one for what is
 * approximate, a lighter stretch below a ceiling and across a range, dashes for what is only supposed, a hue for each actor, the figure
 * beside its mark, and words across a gap. Everything is a path, a gradient or text, so that the PDF stays vector.
 */
export const boundsPlugin: Plugin = {
  id: 'bounds',
  beforeDraw(chart) {
    // Chart.js clears the canvas first; some PDF viewers paint what was cleared white.
    const options = optionsOf(chart)
    if (!options)
      return
    chart.ctx.fillStyle = options.palette.paper
    chart.ctx.fillRect(0, 0, chart.width, chart.height)
  },
  // Chart.js's own bars and points would lie in the PDF, even if they are transparent.
  beforeDatasetDraw: () => false,
  afterDatasetsDraw(chart) {
    const options = optionsOf(chart)
    if (!options)
      return
    const { layout, palette } = options
    const { ctx } = chart
    ctx.save()
    const grown = sharesGrown(chart, layout)
    for (const [index, mark] of layout.marks.entries()) drawMark({ ctx, layout, palette, grown: grown[index]! }, mark)
    for (const gap of layout.gaps) drawGap(ctx, gap, palette)
    ctx.restore()
  },
}

/** How much of its way from the base a mark has made while it grows, from 0 to 1; undefined for one that has no way to make. */
function shareGrown(chart: Chart, { direction, plot }: ChartLayout, { index }: PlacedMark): number | undefined {
  const element = chart.getDatasetMeta(0).data[index]
  if (!element)
    return undefined
  const way = (isFinal: boolean) => {
    const { x, y } = element.getProps(['x', 'y'], isFinal)
    return direction === 'up' ? plot.bottom - y : x - plot.left
  }
  const share = way(false) / way(true)
  return Number.isFinite(share) ? Math.max(0, Math.min(1, share)) : undefined
}

/** How far each mark has grown; a floor of zero, which only fades, keeps step with the others. */
function sharesGrown(chart: Chart, layout: ChartLayout): number[] {
  const shares = layout.marks.map(mark => shareGrown(chart, layout, mark))
  const known = shares.filter(share => share !== undefined)
  const common = known.length > 0 ? Math.min(...known) : 1
  return shares.map(share => share ?? common)
}

interface Drawing {
  readonly ctx: CanvasRenderingContext2D
  readonly layout: ChartLayout
  readonly palette: Palette
  readonly grown: number
}

/** A stretch of the value axis, and one across it, as a box on the canvas. */
function boxOf({ direction, plot }: ChartLayout, from: number, to: number, start: number, width: number): Box {
  return direction === 'up'
    ? { left: start, right: start + width, top: plot.bottom - to, bottom: plot.bottom - from }
    : { left: plot.left + from, right: plot.left + to, top: start, bottom: start + width }
}

/** `#rgb` or `#rrggbb` as red, green and blue. */
function channels(colour: string): number[] {
  const digits = colour.length === 4 ? colour.replace(/[\da-f]/gi, '$&$&') : colour
  return [1, 3, 5].map(at => Number.parseInt(digits.slice(at, at + 2), 16))
}

/** A hue laid on paper so strongly; opaque, because PDF viewers differ in what they make of transparency. */
function onPaper(hue: string, strength: number, { paper }: Palette): string {
  const under = channels(paper)
  return `rgb(${channels(hue)
    .map((channel, index) => Math.round(under[index]! + (channel - under[index]!) * strength))
    .join(' ')})`
}

/** A supposition has no actor's hue, and little of any. */
const SUPPOSED = 0.2

interface Stripe {
  readonly hue: string
  readonly width: number
  readonly start: number
  readonly strength: number
}

/** Neighbouring areas lie under one another by so much, or paper would shine through where their antialiased edges meet. */
const OVERLAP = 1

/** The hues of a mark, side by side across its thickness. */
function stripesOf({ mark: { actors, hypothetical }, across, thickness }: PlacedMark, palette: Palette): Stripe[] {
  const hues = hypothetical || actors.length === 0 ? [palette.quiet] : actors.map(actor => palette[actor])
  const width = thickness / hues.length
  return hues.map((hue, index): Stripe => ({
    hue,
    width: width + (index < hues.length - 1 ? OVERLAP : 0),
    start: across - thickness / 2 + index * width,
    strength: hypothetical ? SUPPOSED : 1,
  }))
}

function drawMark(drawing: Drawing, mark: PlacedMark): void {
  const { ctx, layout, palette, grown } = drawing
  const stripes = stripesOf(mark, palette)
  for (const stripe of stripes) {
    // From the far end, so that the stronger one lies above.
    for (const stretch of mark.stretches.toReversed()) drawStretch(drawing, stretch, stripe)
  }
  drawDots(drawing, mark)
  if (mark.outline)
    drawOutline(drawing, mark, mark.outline)
  drawCuts(drawing, mark)
  for (const { hue, strength, start, width } of stripes) {
    ctx.fillStyle = onPaper(hue, strength, palette)
    if (mark.lid !== undefined)
      fill(ctx, boxOf(layout, Math.max(0, mark.lid * grown - LID), mark.lid * grown, start, width))
    ctx.fillStyle = hue
    if (mark.hasFoot)
      fill(ctx, boxOf(layout, 1 - FOOT, 1, start, width))
  }
  const away = mark.end * (grown - 1)
  const moved = layout.direction === 'up' ? { x: 0, y: -away } : { x: away, y: 0 }
  for (const { text, isNote } of mark.texts) labelOnPaper(ctx, text, isNote ? palette.quiet : palette.ink, palette, moved)
}

function fill(ctx: CanvasRenderingContext2D, { left, top, right, bottom }: Box): void {
  ctx.fillRect(left, top, right - left, bottom - top)
}

function drawStretch(
  { ctx, layout, palette, grown }: Drawing,
  { from, to, near, far }: Stretch,
  { hue, width, start, strength }: Stripe,
): void {
  const box = boxOf(layout, from * grown, to * grown, start, width)
  const under = boxOf(layout, Math.max(0, from * grown - OVERLAP), to * grown, start, width)
  const colour = (tone: number) => onPaper(hue, tone * strength, palette)
  if (near === far) {
    ctx.fillStyle = colour(near)
  }
  else {
    const gradient
      = layout.direction === 'up'
        ? ctx.createLinearGradient(0, box.bottom, 0, box.top)
        : ctx.createLinearGradient(box.left, 0, box.right, 0)
    gradient.addColorStop(0, colour(near))
    gradient.addColorStop(1, colour(far))
    ctx.fillStyle = gradient
  }
  fill(ctx, under)
}

/** Dots, cut into the hues of their mark; the edge of an approximate one is blurred. */
function drawDots({ ctx, layout: { plot }, palette, grown }: Drawing, mark: PlacedMark): void {
  const radius = mark.isBlurred ? POINT : POINT / 2
  for (const dot of mark.dots) {
    const y = plot.bottom - dot * grown
    for (const { hue, start, width } of stripesOf({ ...mark, thickness: 2 * radius }, palette)) {
      ctx.save()
      ctx.beginPath()
      ctx.rect(start, y - radius, width, 2 * radius)
      ctx.clip()
      ctx.fillStyle = mark.isBlurred ? blurredDot(ctx, mark.across, y, hue) : hue
      ctx.beginPath()
      ctx.arc(mark.across, y, radius, 0, 2 * Math.PI)
      ctx.fill()
      ctx.restore()
    }
  }
}

function blurredDot(ctx: CanvasRenderingContext2D, x: number, y: number, hue: string): CanvasGradient {
  const gradient = ctx.createRadialGradient(x, y, 0, x, y, POINT)
  gradient.addColorStop(0, hue)
  // Transparent, because the stretch of a range goes on behind it; no dot is ever printed.
  gradient.addColorStop(1, `${hue}00`)
  return gradient
}

const OUTLINE = 2

/** Dashes around a supposition; where its end is open, only three sides. */
function drawOutline(
  { ctx, layout, palette, grown }: Drawing,
  { across, thickness }: PlacedMark,
  { to, isClosed }: NonNullable<PlacedMark['outline']>,
): void {
  const { left, top, right, bottom } = boxOf(layout, 0, to * grown - (isClosed ? OUTLINE / 2 : 0), across - thickness / 2, thickness)
  const corners
    = layout.direction === 'up'
      ? ([
          [left, top],
          [left, bottom],
          [right, bottom],
          [right, top],
        ] as const)
      : ([
          [right, top],
          [left, top],
          [left, bottom],
          [right, bottom],
        ] as const)
  ctx.setLineDash([6, 6])
  ctx.lineWidth = OUTLINE
  ctx.strokeStyle = palette.ink
  ctx.beginPath()
  for (const [x, y] of corners) ctx.lineTo(x, y)
  if (isClosed)
    ctx.closePath()
  ctx.stroke()
  ctx.setLineDash([])
}

/** Cuts a bar into cells: a month becomes thirty days that one can count. */
function drawCuts({ ctx, layout, palette, grown }: Drawing, { mark, cuts, across, thickness }: PlacedMark): void {
  ctx.strokeStyle = mark.hypothetical ? palette.quiet : palette.paper
  ctx.lineWidth = mark.hypothetical ? 1 : 2
  ctx.setLineDash(mark.hypothetical ? [3, 4] : [])
  ctx.beginPath()
  for (const cut of cuts) {
    const { left, top, bottom } = boxOf(layout, cut * grown, cut * grown, across - thickness / 2, thickness)
    ctx.moveTo(left, top)
    ctx.lineTo(left, bottom)
  }
  ctx.stroke()
  ctx.setLineDash([])
}

/** Words across the places where nothing is reported. */
function drawGap(ctx: CanvasRenderingContext2D, { text, dotted, headline }: PlacedGap, palette: Palette): void {
  ctx.strokeStyle = palette.quiet
  ctx.lineWidth = 2
  ctx.setLineDash([2, 8])
  ctx.beginPath()
  for (const { from, to, y } of dotted) {
    ctx.moveTo(from, y)
    ctx.lineTo(to, y)
  }
  ctx.stroke()
  ctx.setLineDash([])
  labelOnPaper(ctx, text, palette.quiet, palette)
  if (headline)
    labelOnPaper(ctx, headline, palette.ink, palette)
}
