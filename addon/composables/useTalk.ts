import type { ComputedRef } from 'vue'
import type { PlannedSlide } from '../lib/talk-plan'
import { useNav } from '@slidev/client'
import { computed } from 'vue'
import { planOf } from '../client/planned-steps'
import { talkOf } from '../lib/talk-plan'

/** The talk as against the whole deck, whose appendix lies outside of its count and clock. */
export interface Talk {
  /** Every slide of the deck, as front matter plans it for the version that is given. */
  readonly plan: ComputedRef<readonly PlannedSlide[]>
  /** Slides of the talk itself. */
  readonly total: ComputedRef<number>
}

/** The plan of the talk, from the slides' front matter. */
export function useTalk(): Talk {
  const { slides } = useNav()
  const plan = computed(() => planOf(slides.value))
  return { plan, total: computed(() => talkOf(plan.value).length) }
}
