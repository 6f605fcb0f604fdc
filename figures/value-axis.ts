/** Where value axes end and which steps they have, out of what stands on them. Pure; Chart.js only draws them. */

/** One mark along an axis. */
export interface Reach {
  /** Its far end, in the axis's unit. */
  readonly value: number
  /** What is drawn beyond that and must lie within the axis, in pixels. */
  readonly beyond: number
  /** From the far end to the end of its label, in pixels. */
  readonly tail: number
}

/** The place that an axis has, in pixels. */
export interface AxisRoom {
  readonly length: number
  /** Beyond the axis, for labels only. */
  readonly spare: number
}

/** An axis from zero to `max`, a multiple of `step`. */
export interface LinearAxis {
  readonly max: number
  readonly step: number
}

/** How a linear axis may be divided. */
export interface AxisSteps {
  /** The smallest step, 1 for what can only be counted. */
  readonly least: number
  /** Steps that suit the unit, such as a week of seven days, in place of the decimal ones between the first and the last of them. */
  readonly preferred?: readonly number[]
  /** Whether the ticks of such an axis can be told apart. */
  readonly fits: (axis: LinearAxis) => boolean
}

const FEWEST_STEPS = 2
const MOST_STEPS = 7
/** However long a label is, its mark keeps this share of the axis. */
export const LEAST_SHARE = 0.15
/** Where ticks need more room, a few larger steps are tried. */
const STEPS_TRIED = 9
const MOST_DECADES = 21
const MOST_DECADE_STEPS = 10

/** Without the last digits, in which floating-point products err. */
const rounded = (value: number) => Number(value.toPrecision(12))

/** The first of 1, 2, 5, 10, 20, 50 …, and tenths of them, that are not below `least`, a positive number. */
function niceSteps(least: number, count: number): number[] {
  const exponent = Math.floor(Math.log10(least))
  return Array.from({ length: count + 3 }, (_, index) => Number(`${[1, 2, 5][index % 3]}e${exponent + Math.floor(index / 3)}`))
    .filter(step => step >= rounded(least))
    .slice(0, count)
}

/** The first of 1, 2, 5, 10, 20, 50 … that is not below `least`, a positive number. */
export function niceStep(least: number): number {
  return niceSteps(least, 1)[0]!
}

/** Steps from the first that divides an axis into few enough parts, upwards. */
function stepsOf({ least, preferred = [] }: AxisSteps, end: number): number[] {
  const [first, last] = [preferred[0] ?? Infinity, preferred.at(-1) ?? 0]
  const isEnough = (step: number) => step >= least && rounded(step * MOST_STEPS) >= rounded(end)
  const decimal = niceSteps(Math.max(least, end / MOST_STEPS), STEPS_TRIED).filter(step => step < first || step > last)
  return [...decimal, ...preferred].filter(isEnough).sort((one, other) => one - other)
}

/** The smallest end of a linear axis with room for a mark, its open end and its label. */
function leastEnd({ value, beyond, tail }: Reach, { length, spare }: AxisRoom): number {
  const room = Math.max(Math.min(length - beyond, length + spare - tail), length * LEAST_SHARE)
  return (value * length) / room
}

/** The shortest axis on which every mark has room, with two to seven steps. */
export function linearAxis(reaches: readonly Reach[], room: AxisRoom, steps: AxisSteps): LinearAxis {
  const end = Math.max(0, ...reaches.map(reach => leastEnd(reach, room)))
  const axes = stepsOf(steps, end).map((step): LinearAxis => ({
    step,
    max: rounded(step * Math.max(FEWEST_STEPS, Math.ceil(rounded(end / step)))),
  }))
  return axes.find(steps.fits) ?? axes.at(-1)!
}

/** Ticks of a linear axis, from zero to its end. */
export function ticksOf({ max, step }: LinearAxis): number[] {
  return Array.from({ length: Math.round(max / step) + 1 }, (_, index) => rounded(index * step))
}

/** A logarithmic axis between two powers of ten. */
export interface LogAxis {
  readonly min: number
  readonly max: number
}

/** Where a positive value lies on a logarithmic axis, in pixels from its lower end. */
export function logPixels(value: number, { min, max }: LogAxis, length: number): number {
  return (Math.log10(value / min) / Math.log10(max / min)) * length
}

const decade = (exponent: number) => Number(`1e${exponent}`)
const FEWEST_DECADES = 2

/** How many decades lie between two ticks. */
const tickDecades = (low: number, high: number) => Math.ceil((high - low) / MOST_DECADE_STEPS)

/**
 * The shortest logarithmic axis of whole decades on which every mark has room.
 * @param reaches positive values only, each end of a range by itself
 * @param room in pixels
 * @param radius of a dot, which lies wholly above the lower end
 */
export function logAxis(reaches: readonly Reach[], room: AxisRoom, radius: number): LogAxis {
  const logs = reaches.map(({ value }) => Math.log10(value))
  let low = Math.floor(Math.min(...(logs.length ? logs : [0])))
  let high = Math.max(low + FEWEST_DECADES, Math.ceil(Math.max(low, ...logs)))
  const axis = (): LogAxis => ({ min: decade(low), max: decade(high) })
  const isTight = ({ value, beyond, tail }: Reach) => {
    const at = logPixels(value, axis(), room.length)
    return at + beyond > room.length || at + tail > room.length + room.spare
  }
  if (reaches.some(({ value }) => logPixels(value, axis(), room.length) < radius))
    low -= 1
  // Each decade more brings every mark further down, until there is room.
  while (reaches.some(isTight) && high < low + MOST_DECADES) high += 1
  high = low + Math.ceil((high - low) / tickDecades(low, high)) * tickDecades(low, high)
  return axis()
}

/** Powers of ten on a logarithmic axis, from end to end; where there are many, each second or third of them. */
export function decadesOf({ min, max }: LogAxis): number[] {
  const [low, high] = [Math.round(Math.log10(min)), Math.round(Math.log10(max))]
  const step = tickDecades(low, high)
  return Array.from({ length: (high - low) / step + 1 }, (_, index) => decade(low + index * step))
}
