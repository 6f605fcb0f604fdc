import type { ComputedRef, ShallowRef } from 'vue'
import { sharedState } from '@slidev/client'
import { createSharedComposable, tryOnScopeDispose } from '@vueuse/core'
import { computed, shallowRef, watch } from 'vue'

const SECOND = 1000

/** The time, new with each second that the clock of the talk shows, and at rest while it rests: one timer for all who ask. */
const useSeconds = createSharedComposable((): ShallowRef<number> => {
  const now = shallowRef(Date.now())
  let due: ReturnType<typeof setTimeout> | undefined
  function tick() {
    now.value = Date.now()
    const { status, startedAt } = sharedState.timer
    if (status === 'running')
      due = setTimeout(tick, SECOND - (now.value - startedAt) % SECOND)
  }
  watch(() => ({ ...sharedState.timer }), () => {
    clearTimeout(due)
    tick()
  }, { immediate: true, flush: 'sync' })
  tryOnScopeDispose(() => clearTimeout(due))
  return now
})

/** Slidev's clock, which all windows share. */
export interface TalkClock {
  readonly status: ComputedRef<'stopped' | 'running' | 'paused'>
  /** Milliseconds since it was started, without those in which it rested; 0 before. */
  readonly passed: ComputedRef<number>
  /** Starts it, lets it rest, or go on. */
  readonly toggle: () => void
  readonly reset: () => void
}

export function useTalkClock(): TalkClock {
  const now = useSeconds()
  const status = computed(() => sharedState.timer.status)
  const passed = computed(() => {
    const { status, startedAt, pausedAt } = sharedState.timer
    return status === 'stopped' ? 0 : Math.max(0, (status === 'paused' ? pausedAt : now.value) - startedAt)
  })
  return {
    status,
    passed,
    // In place: what is put there anew would hold parts that Vue watches, which no window can send to another.
    toggle() {
      const { timer } = sharedState
      const time = Date.now()
      if (timer.status === 'running')
        Object.assign(timer, { status: 'paused', pausedAt: time })
      else
        Object.assign(timer, { status: 'running', startedAt: time - (timer.status === 'paused' ? timer.pausedAt - timer.startedAt : 0) })
    },
    reset() {
      Object.assign(sharedState.timer, { status: 'stopped', slides: {}, startedAt: 0, pausedAt: 0 })
    },
  }
}
