import type { FirstKeys, FirstOf } from '../addon/deck'
import type { Words } from './types'

/**
 * The words that the first two slides need, and what stands on every one: `true` for all below a key. Every visitor waits for them; the
 * others come with the third slide.
 */
export const firstKeys = {
  intl: true,
  bounds: true,
  punctuation: true,
  units: true,
  sections: true,
  flows: true,
  acts: true,
  data: true,
  labels: ['source', 'otherSources', 'inDetail', 'laboratory', 'company', 'givesTo', 'logarithmKey'],
  figures: ['doctoral-researchers', 'papers-total', 'alliance-universities'],
  exhibits: ['CoverStrands', 'AnswerExchange'],
} as const satisfies FirstKeys<Words>

/** Those words. */
export type FirstWords = FirstOf<Words, typeof firstKeys>
