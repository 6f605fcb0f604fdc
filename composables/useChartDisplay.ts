import type { ComputedRef, Ref } from 'vue'
import type { ChartDisplay } from '../figures/chart-style'
import { useNav, useSlideContext } from '@slidev/client'
import { useDevicePixelRatio, usePreferredReducedMotion } from '@vueuse/core'
import { computed, ref } from 'vue'
import { useIsOnStage } from '../addon'

/**
 * Slidev scales slides by a CSS transform: a canvas drawn at the screen's own ratio would blur on a projector.
 * @param enlargement how many times larger than on the slide the exhibit is shown
 */
export function useChartDisplay(enlargement: Readonly<Ref<number>> = ref(1)): ComputedRef<ChartDisplay> {
  const { isPrintMode } = useNav()
  const { $scale, $zoom } = useSlideContext()
  const isOnStage = useIsOnStage()
  const motion = usePreferredReducedMotion()
  const { pixelRatio } = useDevicePixelRatio()
  return computed(() => ({
    still: motion.value === 'reduce' || !isOnStage.value,
    pixelRatio: isPrintMode.value ? 2 : pixelRatio.value * $scale.value * $zoom.value * enlargement.value,
  }))
}
