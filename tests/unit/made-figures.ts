import type { Assumption, DateFigure, DerivedFigure, Quantity } from '../../data'
import { yearMonth, yearMonthDay } from '../../data/dates'

const place = { section: 'origin', paragraph: 22, claimedBy: 'article' } as const
const date = { ...place, bound: 'exact', unit: 'date' } as const

/** Figures of no article: what is done with a figure is tested with these, so that no number of the deck is an expectation. */
export const made = {
  floor: { id: 'made-floor', value: 2000, bound: 'more-than', unit: 'people', printed: '2000多名', ...place },
  beyond: { id: 'made-beyond', value: 10_000, bound: 'more-than', unit: 'gpus', printed: '超过万块', ...place },
  teams: { id: 'made-teams', value: 400, bound: 'more-than', unit: 'teams', printed: '超过400支', ...place },
  papers: { id: 'made-papers', value: 400, bound: 'more-than', unit: 'papers', printed: '400多篇', ...place },
  exact: { id: 'made-exact', value: 22, bound: 'exact', unit: 'people', printed: '22名', ...place },
  range: { id: 'made-range', value: [1, 2], bound: 'exact', unit: 'days', printed: '一、两天', ...place },
  month: { id: 'made-month', value: 1, bound: 'more-than', unit: 'months', printed: '一个多月', ...place },
  years: { id: 'made-years', value: 4, bound: 'more-than', unit: 'years', printed: '四年多', ...place },
  one: { id: 'made-one', value: 1, bound: 'exact', unit: 'offices', printed: '一间', ...place },
  four: { id: 'made-four', value: 4, bound: 'exact', unit: 'mechanisms', printed: '四大方面', ...place },
  fifteen: { id: 'made-fifteen', value: 15, bound: 'exact', unit: 'universities', printed: '15所', ...place },
  year: { id: 'made-year', value: 2001, precision: 'year', printed: '2001年', ...date },
  yearAndMonth: { id: 'made-year-and-month', value: yearMonth(2018, 9), precision: 'month', printed: '2018年9月', ...date },
  day: { id: 'made-day', value: yearMonthDay(2019, 1, 28), precision: 'day', printed: '2019-01-28', ...date },
  midYear: {
    id: 'made-mid-year',
    value: [yearMonth(2018, 5), yearMonth(2018, 9)],
    precision: 'mid-year',
    printed: '去年年中',
    ...date,
    bound: 'about',
  },
} as const satisfies Record<string, Quantity | DateFigure>

/** Worked out of no article. */
export const madeUp = {
  counted: { id: 'made-counted', value: 9, bound: 'at-least', unit: 'cities', from: [] },
  times: { id: 'made-times', value: 90, bound: 'at-least', unit: 'times', from: [] },
  share: { id: 'made-share', value: null, bound: 'unknown', unit: 'times', from: [] },
  period: {
    id: 'made-period',
    value: [yearMonth(2018, 1), yearMonthDay(2019, 1, 28)],
    bound: 'about',
    unit: 'date',
    precision: 'month',
    from: [],
  },
  assumed: { id: 'made-assumed', value: 30, bound: 'exact', unit: 'days' },
} as const satisfies Record<string, DerivedFigure | Assumption>
