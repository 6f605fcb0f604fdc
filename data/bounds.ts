import type { Bound, BoundSide } from './types'

/** A bounded number, as far as arithmetic needs it. */
export interface Bounded {
  readonly value: number | readonly [low: number, high: number]
  readonly bound: Bound
}

/** What is certain about a quotient; `null` where nothing is. */
export interface Quotient {
  readonly value: number | readonly [low: number, high: number] | null
  readonly bound: Bound
}

const INFINITE = Number.POSITIVE_INFINITY

/** On which side a number is open, be the number itself included or not. */
export function sideOf(bound: Bound): BoundSide {
  return bound === 'more-than' ? 'at-least' : bound === 'less-than' ? 'at-most' : bound
}

/** Whether a number is a floor, or a ceiling. */
export const isFloor = (bound: unknown): boolean => bound === 'at-least' || bound === 'more-than'
export const isCeiling = (bound: unknown): boolean => bound === 'at-most' || bound === 'less-than'

/** The interval in which the true number lies. */
function interval({ value, bound }: Bounded): readonly [number, number] {
  const [low, high] = typeof value === 'number' ? [value, value] : value
  switch (sideOf(bound)) {
    case 'at-least': return [low, INFINITE]
    case 'at-most': return [0, high]
    case 'unknown': return [0, INFINITE]
    default: return [low, high]
  }
}

/**
 * `part` ÷ `whole` with its bound: a floor over an exact number is a floor, a known part over a floor is at most,
 * a floor over a floor is unknown and has no value. A result is never reached where one of the ends that make it is not.
 * Approximate inputs make the result approximate.
 * So is a ratio to a whole that can't be positive: the data's own check complains of it, with its file and id.
 */
export function ratio(part: Bounded, whole: Bounded): Quotient {
  const [partLow, partHigh] = interval(part)
  const [wholeLow, wholeHigh] = interval(whole)
  if (!(wholeHigh > 0))
    return { value: null, bound: 'unknown' }
  const low = wholeHigh === INFINITE ? 0 : partLow / wholeHigh
  const high = wholeLow === 0 || partHigh === INFINITE ? INFINITE : partHigh / wholeLow
  if (low === 0 && high === INFINITE)
    return { value: null, bound: 'unknown' }
  if (high === INFINITE)
    return { value: low, bound: part.bound === 'more-than' || whole.bound === 'less-than' ? 'more-than' : 'at-least' }
  if (low === 0 && high > 0)
    return { value: high, bound: part.bound === 'less-than' || whole.bound === 'more-than' ? 'less-than' : 'at-most' }
  const bound = [part, whole].some(({ bound }) => bound === 'about') ? 'about' : 'exact'
  return low === high ? { value: low, bound } : { value: [low, high], bound }
}

/** The interval in which the true number lies; infinite where it has no end. */
export function certain(figure: Bounded | Quotient): readonly [low: number, high: number] {
  return figure.value === null ? [0, INFINITE] : interval({ value: figure.value, bound: figure.bound })
}

/** Least of what a figure may be, and most of what it is stated as: its ends, whatever its bound. */
export const lowest = ({ value }: Bounded): number => typeof value === 'number' ? value : value[0]
export const highest = ({ value }: Bounded): number => typeof value === 'number' ? value : value[1]

/** Digits that say something of a quotient, and the finest step that every language prints. */
const DIGITS = 2
const FINEST = 0.1
/** What a quotient of whole numbers misses its true value by. */
const EPSILON = 1e-9

function rounded(value: number, round: (steps: number) => number): number {
  const step = Math.max(FINEST, 10 ** (Math.floor(Math.log10(value)) + 1 - DIGITS))
  return value > 0 ? Number((round(value / step) * step).toFixed(1)) : 0
}

const down = (value: number) => rounded(value, steps => Math.floor(steps + EPSILON))
const up = (value: number) => rounded(value, steps => Math.ceil(steps - EPSILON))

/** Whether a number is printed as it is, to the last digit, in every language. */
function isPrintable(value: number): boolean {
  return Math.abs(value - Math.round(value)) < EPSILON || (value < 1000 && Math.abs(value * 10 - Math.round(value * 10)) < EPSILON)
}

/**
 * A quotient as it may be printed: two digits, and still true of every number that its bound allows. A floor is rounded down, a ceiling
 * up, a range outwards; an exact quotient with more digits than are printed becomes approximate.
 */
export function printableQuotient({ value, bound }: Quotient): Quotient {
  if (value === null || bound === 'unknown')
    return { value: null, bound: 'unknown' }
  if (typeof value !== 'number') {
    const [low, high] = [down(value[0]), up(value[1])]
    return low < high ? { value: [low, high], bound } : { value: low, bound }
  }
  switch (bound) {
    // A floor of nothing says nothing.
    case 'at-least':
    case 'more-than': return down(value) > 0 ? { value: down(value), bound } : { value: null, bound: 'unknown' }
    case 'at-most':
    case 'less-than': return { value: up(value), bound }
    default: {
      if (isPrintable(value))
        return { value: Math.round(value * 10) / 10, bound }
      const nearest = rounded(value, Math.round)
      return nearest > 0 ? { value: nearest, bound: 'about' } : { value: up(value), bound: 'at-most' }
    }
  }
}

/** A figure times an exact number: a month and more in days. */
export function times({ value, bound }: Bounded, factor: number): Bounded {
  return { value: typeof value === 'number' ? value * factor : [value[0] * factor, value[1] * factor], bound }
}
