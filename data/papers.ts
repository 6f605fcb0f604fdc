import type { OrganisationId } from './organisations'
import type { Actor, DateFigure, Quantity, Statement } from './types'

const paragraph = { section: 'origin', paragraph: 23, claimedBy: 'article' } as const

/** Papers in leading venues on computer vision, all years together. */
export const papersTotal = {
  id: 'papers-total',
  value: 400,
  bound: 'more-than',
  unit: 'papers',
  printed: '400多篇',
  ...paragraph,
} as const satisfies Quantity

export const cvprPapers = {
  id: 'cvpr-papers',
  value: 44,
  bound: 'exact',
  unit: 'papers',
  printed: '44篇',
  ...paragraph,
} as const satisfies Quantity

export const cvprYear = {
  id: 'cvpr-year',
  value: 2018,
  bound: 'exact',
  unit: 'date',
  precision: 'year',
  printed: 'CVPR 2018',
  ...paragraph,
} as const satisfies DateFigure

export const eccvPapers = {
  id: 'eccv-papers',
  value: 37,
  bound: 'exact',
  unit: 'papers',
  printed: '37篇',
  ...paragraph,
} as const satisfies Quantity

export const eccvYear = {
  id: 'eccv-year',
  value: 2018,
  bound: 'exact',
  unit: 'date',
  precision: 'year',
  printed: 'ECCV2018',
  ...paragraph,
} as const satisfies DateFigure

/** More papers than each of these at ECCV 2018, says the article; it gives no numbers for them. */
export const aheadOf = {
  id: 'ahead-of',
  conference: 'eccv',
  companies: ['microsoft', 'google', 'facebook'],
  ...paragraph,
} as const satisfies Statement & { conference: string, companies: readonly OrganisationId[] }

/** A count of papers and those to whom the article credits it. */
export interface PaperCount {
  readonly id: string
  readonly count: Quantity
  readonly year?: DateFigure
  readonly creditedTo: readonly Actor[]
}

/**
 * The conference counts include joint laboratories, the total is the team's own: nothing says that the total
 * contains them. No share and no stacking can be drawn from these numbers.
 */
export const papers = {
  unit: 'papers',
  total: { id: 'all-venues', count: papersTotal, creditedTo: ['company'] },
  conferences: [
    { id: 'cvpr', count: cvprPapers, year: cvprYear, creditedTo: ['company', 'university'] },
    { id: 'eccv', count: eccvPapers, year: eccvYear, creditedTo: ['company', 'university'] },
  ],
} as const satisfies { unit: string, total: PaperCount, conferences: readonly PaperCount[] }

export const paperFigures = [papersTotal, cvprPapers, cvprYear, eccvPapers, eccvYear] as const
