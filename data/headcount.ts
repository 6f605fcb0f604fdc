import type { DateFigure, Quantity } from './types'

export const headcountYear = {
  id: 'headcount-year',
  value: 2014,
  bound: 'exact',
  unit: 'date',
  precision: 'year',
  printed: '2014年',
  section: 'origin',
  paragraph: 22,
  claimedBy: 'article',
} as const satisfies DateFigure

/** Employees in 2014. The article repeats the number in paragraph 39. */
export const headcountStart = {
  id: 'headcount-start',
  value: 22,
  bound: 'exact',
  unit: 'people',
  printed: '22名',
  section: 'origin',
  paragraph: 22,
  claimedBy: 'article',
} as const satisfies Quantity

/** Employees at the time of writing: a floor. The article repeats it in paragraph 39. */
export const headcountNow = {
  id: 'headcount-now',
  value: 2000,
  bound: 'more-than',
  unit: 'people',
  printed: '2000多名',
  section: 'origin',
  paragraph: 22,
  claimedBy: 'article',
} as const satisfies Quantity

/** How long the growth took, as paragraph 22 has it. */
export const spanOverFourYears = {
  id: 'span-over-four-years',
  value: 4,
  bound: 'more-than',
  unit: 'years',
  printed: '四年多',
  section: 'origin',
  paragraph: 22,
  claimedBy: 'article',
} as const satisfies Quantity

/** The same span, as paragraph 39 has it. The two do not agree, and we do not choose. */
export const spanFourYears = {
  id: 'span-four-years',
  value: 4,
  bound: 'exact',
  unit: 'years',
  printed: '四年',
  section: 'people',
  paragraph: 39,
  claimedBy: 'article',
} as const satisfies Quantity

/**
 * Two end points and nothing between them. The second count has no date of its own: `derived.ts` works out
 * the period in which it must fall. The article gives no founding year; none is stated here.
 */
export const headcount = {
  unit: 'people',
  start: { count: headcountStart, date: headcountYear },
  now: { count: headcountNow, spans: [spanFourYears, spanOverFourYears] },
} as const

export const headcountFigures = [headcountYear, headcountStart, headcountNow, spanOverFourYears, spanFourYears] as const
