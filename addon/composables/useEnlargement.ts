import type { CSSProperties, Ref } from 'vue'
import { useSlideContext } from '@slidev/client'
import { useResizeObserver } from '@vueuse/core'
import { computed, shallowRef, watch } from 'vue'
import { fillSlide } from '../lib/enlargement'
import { drawnBox, originOnSlide } from '../lib/exhibit-box'
import { useIsOnStage } from './useIsOnStage'
import { changeStage, shrinkExhibit, useStage } from './useStage'

/**
 * Lets an exhibit fill its slide, in every window of the talk. Never in print and previews.
 * @param figure its element, inside of a layout
 */
export function useEnlargement(figure: Readonly<Ref<HTMLElement | null>>, name: string) {
  const { $page, $clicks } = useSlideContext()
  const stage = useStage()
  const fill = shallowRef({ x: 0, y: 0, factor: 1 })
  const onStage = useIsOnStage()
  const enlarged = computed(() => onStage.value && stage.enlarged === name && stage.enlargedOn === $page.value)

  function measure(): void {
    if (enlarged.value && figure.value?.offsetWidth)
      fill.value = fillSlide(drawnBox(figure.value), originOnSlide(figure.value))
  }
  watch([enlarged, $clicks], measure, { flush: 'post' })
  // Also when its slide is shown, and when fonts arrive.
  useResizeObserver(figure, measure)

  const style = computed<CSSProperties>(() => enlarged.value
    ? { '--moved-x': `${fill.value.x}px`, '--moved-y': `${fill.value.y}px`, '--factor': fill.value.factor }
    : {})

  function toggle(): void {
    if (enlarged.value)
      shrinkExhibit()
    else
      changeStage({ enlarged: name, enlargedOn: $page.value })
  }

  /** How many times larger than on the slide it is shown: a canvas needs as many more pixels. */
  const factor = computed(() => enlarged.value ? fill.value.factor : 1)
  return { onStage, enlarged, factor, style, toggle }
}
