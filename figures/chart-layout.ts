import type { Measure, TextBlock } from './chart-text'
import type { KnownMark, MarkShape } from './mark-shape'
import type { Mark, Series } from './series'
import type { AxisRoom, LinearAxis, LogAxis, Reach } from './value-axis'
import { POINT } from './chart-style'
import { descentOf, fitLines, fitText, textBlock, textStyles, TICK_LINE } from './chart-text'
import { fill, formatNumber } from './format'
import { barShape, beyondOf, dotShape, FADE, farOf } from './mark-shape'
import { decadesOf, LEAST_SHARE, linearAxis, logAxis, logPixels, niceStep, ticksOf } from './value-axis'

/**
 * Where everything on a chart stands, before any drawing: pure geometry in slide pixels from the canvas's upper left corner.
 * Chart.js draws the axes where this says; the plugin of bounds draws the rest.
 */

/** Which way marks grow from their axis. */
export type Direction = 'up' | 'right'

export interface Size {
  readonly width: number
  readonly height: number
}

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** A text where it stands; its lines lie in the box, aligned as it says. */
export interface PlacedText extends TextBlock {
  readonly box: Box
  readonly align: 'left' | 'center'
}

/** A mark where it stands. */
export interface PlacedMark extends MarkShape {
  readonly index: number
  readonly mark: KnownMark
  /** Its middle across the value axis, and how thick it is. */
  readonly across: number
  readonly thickness: number
  /** Where it is cut into cells, in pixels from the base. */
  readonly cuts: readonly number[]
  /** Its figure, and a remark beside or below that. */
  readonly texts: readonly { readonly text: PlacedText, readonly isNote: boolean }[]
}

/** Words where nothing is reported, and dots that say how far that goes. */
export interface PlacedGap {
  readonly text: PlacedText
  readonly dotted: readonly { readonly from: number, readonly to: number, readonly y: number }[]
  readonly headline?: PlacedText
}

export interface ChartLayout {
  readonly direction: Direction
  /** Where marks may stand: the value axis is as long as this box. */
  readonly plot: Box
  readonly size: Size
  /** Ends of the value axis, and its ticks with their text. */
  readonly min: number
  readonly max: number
  readonly ticks: readonly { readonly value: number, readonly text: string }[]
  readonly axisTitle: string
  /** Tick labels of the category axis, in lines. */
  readonly categories: readonly (readonly string[])[]
  readonly thickness: number
  /** How many units a cell stands for. */
  readonly cell?: number
  readonly marks: readonly PlacedMark[]
  readonly gaps: readonly PlacedGap[]
}

/** Above the plot: labels may reach into it. */
const HEADROOM = 24
/** Between a mark and its label, and around a text in its place. */
const LABEL_GAP = 14
const MARGIN = 12
/** Chart.js puts 3 pixels on either side of tick labels and 4 above and below a title; a category axis has ticks of 8. */
const TICK_PADDING = 6
const TITLE = TICK_LINE + 8
const CATEGORY_TICK = 8
/** Thickness of bars: a share of their band, up to a limit. */
const THICKNESS = { up: { share: 0.79, limit: 170 }, right: { share: 0.64, limit: 72 } } as const
/** A cell that is thinner can't be counted. */
const THINNEST_CELL = 8
/** Category labels beside bars take at most this share of the width; labels of bars this share of the plot. */
const WIDEST_CATEGORY = 0.35
const WIDEST_LABEL = 0.5
/** A remark that makes its label longer than this share goes below it, if it can. */
const WIDEST_BESIDE = 0.65
/** The smallest distance of ticks: along a vertical axis, and between labels on a horizontal one. */
const TICK_DISTANCE = 36
const TICK_GAP = 16
const SETTLED = 4

/** What a layout is made of. */
interface Input {
  readonly series: Series
  readonly direction: Direction
  readonly size: Size
  readonly measure: Measure
}

/** Marks with a value; `waiting` ones keep their room, too. */
function knownMarks({ marks }: Series): { index: number, mark: KnownMark }[] {
  return marks.flatMap((mark, index) => (mark.value === null ? [] : [{ index, mark: mark as KnownMark }]))
}

/** @throws RangeError for a value that no bar can have */
function assertDrawable({ marks }: Series): void {
  for (const { value, upTo, label } of marks) {
    const ends = value === null ? [] : [value, upTo ?? value]
    if (ends.some(end => !Number.isFinite(end) || end < 0) || ends[0]! > ends[1]!) {
      throw new RangeError(
        `"${label.join(' ')}" can't be drawn: expected a number from zero upwards, or a low and a high one, found ${ends.join(' to ')}`,
      )
    }
  }
}

/** Where the bands of the category axis lie along it. */
function bandsOf({ marks }: Series, from: number, to: number): { width: number, middle: (index: number) => number } {
  const width = (to - from) / Math.max(1, marks.length)
  return { width, middle: index => from + (index + 0.5) * width }
}

const fitsIn = (block: TextBlock, room: Size) => block.width <= room.width && block.height <= room.height

/** What a mark says beside it: its figure, and a remark right of that or below. */
interface MarkTexts {
  readonly label: TextBlock
  readonly note?: TextBlock
  readonly isBelow: boolean
  readonly width: number
  readonly height: number
}

function markTexts({ text, note }: Mark, { direction, measure }: Input, band: number, length: number): MarkTexts {
  if (direction === 'up') {
    const label = fitText(text, textStyles.label, { width: band - MARGIN, height: length / 3 }, measure)
    return { label, isBelow: false, width: label.width, height: label.height }
  }
  const room = { width: length * WIDEST_LABEL, height: band }
  const label = fitText(text, textStyles.label, room, measure)
  const alone = { label, isBelow: false, width: label.width, height: label.height }
  if (!note)
    return alone
  const beside = textBlock([note], textStyles.note, measure)
  const wide = {
    label,
    note: beside,
    isBelow: false,
    width: label.width + LABEL_GAP + beside.width,
    height: Math.max(label.height, beside.height),
  }
  if (wide.width <= length * WIDEST_BESIDE)
    return wide
  const below = fitText(note, textStyles.note, { ...room, height: band - label.height }, measure)
  if (fitsIn(below, { ...room, height: band - label.height }))
    return { label, note: below, isBelow: true, width: Math.max(label.width, below.width), height: label.height + below.height }
  // What has no room in any way is left to the table.
  return wide.width <= length * (1 - LEAST_SHARE) - FADE - LABEL_GAP ? wide : alone
}

/** From the end of what is drawn of a mark to its label: the gap, less what a vertical label keeps free below its letters. */
const gapTo = (direction: Direction, label: TextBlock) => (direction === 'up' ? LABEL_GAP - descentOf(label) : LABEL_GAP)

function reachesOf(input: Input, band: number, length: number): Reach[] {
  return knownMarks(input.series).map(({ mark }) => {
    const texts = markTexts(mark, input, band, length)
    const beyond = beyondOf(mark)
    const along = input.direction === 'up' ? texts.height : texts.width
    return { value: farOf(mark), beyond, tail: beyond + gapTo(input.direction, texts.label) + along }
  })
}

/** Nothing smaller can be told apart in print; what comes in whole numbers is not divided. */
function leastStep({ intl, marks }: Series): number {
  const isWhole = marks.every(({ value, upTo }) => Number.isInteger(value ?? 0) && Number.isInteger(upTo ?? 0))
  return isWhole ? 1 : 10 ** -(intl.number.maximumFractionDigits ?? 3)
}

function barAxis(input: Input, room: AxisRoom, band: number): LinearAxis {
  const { series, direction, measure } = input
  const tickWidth = (axis: LinearAxis) => tickTexts(ticksOf(axis), series, measure).width
  return linearAxis(reachesOf(input, band, room.length), room, {
    least: leastStep(series),
    preferred: series.steps,
    fits: (axis) => {
      const distance = (axis.step / axis.max) * room.length
      return distance >= (direction === 'up' ? TICK_DISTANCE : tickWidth(axis) + TICK_GAP)
    },
  })
}

/** Ticks as they are printed, and how wide they are. */
function tickTexts(values: readonly number[], { intl }: Series, measure: Measure): TextBlock {
  return textBlock(
    values.map(value => formatNumber(value, { intl })),
    textStyles.tick,
    measure,
  )
}

const linesHeight = (categories: readonly (readonly string[])[]) => Math.max(1, ...categories.map(lines => lines.length)) * TICK_LINE

/** The box of the plot between a left axis of a width and a lower one of a height; whole pixels, as Chart.js keeps them. */
function plotBox({ width, height }: Size, left: number, bottom: number, right: number): Box {
  return { left: Math.ceil(left), top: HEADROOM, right: width - Math.ceil(right), bottom: height - Math.ceil(bottom) }
}

/** Calls a layout that depends on the width of what stands at its edge until that width no longer grows. */
function converge<T>(make: (edge: number) => { edge: number, result: T }): T {
  let made = make(0)
  let widest = made.edge
  for (let times = 0; times < SETTLED; times++) {
    made = make(widest)
    if (made.edge <= widest)
      break
    widest = made.edge
  }
  return made.result
}

/** Plot and category labels of a chart whose value axis stands at the left and may need more width with other ticks. */
function uprightFrame<Axis>(input: Input, axisOf: (plot: Box, band: number) => { axis: Axis, ticks: readonly number[] }) {
  const { series, size, measure } = input
  return converge((left) => {
    const band = (size.width - left) / Math.max(1, series.marks.length)
    const categories = series.marks.map(({ label }) => fitLines(label, { width: band - MARGIN, height: size.height / 3 }, measure))
    const plot = plotBox(size, left, linesHeight(categories) + TICK_PADDING + CATEGORY_TICK, 0)
    const { axis, ticks } = axisOf(plot, band)
    const edge = TITLE + TICK_PADDING + tickTexts(ticks, series, measure).width
    return { edge, result: { plot, categories, axis, ticks } }
  })
}

/** The same for one whose value axis lies below: only its last tick label reaches over the edge. */
function lyingFrame(input: Input) {
  const { series, size, measure } = input
  const bottom = TITLE + TICK_LINE + TICK_PADDING
  const band = (size.height - HEADROOM - bottom) / Math.max(1, series.marks.length)
  const categories = series.marks.map(({ label }) => fitLines(label, { width: size.width * WIDEST_CATEGORY, height: band }, measure))
  const left = Math.max(0, ...categories.map(lines => textBlock(lines, textStyles.tick, measure).width)) + TICK_PADDING + CATEGORY_TICK
  return converge((right) => {
    const plot = plotBox(size, left, bottom, right)
    const axis = barAxis(input, { length: plot.right - plot.left, spare: right }, band)
    const ticks = ticksOf(axis)
    const edge = tickTexts(ticks.slice(-1), series, measure).width / 2 + 2
    return { edge, result: { plot, categories, axis, ticks } }
  })
}

/** A block at a place: its middle or left edge at `x`, its middle or lower edge at `y`. */
function placed(
  block: TextBlock,
  align: PlacedText['align'],
  x: number,
  y: { readonly middle: number } | { readonly bottom: number },
  { width }: Size,
): PlacedText {
  const top = 'middle' in y ? y.middle - block.height / 2 : y.bottom - block.height
  const wanted = align === 'center' ? x - block.width / 2 : x
  const left = Math.max(0, Math.min(wanted, width - block.width))
  return { ...block, align, box: { left, top, right: left + block.width, bottom: top + block.height } }
}

/** A dot's or bar's label above it, or right of it with the remark beside or below. */
function placedTexts(
  mark: KnownMark,
  input: Input,
  { plot, across, band, end }: { plot: Box, across: number, band: number, end: number },
): PlacedMark['texts'] {
  const { direction, size } = input
  const length = direction === 'up' ? plot.bottom - plot.top : plot.right - plot.left
  const { label, note, isBelow, height } = markTexts(mark, input, band, length)
  const away = end + gapTo(direction, label)
  if (direction === 'up')
    return [{ text: placed(label, 'center', across, { bottom: plot.bottom - away }, size), isNote: false }]
  const x = plot.left + away
  if (!note)
    return [{ text: placed(label, 'left', x, { middle: across }, size), isNote: false }]
  const [labelAt, noteAt] = isBelow
    ? [
        { x, middle: across - (height - label.height) / 2 },
        { x, middle: across + (height - note.height) / 2 },
      ]
    : [
        { x, middle: across },
        { x: x + label.width + LABEL_GAP, middle: across },
      ]
  return [
    { text: placed(label, 'left', labelAt.x, { middle: labelAt.middle }, size), isNote: false },
    { text: placed(note, 'left', noteAt.x, { middle: noteAt.middle }, size), isNote: true },
  ]
}

/** Runs of neighbouring places without a value, first and last index; what waits is neither known nor missing. */
function emptyRuns({ marks }: Series, isTogether: boolean): { first: number, last: number }[] {
  const runs: { first: number, last: number }[] = []
  marks.forEach(({ value, waiting }, index) => {
    const run = runs.at(-1)
    if (value !== null || waiting)
      return
    if (isTogether && run && run.last === index - 1)
      run.last = index
    else runs.push({ first: index, last: index })
  })
  return runs
}

/** Words across each run of places where nothing is reported, with dots to both sides; the large line over the longest run, if it fits. */
function uprightGaps({ series, size, measure }: Input, plot: Box): PlacedGap[] {
  const { gap, marks } = series
  const { width, middle } = bandsOf(series, plot.left, plot.right)
  const runs = emptyRuns(series, true)
  const longest = runs.reduce((best, run) => Math.max(best, run.last - run.first), -1)
  const widest = runs.find(({ first, last }) => last - first === longest)
  return runs.flatMap((run): PlacedGap[] => {
    const centre = (middle(run.first) + middle(run.last)) / 2
    const across = (run.last - run.first + 1) * width
    const words = gap?.note ?? marks[run.first]!.text
    const y = plot.bottom - 22
    const text = placed(
      fitText(words, textStyles.note, { width: across - MARGIN, height: 44 }, measure),
      'center',
      centre,
      { middle: y },
      size,
    )
    const [from, to] = [text.width / 2 + 16, across / 2 - 24]
    const dotted
      = to > from
        ? [
            { from: centre - to, to: centre - from, y },
            { from: centre + from, to: centre + to, y },
          ]
        : []
    const headline
      = run === widest && gap?.headline
        ? fitText(gap.headline, textStyles.headline, { width: across - 2 * MARGIN, height: (plot.bottom - plot.top) / 3 }, measure)
        : undefined
    const hasRoom = headline && fitsIn(headline, { width: across - 2 * MARGIN, height: (plot.bottom - plot.top) / 3 })
    return [
      {
        text,
        dotted,
        headline: hasRoom ? placed(headline, 'center', centre, { middle: (plot.top + plot.bottom) / 2 }, size) : undefined,
      },
    ]
  })
}

/** Each place without a value says so itself; one without words of its own carries those of the gap. */
function lyingGaps({ series, size, measure }: Input, plot: Box): PlacedGap[] {
  const { width, middle } = bandsOf(series, plot.top, plot.bottom)
  return emptyRuns(series, false).flatMap(({ first }): PlacedGap[] => {
    const words = series.marks[first]!.text || series.gap?.note
    if (!words)
      return []
    const text = fitText(words, textStyles.note, { width: plot.right - plot.left - 2 * LABEL_GAP, height: width }, measure)
    return [{ text: placed(text, 'left', plot.left + LABEL_GAP, { middle: middle(first) }, size), dotted: [] }]
  })
}

/** How many units a cell stands for, so that cells can be counted. */
function cellSize({ cell }: Series, { max }: LinearAxis, length: number): number | undefined {
  return cell === undefined ? undefined : niceStep(Math.max(1, (THINNEST_CELL * max) / length))
}

/** Ends of the cells of a bar, but not its own end: what remains there is a part of a cell. */
function cutsOf(end: number, cell: number | undefined, toPixels: (value: number) => number): number[] {
  if (!cell)
    return []
  const distance = toPixels(cell)
  return Array.from({ length: Math.max(0, Math.ceil((end - 1) / distance) - 1) }, (_, index) => (index + 1) * distance)
}

function cellTitle({ axisTitle, cell, intl }: Series, units: number | undefined): string {
  return cell && units !== undefined && units !== 1 ? `${axisTitle}${fill(cell, { n: formatNumber(units, { intl }) })}` : axisTitle
}

/**
 * Bars on a linear axis from zero, which ends where every mark has room for its open end and its label.
 * @param series what is shown, and what waits: waiting marks keep their room, so that the axis stands still
 * @param direction `up` from a lower axis, or `right` from a left one
 * @param size of the canvas, in slide pixels
 * @param measure width of a text
 * @throws RangeError for a value that no bar can have
 */
export function barLayout(series: Series, direction: Direction, size: Size, measure: Measure): ChartLayout {
  assertDrawable(series)
  const input = { series, direction, size, measure }
  const { plot, categories, axis, ticks }
    = direction === 'right'
      ? lyingFrame(input)
      : uprightFrame(input, (plot, band) => {
          const axis = barAxis(input, { length: plot.bottom - plot.top, spare: HEADROOM }, band)
          return { axis, ticks: ticksOf(axis) }
        })
  const isUp = direction === 'up'
  const length = isUp ? plot.bottom - plot.top : plot.right - plot.left
  const bands = isUp ? bandsOf(series, plot.left, plot.right) : bandsOf(series, plot.top, plot.bottom)
  const { share, limit } = THICKNESS[direction]
  const thickness = Math.min(bands.width * share, limit)
  const toPixels = (value: number) => (value / axis.max) * length
  const cell = cellSize(series, axis, length)
  const marks = knownMarks(series)
    .filter(({ mark }) => !mark.waiting)
    .map(({ mark, index }): PlacedMark => {
      const shape = barShape(mark, toPixels)
      const across = bands.middle(index)
      const texts = placedTexts(mark, input, { plot, across, band: bands.width, end: shape.end })
      return { ...shape, index, mark, across, thickness, cuts: isUp ? [] : cutsOf(shape.end, cell, toPixels), texts }
    })
  return {
    direction,
    plot,
    size,
    min: 0,
    max: axis.max,
    ticks: ticks.map(value => ({ value, text: formatNumber(value, series) })),
    axisTitle: cellTitle(series, cell),
    categories,
    thickness,
    cell,
    marks,
    gaps: isUp ? uprightGaps(input, plot) : lyingGaps(input, plot),
  }
}

/** What has no place on a logarithmic axis stands on its lower end, in words. */
function offAxisGap(series: Series, index: number, words: string, { size, measure }: Input, plot: Box): PlacedGap {
  const { width, middle } = bandsOf(series, plot.left, plot.right)
  const text = fitText(words, textStyles.note, { width: width - MARGIN, height: (plot.bottom - plot.top) / 3 }, measure)
  return { text: placed(text, 'center', middle(index), { bottom: plot.bottom - MARGIN }, size), dotted: [] }
}

/** What a dot chart says besides its series. */
export interface DotWords {
  readonly title: string
  /** `{figure}` is zero, which has no place on the axis. */
  readonly offAxis: string
}

/**
 * Dots on a logarithmic axis of whole decades, standing.
 * @param series as for bars; a mark that reaches no further than zero is told in words
 * @param words of the axis
 * @param size of the canvas, in slide pixels
 * @param measure width of a text
 * @throws RangeError as for bars
 */
export function dotLayout(series: Series, words: DotWords, size: Size, measure: Measure): ChartLayout {
  assertDrawable(series)
  const input: Input = { series, direction: 'up', size, measure }
  const onAxis = knownMarks(series).filter(({ mark }) => farOf(mark) > 0)
  const ends = (mark: KnownMark) => [farOf(mark), mark.value].filter(value => value > 0)
  const { plot, categories, axis, ticks } = uprightFrame(input, (plot, band): { axis: LogAxis, ticks: number[] } => {
    const length = plot.bottom - plot.top
    const reaches = onAxis.flatMap(({ mark }) => {
      const { label } = markTexts(mark, input, band, length)
      const beyond = Math.max(beyondOf(mark), POINT / 2)
      return ends(mark).map((value): Reach => ({ value, beyond, tail: beyond + gapTo('up', label) + label.height }))
    })
    const axis = logAxis(reaches, { length, spare: HEADROOM }, POINT / 2)
    return { axis, ticks: decadesOf(axis) }
  })
  const { middle, width: band } = bandsOf(series, plot.left, plot.right)
  const toPixels = (value: number) => logPixels(value, axis, plot.bottom - plot.top)
  const marks = onAxis
    .filter(({ mark }) => !mark.waiting)
    .map(({ mark, index }): PlacedMark => {
      const shape = dotShape(mark, toPixels, POINT / 2)
      const across = middle(index)
      return {
        ...shape,
        index,
        mark,
        across,
        thickness: POINT,
        cuts: [],
        texts: placedTexts(mark, input, { plot, across, band, end: shape.end }),
      }
    })
  const offAxis = knownMarks(series).filter(({ mark }) => farOf(mark) === 0 && !mark.waiting)
  return {
    direction: 'up',
    plot,
    size,
    ...axis,
    ticks: ticks.map(value => ({ value, text: formatNumber(value, series) })),
    axisTitle: words.title,
    categories,
    thickness: POINT,
    marks,
    gaps: [
      ...uprightGaps(input, plot),
      ...offAxis.map(({ mark, index }) => offAxisGap(series, index, fill(words.offAxis, { figure: mark.text }), input, plot)),
    ],
  }
}
