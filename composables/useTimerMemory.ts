import { sharedState } from '@slidev/client'
import { useLocalStorage } from '@vueuse/core'
import { watch } from 'vue'
import { DECK_NAME } from '../lib/deck-name'

/** Milliseconds after which a timer is no longer this talk's: longer than a talk, shorter than the time since a rehearsal. */
const STALE = 60 * 60 * 1000

/** Keeps Slidev's timer, which lives in the windows alone, through a reload or a crash of the presenter's window. Call it there. */
export function keepTimer(): void {
  const kept = useLocalStorage(`${DECK_NAME} - timer`, { ...sharedState.timer }, { listenToStorageChanges: false })
  const { status, startedAt } = kept.value
  if (sharedState.timer.status === 'stopped' && status !== 'stopped' && Date.now() - startedAt < STALE)
    sharedState.timer = { ...kept.value }
  watch(() => sharedState.timer, timer => kept.value = { ...timer }, { deep: true })
}
