import type { Quotient } from './bounds'
import type { DerivedFigure } from './types'
import { highest, lowest, printableQuotient, ratio, times } from './bounds'
import { daysPerMonth, trainingElsewhere } from './compute'
import { monthsBetween } from './dates'
import { headcountNow, headcountStart, headcountYear, spanFourYears } from './headcount'
import { cities } from './offices'
import { doctoralResearchers } from './researchers'
import { publishedOn } from './source'
import { beijingFund } from './timeline'

/** A quotient in hundredths. */
function percent({ value, bound }: Quotient): Quotient {
  return value === null ? { value, bound } : times({ value, bound }, 100)
}

/** How many times the first headcount fits into the last, rounded so that it stays true: a floor is rounded down. */
export const headcountGrowth = {
  id: 'headcount-growth' as const,
  ...printableQuotient(ratio(headcountNow, headcountStart)),
  unit: 'times',
  from: [headcountNow.id, headcountStart.id],
} satisfies DerivedFigure

/** Doctoral researchers among all employees, in per cent: today a floor over a floor, so there is no share to state. */
export const doctoralShare = {
  id: 'doctoral-share' as const,
  ...printableQuotient(percent(ratio(doctoralResearchers, headcountNow))),
  unit: 'percent',
  from: [doctoralResearchers.id, headcountNow.id],
} satisfies DerivedFigure

/**
 * The period in which the second headcount falls: four years after some day of the first year at the earliest,
 * the day of publication at the latest.
 */
export const headcountNowDate = {
  id: 'headcount-now-date',
  value: [lowest(headcountYear) + lowest(spanFourYears), highest(publishedOn)],
  bound: 'about',
  unit: 'date',
  precision: 'month',
  from: [headcountYear.id, spanFourYears.id, 'span-over-four-years', publishedOn.id],
} as const satisfies DerivedFigure

/** A month and more of training in days, on the assumption that a month has thirty. */
export const trainingElsewhereDays = {
  id: 'training-elsewhere-days',
  ...times(trainingElsewhere, daysPerMonth.value),
  unit: 'days',
  from: [trainingElsewhere.id, daysPerMonth.id],
} as const satisfies DerivedFigure

/** Cities in the article's open list of offices: a floor. */
export const namedCities = {
  id: 'named-cities',
  value: cities.length,
  bound: 'at-least',
  unit: 'cities',
  from: ['cities'],
} as const satisfies DerivedFigure

/** From the first dated fund to publication: the stretch that the timeline magnifies. */
export const magnifiedMonths = {
  id: 'magnified-months' as const,
  value: monthsBetween(lowest(beijingFund), lowest(publishedOn)),
  bound: 'exact',
  unit: 'months',
  from: [beijingFund.id, publishedOn.id],
} satisfies DerivedFigure

export const derivedFigures = [
  headcountGrowth,
  doctoralShare,
  headcountNowDate,
  trainingElsewhereDays,
  namedCities,
  magnifiedMonths,
] as const satisfies readonly DerivedFigure[]
