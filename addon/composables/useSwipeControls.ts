import type { Ref } from 'vue'
import type { Swipe } from '../lib/swipe'
import { useDrawings, useNav } from '@slidev/client'
import { useEventListener } from '@vueuse/core'
import { shallowRef, watchEffect } from 'vue'
import { isZoomed, SwipeReader } from '../lib/swipe'
import { isSelecting } from './useSelection'

const scale = () => window.visualViewport?.scale ?? 1

/**
 * Steps by swipes, in the place of Slidev's own, which takes two fingers for one and forbids to zoom: to it a pinch is two swipes.
 * @param root what may be swiped
 */
export function useSwipeControls(root: Ref<HTMLElement | undefined>): void {
  const { next, nextSlide, prev, prevSlide } = useNav()
  const { isDrawing } = useDrawings()
  const steps: Record<Swipe, () => void> = { left: next, right: prev, up: nextSlide, down: prevSlide }
  const swipes = new SwipeReader()
  const zoomed = shallowRef(isZoomed(scale()))
  const fingerOf = ({ pointerId: id, clientX: x, clientY: y }: PointerEvent) => ({ id, x, y })
  /** Listens to fingers wherever they are: the second of a pinch may land beside what the first one touches. */
  const onTouch = (type: 'pointerdown' | 'pointermove' | 'pointerup' | 'pointercancel', listener: (event: PointerEvent) => void) =>
    useEventListener(window, type, event => event.pointerType === 'touch' && listener(event), { capture: true, passive: true })

  onTouch('pointerdown', (event) => {
    const target = event.target as Element
    swipes.land(fingerOf(event), { isFirst: event.isPrimary, scale: scale() })
    // A slider is moved, not swiped.
    if (!root.value?.contains(target) || target.matches('input'))
      swipes.cancel()
  })
  onTouch('pointermove', () => isDrawing.value && swipes.cancel())
  onTouch('pointercancel', () => swipes.cancel())
  onTouch('pointerup', (event) => {
    const swipe = swipes.lift(fingerOf(event), { width: innerWidth, height: innerHeight, scale: scale() })
    if (swipe)
      void steps[swipe]()
  })
  // A long press selects a word, and the finger goes on from there.
  useEventListener(document, 'selectionchange', () => isSelecting() && swipes.cancel())

  // One finger swipes, so that a browser must not scroll with it; in a page that is zoomed it looks around.
  useEventListener(window.visualViewport, 'resize', () => zoomed.value = isZoomed(scale()))
  watchEffect(() => root.value?.style.setProperty('touch-action', zoomed.value ? 'auto' : 'pinch-zoom'))
}
