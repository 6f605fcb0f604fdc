import type { Statement } from './types'

/** A policy text, and the principles that the article reports from it. */
export interface PolicyText extends Statement {
  readonly nameZh: string
  readonly principles: readonly string[]
}

export const policyTexts = [
  {
    id: 'party-congress',
    nameZh: '党的十九大',
    section: 'lead',
    paragraph: 14,
    claimedBy: 'policy-text',
    principles: ['enterprise-main-body', 'market-led', 'deep-integration'],
  },
  {
    id: 'economic-work-conference',
    nameZh: '中央经济工作会议',
    section: 'lead',
    paragraph: 14,
    claimedBy: 'policy-text',
    principles: ['enterprise-main-body', 'demand-led', 'integrated-innovation'],
  },
] as const satisfies readonly PolicyText[]

/** "Does China have such examples? Yes, but few": the author's answer. */
export const examplesAreRare = {
  id: 'examples-are-rare',
  section: 'lead',
  paragraph: 12,
  claimedBy: 'article',
} as const satisfies Statement
