import { deepidPublished, labFounded, publishedOn, visionSince } from '../data'
import { extentOf, timeScale } from './time-scale'

/** A step on the way, and the column of text under it. Slide pixels. */
export interface PathStep {
  readonly x: number
  readonly left: number
  readonly width: number
  /** The next step leaves its text no room. */
  readonly crowded: boolean
}

const RANGE = [14, 1138] as const
/** The mark's radius, by which text hangs out to the left; and the distance between two columns. */
const HANGING = 14
const BETWEEN = 24

/**
 * Steps on a true scale of years from the first to the last, and as much room for their text as there is.
 * @param years of the steps, in order
 * @param last where the scale ends
 * @param columns how wide the text of each step is, at most and at least
 */
export function pathSteps(
  years: readonly number[],
  last: number,
  columns: readonly (readonly [least: number, most: number])[],
): PathStep[] {
  const scale = timeScale([years[0] ?? last, last], RANGE)
  const xs = years.map(year => Math.min(RANGE[1], Math.max(RANGE[0], scale(year))))
  return xs.map((x, index) => {
    const left = x - HANGING
    const next = xs[index + 1]
    const room = next === undefined ? 1152 - left : next - HANGING - BETWEEN - left
    const [least, most] = columns[index] ?? [200, 400]
    return { x, left, width: Math.max(least, Math.min(most, room)), crowded: room < least }
  })
}

/** The doctorate, the laboratory and the algorithm, and where the line ends. */
export function laboratoryPath() {
  const dates = [visionSince, labFounded, deepidPublished]
  const steps = pathSteps(dates.map(date => extentOf(date)[0]), extentOf(publishedOn)[0], [[200, 320], [280, 400], [200, 226]])
  return { steps: dates.map((date, index) => ({ date, ...steps[index]! })), end: RANGE[1] }
}
