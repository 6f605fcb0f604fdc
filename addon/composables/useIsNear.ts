import type { ComputedRef } from 'vue'
import { useNav, useSlideContext } from '@slidev/client'
import { computed } from 'vue'
import { useIsOnStage } from './useIsOnStage'

/**
 * Whether the slide that the component stands on is shown, or can be after one step. Slidev mounts all slides soon after
 * its start; what is heavy waits for this. Previews, overviews and print show slides that are not the current one, so
 * there every slide is near.
 */
export function useIsNear(): ComputedRef<boolean> {
  const { $page } = useSlideContext()
  const { currentPage, isPlaying, isPresenter } = useNav()
  const isOnStage = useIsOnStage()
  return computed(() => {
    const isStage = (isPlaying.value || isPresenter.value) && isOnStage.value
    return !isStage || Math.abs($page.value - currentPage.value) <= 1
  })
}
