import type { Bound } from './types'

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

/** The interval in which the true number lies. */
function interval({ value, bound }: Bounded): readonly [number, number] {
  const [low, high] = typeof value === 'number' ? [value, value] : value
  switch (bound) {
    case 'at-least': return [low, INFINITE]
    case 'at-most': return [0, high]
    case 'unknown': return [0, INFINITE]
    default: return [low, high]
  }
}

/**
 * `part` ÷ `whole` with its bound: a floor over an exact number is a floor, a known part over a floor is at most,
 * a floor over a floor is unknown and has no value. Approximate inputs make the result approximate.
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
    return { value: low, bound: 'at-least' }
  if (low === 0 && high > 0)
    return { value: high, bound: 'at-most' }
  const bound = [part, whole].some(({ bound }) => bound === 'about') ? 'about' : 'exact'
  return low === high ? { value: low, bound } : { value: [low, high], bound }
}

/** Rounds a positive number down to `digits` significant digits, so that a floor stays true when printed. */
export function floorTo(digits: number, value: number): number {
  const step = 10 ** (Math.floor(Math.log10(value)) + 1 - digits)
  return Math.floor(value / step) * step
}
