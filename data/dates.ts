/** Decimal years: 2018.5 is the middle of 2018. One scale for every date, whatever its precision. */

/** Start of a month (1 to 12) as a decimal year. */
export function yearMonth(year: number, month: number): number {
  return yearMonthDay(year, month, 1)
}

/** Start of a day as a decimal year; NaN for a day that does not exist, such as 31 June, which validation refuses. */
export function yearMonthDay(year: number, month: number, day: number): number {
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)
    return Number.NaN
  const start = Date.UTC(year, 0, 1)
  return year + (date.getTime() - start) / (Date.UTC(year + 1, 0, 1) - start)
}

/** The day in which a decimal year falls, in UTC; half a day of slack absorbs floating-point error. */
export function toDate(decimalYear: number): Date {
  const year = Math.floor(decimalYear)
  const start = Date.UTC(year, 0, 1)
  const halfDay = 12 * 60 * 60 * 1000
  return new Date(start + (decimalYear - year) * (Date.UTC(year + 1, 0, 1) - start) + halfDay)
}

/** Whole months from one decimal year to another; less than nothing where the other is the earlier one. */
export function monthsBetween(from: number, to: number): number {
  if (to < from)
    return -monthsBetween(to, from)
  const [first, last] = [toDate(from), toDate(to)]
  const months = (last.getUTCFullYear() - first.getUTCFullYear()) * 12 + last.getUTCMonth() - first.getUTCMonth()
  return last.getUTCDate() < first.getUTCDate() ? months - 1 : months
}
