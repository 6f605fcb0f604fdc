import type { ComputedRef } from 'vue'
import type { Pace } from '../lib/talk-plan'
import { useNav } from '@slidev/client'
import { computed } from 'vue'
import { paceAt } from '../lib/talk-plan'
import { useTalk } from './useTalk'
import { useTalkClock } from './useTalkClock'

/** `idle` before Slidev's timer is started; `appendix` after the talk, where there is no plan. */
export type PaceState = Pace | { readonly state: 'idle' | 'appendix' }

/** How the talk lies against its plan by Slidev's own timer, which the windows share; new every second. */
export function usePace(): ComputedRef<PaceState> {
  const { currentPage, clicks, clicksTotal } = useNav()
  const { plan } = useTalk()
  const { status, passed } = useTalkClock()
  return computed(() => {
    if (status.value === 'stopped')
      return { state: 'idle' }
    const position = { no: currentPage.value, clicks: clicks.value, clicksTotal: clicksTotal.value }
    return paceAt(plan.value, position, passed.value / 1000) ?? { state: 'appendix' }
  })
}
