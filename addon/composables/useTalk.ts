import type { ComputedRef } from 'vue'
import type { PlannedSlide } from '../lib/talk-plan'
import deck from '#deck'
import { useNav } from '@slidev/client'
import { computed } from 'vue'
import { plannedSlide, talkOf } from '../lib/talk-plan'

/** The talk as against the whole deck, whose appendix lies outside of its count and clock. */
export interface Talk {
  /** Every slide of the deck, as front matter plans it. */
  readonly plan: ComputedRef<readonly PlannedSlide[]>
  /** Slides of the talk itself. */
  readonly total: ComputedRef<number>
}

/** The plan of the talk, from the slides' front matter. */
export function useTalk(): Talk {
  const { slides } = useNav()
  const plan = computed(() => slides.value.map(({ no, meta }) => plannedSlide(no, meta.slide.frontmatter, deck.outsideTalk)))
  return { plan, total: computed(() => talkOf(plan.value).length) }
}
