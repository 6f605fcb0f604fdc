import type { Ref } from 'vue'
import type { SlidePosition } from '../lib/slide-position'
import deck from '#deck'
import { useNav } from '@slidev/client'
import { useSessionStorage } from '@vueuse/core'
import { computed, watch } from 'vue'
import { useTalk } from './useTalk'

// By window, so that two readers' tabs don't mix; kept through a reload. The name keeps decks of one host apart.
const left = useSessionStorage<SlidePosition>(`${deck.name} - left`, { no: 0, clicks: 0 })

/** Keeps in mind where the talk is, so that the appendix leads back there. Call it once, for the whole deck. */
export function rememberTalkPosition(): void {
  const { currentPage, clicks, isPrintMode } = useNav()
  const { total } = useTalk()
  watch([currentPage, clicks], ([no, clicks]) => {
    if (!isPrintMode.value && no <= total.value)
      left.value = { no, clicks }
  }, { immediate: true })
}

/** Where the talk was left for the appendix; its last slide for someone who came from elsewhere. */
export function useTalkReturn(): Ref<SlidePosition> {
  const { total } = useTalk()
  return computed(() => left.value.no > 0 && left.value.no <= total.value ? left.value : { no: total.value, clicks: 0 })
}
