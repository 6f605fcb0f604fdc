import type { Actor, Beneficiary, Statement } from './types'

/**
 * One thing that one side gives another, by the article. `facet` is our reading of which side of the
 * university is meant, teaching (学) or research (研): the article never separates them.
 */
export interface Flow extends Statement {
  readonly from: Actor
  readonly to: Beneficiary
  readonly facet?: 'teaching' | 'research'
}

/** Words for each flow stand in `locales/`, under its id. */
export const flows = [
  { id: 'talent', from: 'university', to: 'company', facet: 'teaching', section: 'people', paragraph: 42, claimedBy: 'article' },
  { id: 'research-results', from: 'university', to: 'company', facet: 'research', section: 'origin', paragraph: 24, claimedBy: 'article' },
  {
    id: 'posts-and-mentors',
    from: 'company',
    to: 'university',
    facet: 'teaching',
    section: 'people',
    paragraph: [42, 43],
    claimedBy: 'article',
  },
  { id: 'data-and-compute', from: 'company', to: 'university', facet: 'research', section: 'people', paragraph: 44, claimedBy: 'article' },
  {
    id: 'prizes-and-funds',
    from: 'company',
    to: 'university',
    facet: 'research',
    section: 'people',
    paragraph: [45, 52],
    claimedBy: 'article',
  },
  { id: 'academic-platform', from: 'university', to: 'university', section: 'people', paragraph: 49, claimedBy: 'article' },
  { id: 'joint-ai-lab', from: 'company', to: 'company', section: 'tools', paragraph: 36, claimedBy: 'article' },
  { id: 'school-book', from: 'company', to: 'public', section: 'closing', paragraph: [60, 61], claimedBy: 'article' },
  { id: 'policy-backing', from: 'state', to: 'company', section: 'lead', paragraph: 14, claimedBy: 'policy-text' },
  { id: 'station-permits', from: 'state', to: 'company', section: 'people', paragraph: [55, 57], claimedBy: 'article' },
  { id: 'joint-fund', from: 'state', to: 'public', section: 'people', paragraph: 52, claimedBy: 'article' },
] as const satisfies readonly Flow[]

export type FlowId = (typeof flows)[number]['id']

/** Rows and columns of "who gives and who gains". */
export const givers = ['university', 'company', 'state'] as const satisfies readonly Actor[]
export const gainers = ['university', 'company', 'state', 'public'] as const satisfies readonly Beneficiary[]

/** The three characters of the model, and the actor to whom each belongs. */
export const modelParts = [
  { id: 'industry', zh: '产', actor: 'company' },
  { id: 'academia', zh: '学', actor: 'university' },
  { id: 'research', zh: '研', actor: 'university' },
] as const
