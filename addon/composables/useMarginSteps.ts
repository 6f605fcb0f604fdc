import { useNav } from '@slidev/client'
import { useEventListener } from '@vueuse/core'
import { isZoomed, STILL } from '../lib/swipe'

/**
 * Steps by a click or tap beside the slide: at the right forwards, at the left back. Slidev steps as soon as a pointer is down, so that
 * text which is selected from there, a swipe and a pinch would step, too. Not when it clicks: a tap soon after a swipe does not.
 */
export function useMarginSteps(): void {
  const { isPresenter, next, prev } = useNav()
  let pressed: PointerEvent | undefined
  const isMargin = ({ target }: Event) => !isPresenter.value && (target as Element | null)?.id === 'slide-container'

  useEventListener(window, 'pointerdown', (event) => {
    pressed = undefined
    if (!isMargin(event))
      return
    event.stopPropagation()
    if (event.button === 0 && event.isPrimary && !(event.pointerType === 'touch' && isZoomed(window.visualViewport?.scale ?? 1)))
      pressed = event
  }, { capture: true })
  useEventListener(window, 'pointerup', (event) => {
    const from = pressed
    pressed = undefined
    if (from && isMargin(event) && Math.hypot(event.clientX - from.clientX, event.clientY - from.clientY) < STILL)
      void (event.clientX / innerWidth > 0.5 ? next : prev)()
  })
}
