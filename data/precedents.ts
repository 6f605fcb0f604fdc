import type { OrganisationId } from './organisations'
import type { Quantity, Statement } from './types'

/** How long before the article Li Fei-Fei had given up her post at Google. */
export const monthsSinceLiLeft = {
  id: 'months-since-li-left',
  value: 5,
  bound: 'exact',
  unit: 'months',
  printed: '5个月',
  section: 'lead',
  paragraph: 5,
  claimedBy: 'article',
} as const satisfies Quantity

/** One thing that one organisation gives another; its words stand under `id` in `locales/`. */
export interface PrecedentFlow extends Statement {
  readonly direction: 'to-company' | 'to-university'
}

/** A university and the company that came out of it. An empty list of flows means: the article names none. */
export interface Precedent extends Statement {
  readonly university: OrganisationId
  readonly company: OrganisationId
  readonly flows: readonly PrecedentFlow[]
}

const exchange = { section: 'lead', paragraph: 7, claimedBy: 'article' } as const

export const precedents = [
  {
    id: 'stanford-google',
    university: 'stanford',
    company: 'google',
    section: 'lead',
    paragraph: 7,
    claimedBy: 'article',
    flows: [
      { id: 'talent', direction: 'to-company', ...exchange },
      { id: 'frontier-research', direction: 'to-company', ...exchange },
      { id: 'funds', direction: 'to-university', ...exchange },
      { id: 'resources', direction: 'to-university', ...exchange },
      { id: 'commercialisation', direction: 'to-university', ...exchange },
    ],
  },
  {
    id: 'harvard-facebook',
    university: 'harvard',
    company: 'facebook',
    section: 'lead',
    paragraph: 8,
    claimedBy: 'article',
    flows: [],
  },
] as const satisfies readonly Precedent[]

export const precedentFigures = [monthsSinceLiLeft] as const
