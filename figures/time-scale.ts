import type { DateFigure } from '../data/types'

/** A linear scale from decimal years to slide pixels; a domain of no length lies at the start. */
export function timeScale(domain: readonly [number, number], range: readonly [number, number]): (year: number) => number {
  const [first, last] = domain
  const [start, end] = range
  return year => start + (last === first ? 0 : (year - first) / (last - first) * (end - start))
}

const LENGTH: Record<DateFigure['precision'], number> = { 'day': 1 / 365, 'month': 1 / 12, 'mid-year': 0, 'year': 1 }

/**
 * The stretch of time that a date may mean, in decimal years: a month is a month long, a year a year, and a range reaches from its first to
 * its last.
 */
export function extentOf({ value, precision }: Pick<DateFigure, 'value' | 'precision'>): readonly [number, number] {
  if (typeof value === 'number')
    return [value, value + LENGTH[precision]]
  return [value[0], value[1] + (precision === 'mid-year' ? 0 : LENGTH[precision])]
}
