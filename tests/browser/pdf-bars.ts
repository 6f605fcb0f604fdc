import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Shape } from './pdf-shapes'
import { PIXELS_PER_POINT } from '../../scripts/pdf-read'
import { filledShapes } from './pdf-shapes'

/** Along which way the bars of a chart grow. */
export type Direction = 'up' | 'right'

interface Tick { value: number, x: number, baseline: number, right: number }

/** Bars are thicker than this; dashes and rules are not. Slide pixels. */
const THINNEST_BAR = 20
/** Chart.js lets bars begin half a grid line in and grow a third of a pixel at each side. Slide pixels. */
const TOLERANCE = 1.5

/** Texts that are numbers, where they stand in slide pixels; `x` is their middle. */
async function numbers(page: PDFPageProxy): Promise<Tick[]> {
  const { items } = await page.getTextContent()
  const height = page.getViewport({ scale: PIXELS_PER_POINT }).height
  return items.flatMap((item) => {
    if (!('str' in item) || !/^\d[\d,]*$/.test(item.str.trim()))
      return []
    const [left, width, bottom] = [item.transform[4], item.width, item.transform[5]].map(points => Number(points) * PIXELS_PER_POINT)
    return [{ value: Number(item.str.replaceAll(',', '')), x: left! + width! / 2, right: left! + width!, baseline: height - bottom! }]
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

/**
 * The values that the bars on a page stand for, read off their lengths against the printed axis, in the order of the category axis.
 * @param page one that shows a single bar chart
 * @param direction along which way its bars grow
 * @returns for each bar its value, and by how much that reading may be off
 */
export async function barValues(page: PDFPageProxy, direction: Direction): Promise<{ value: number, margin: number }[]> {
  const unit = await unitLength(page, direction)
  const length = (shape: Shape) => direction === 'right' ? shape.width : shape.height
  const thickness = (shape: Shape) => direction === 'right' ? shape.height : shape.width
  const start = (shape: Shape) => direction === 'right' ? shape.left : -shape.top - shape.height
  const across = (shape: Shape) => direction === 'right' ? shape.top : shape.left
  const { width } = page.getViewport({ scale: PIXELS_PER_POINT })
  const candidates = (await filledShapes(page)).filter(shape => shape.isRectangle && shape.fill !== undefined && thickness(shape) > THINNEST_BAR && shape.left > 0 && shape.width < width / 1.2)
  // The axis is where most bars begin.
  const aligned = candidates.map(one => candidates.filter(other => Math.abs(start(one) - start(other)) < TOLERANCE))
  const bars = aligned.sort((one, other) => other.length - one.length)[0] ?? []
  const whole = bars.filter(bar => !bars.some(other => other !== bar && thickness(other) > thickness(bar) && across(other) - TOLERANCE < across(bar) && across(bar) < across(other) + thickness(other)))
  return whole.sort((one, other) => across(one) - across(other)).map(bar => ({ value: length(bar) / unit, margin: TOLERANCE / unit }))
}
