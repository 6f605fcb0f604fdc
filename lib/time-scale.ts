import type { DateFigure } from '../data/types'

/** A linear scale from decimal years to slide pixels. */
export function timeScale(domain: readonly [number, number], range: readonly [number, number]): (year: number) => number {
  const [first, last] = domain
  const [start, end] = range
  return year => start + (year - first) / (last - first) * (end - start)
}

const LENGTH: Record<DateFigure['precision'], number> = { 'day': 1 / 365, 'month': 1 / 12, 'mid-year': 0, 'year': 1 }

/** The stretch of time that a date may mean, in decimal years: a month is a month long, a year a year. */
export function extentOf({ value, precision }: DateFigure): readonly [number, number] {
  return typeof value === 'number' ? [value, value + LENGTH[precision]] : value
}
