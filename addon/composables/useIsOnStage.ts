import type { ComputedRef } from 'vue'
import { useNav, useSlideContext } from '@slidev/client'
import { computed } from 'vue'

/**
 * Whether the component's slide is shown to the audience or to the presenter: not in a preview, in the overview or in print, which reports
 * the render context `slide`, so that it has to be asked for separately.
 */
export function useIsOnStage(): ComputedRef<boolean> {
  const { isPrintMode } = useNav()
  const { $renderContext } = useSlideContext()
  return computed(() => !isPrintMode.value && ['slide', 'presenter'].includes($renderContext.value))
}
