import type { Quantity } from './types'

/** Doctoral researchers from many countries' leading universities. The word is literally "doctoral students" (博士生). */
export const doctoralResearchers = {
  id: 'doctoral-researchers',
  value: 150,
  bound: 'more-than',
  unit: 'people',
  printed: '150 多位',
  section: 'origin',
  paragraph: 22,
  claimedBy: 'article',
} as const satisfies Quantity

/** The same group again, this time called a "doctors' team" (博士天团). */
export const doctoralTeam = {
  id: 'doctoral-team',
  value: 150,
  bound: 'more-than',
  unit: 'people',
  printed: '150多人',
  section: 'people',
  paragraph: 39,
  claimedBy: 'article',
} as const satisfies Quantity

/** What the article calls the group, as printed. */
export const researchers = {
  unit: 'people',
  count: doctoralResearchers,
  calledZh: { 'doctoral-researchers': '博士生', 'doctoral-team': '博士天团' },
} as const

export const researcherFigures = [doctoralResearchers, doctoralTeam] as const
