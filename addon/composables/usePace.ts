import type { ComputedRef } from 'vue'
import type { Pace } from '../lib/talk-plan'
import { sharedState, useNav } from '@slidev/client'
import { useNow } from '@vueuse/core'
import { computed } from 'vue'
import { paceAt } from '../lib/talk-plan'
import { useTalk } from './useTalk'

/** `idle` before Slidev's timer is started; `appendix` after the talk, where there is no plan. */
export type PaceState = Pace | { readonly state: 'idle' | 'appendix' }

/** How the talk lies against its plan by Slidev's own timer, which the windows share; new every second. */
export function usePace(): ComputedRef<PaceState> {
  const { currentPage, clicks, clicksTotal } = useNav()
  const { plan } = useTalk()
  const now = useNow({ interval: 1000 })
  return computed(() => {
    const { status, startedAt, pausedAt } = sharedState.timer
    if (status === 'stopped')
      return { state: 'idle' }
    const passed = ((status === 'paused' ? pausedAt : now.value.getTime()) - startedAt) / 1000
    return (
      paceAt(plan.value, { no: currentPage.value, clicks: clicks.value, clicksTotal: clicksTotal.value }, passed) ?? { state: 'appendix' }
    )
  })
}
