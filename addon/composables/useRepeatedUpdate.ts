import { sharedState, useNav } from '@slidev/client'
import { useTimeoutFn } from '@vueuse/core'
import { watch } from 'vue'

/** Longer than a window needs to follow, shorter than anybody notices. Milliseconds. */
const PAUSE = 300

/**
 * Tells the other windows a second time where the talk is, after the last of several quick steps. Slidev's windows do not hear while
 * they speak, and one that follows repeats what it heard: of two steps within a moment it could miss the second for good.
 */
export function useRepeatedUpdate(): void {
  const { currentPage, clicks } = useNav()
  const { start, stop } = useTimeoutFn(() => {
    const { lastUpdate, page, clicks: told } = sharedState
    if (lastUpdate && page === currentPage.value && told === clicks.value)
      // With the time of the move: what is told again is no newer than it was.
      sharedState.lastUpdate = { ...lastUpdate }
  }, PAUSE, { immediate: false })
  // Synchronously: as long as the shared state does not say so yet, this window leads.
  watch([currentPage, clicks], ([page, click]) => {
    if (sharedState.page !== page || sharedState.clicks !== click)
      start()
    else
      stop()
  }, { flush: 'sync' })
}
