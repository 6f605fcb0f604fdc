import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Shape } from './pdf-shapes'
import { PIXELS_PER_POINT } from '../../addon/node/print/pdf-read'
import { filledShapes } from './pdf-shapes'

/** Along which way the bars of a chart grow. */
export type Direction = 'up' | 'right'

interface Tick {
  value: number
  x: number
  baseline: number
  right: number
}

/** Bars, and the stripes of those with several hues, are thicker than this; dashes and rules are not. Slide pixels. */
const THINNEST_BAR = 8
/** Chart.js lets bars begin half a grid line in and grow a third of a pixel at each side. Slide pixels. */
const TOLERANCE = 1.5
/** Parts of one number in two faces, such as digits and 万, are no further apart. Slide pixels. */
const WORD_GAP = 8
const MYRIADS: Record<string, number> = { '': 1, '万': 1e4, '亿': 1e8 }

/** What a text says, if that is a number: "2,500", "0.5", "20 万". */
function numberIn(text: string): number | undefined {
  const [, digits, myriads = ''] = /^(\d[\d,]*(?:\.\d+)?)\s*([万亿]?)$/.exec(text.trim()) ?? []
  return digits === undefined ? undefined : Number(digits.replaceAll(',', '')) * MYRIADS[myriads]!
}

/** Texts that are numbers, where they stand in slide pixels; `x` is their middle. */
async function numbers(page: PDFPageProxy): Promise<Tick[]> {
  const { items } = await page.getTextContent()
  const height = page.getViewport({ scale: PIXELS_PER_POINT }).height
  const words: { text: string, left: number, right: number, baseline: number }[] = []
  for (const item of items) {
    if (!('str' in item) || item.str.trim() === '')
      continue
    const [left, width, bottom] = [item.transform[4], item.width, item.transform[5]].map(points => Number(points) * PIXELS_PER_POINT)
    const next = { text: item.str, left: left!, right: left! + width!, baseline: height - bottom! }
    const last = words.at(-1)
    if (last && Math.abs(last.baseline - next.baseline) < 1 && Math.abs(next.left - last.right) < WORD_GAP)
      Object.assign(last, { text: last.text + next.text, right: next.right })
    else words.push(next)
  }
  return words.flatMap(({ text, left, right, baseline }) => {
    const value = numberIn(text)
    return value === undefined ? [] : [{ value, x: (left + right) / 2, right, baseline }]
  })
}

/** The numbers in one line with a zero, from that zero upwards. */
async function axisTicks(page: PDFPageProxy, direction: Direction): Promise<Tick[]> {
  const ticks = await numbers(page)
  const zero = ticks.find(({ value }) => value === 0)
  return ticks
    .filter(tick => zero && Math.abs(direction === 'right' ? tick.baseline - zero.baseline : tick.right - zero.right) < 1)
    .sort((one, other) => one.value - other.value)
}

/** What is printed at the ticks of a value axis, from zero upwards. */
export async function axisNumbers(page: PDFPageProxy, direction: Direction): Promise<number[]> {
  return (await axisTicks(page, direction)).map(({ value }) => value)
}

/**
 * Length of one unit on the value axis, out of the printed numbers at its ticks.
 * @returns slide pixels
 * @throws when the page has no axis from zero
 */
async function unitLength(page: PDFPageProxy, direction: Direction): Promise<number> {
  const [zero, ...along] = await axisTicks(page, direction)
  const last = along.at(-1)
  if (!zero || !last)
    throw new Error('The page shows no value axis that starts at zero.')
  return (direction === 'right' ? last.x - zero.x : zero.baseline - last.baseline) / last.value
}

/** A bar of one colour from the axis on, in slide pixels. */
export interface PdfBar {
  /** How long it is, and how far that reading may be off. */
  length: number
  margin: number
  /** Length of one unit of the axis. */
  unit: number
}

/**
 * The bars on a page, as far as each of them has one strength from the axis on, in the order of the category axis; the hues of one bar lie
 * side by side and count once.
 * @param page one that shows a single bar chart
 * @param direction along which way its bars grow
 */
export async function pdfBars(page: PDFPageProxy, direction: Direction): Promise<PdfBar[]> {
  const unit = await unitLength(page, direction)
  const length = (shape: Shape) => (direction === 'right' ? shape.width : shape.height)
  const thickness = (shape: Shape) => (direction === 'right' ? shape.height : shape.width)
  const start = (shape: Shape) => (direction === 'right' ? shape.left : -shape.top - shape.height)
  const across = (shape: Shape) => (direction === 'right' ? shape.top : shape.left)
  const { width } = page.getViewport({ scale: PIXELS_PER_POINT })
  const candidates = (await filledShapes(page)).filter(
    shape =>
      shape.isRectangle && shape.fill !== undefined && thickness(shape) > THINNEST_BAR && shape.left > 0 && shape.width < width / 1.2,
  )
  // The axis is where most bars begin.
  const aligned = candidates.map(one => candidates.filter(other => Math.abs(start(one) - start(other)) < TOLERANCE))
  const stripes = aligned.sort((one, other) => other.length - one.length)[0] ?? []
  const bars: { end: number, length: number }[] = []
  for (const stripe of stripes.sort((one, other) => across(one) - across(other))) {
    const last = bars.at(-1)
    if (last && across(stripe) < last.end + TOLERANCE)
      Object.assign(last, { end: Math.max(last.end, across(stripe) + thickness(stripe)), length: Math.max(last.length, length(stripe)) })
    else bars.push({ end: across(stripe) + thickness(stripe), length: length(stripe) })
  }
  return bars.map(({ length }) => ({ length, unit, margin: TOLERANCE }))
}
