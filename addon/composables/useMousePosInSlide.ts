import type { ComputedRef } from 'vue'
import { useMouse } from '@vueuse/core'
import { computed } from 'vue'

/**
 * Where the pointer is on the slide, in percent of it: for the laser pointer, and for what the presenter's window tells the others. To
 * Slidev's own a pointer that has not moved yet is in the window's corner, and the audience of a reloaded window sees a red dot there.
 */
export function useMousePosInSlide(): ComputedRef<{ x: number, y: number } | undefined> {
  const { x, y, sourceType } = useMouse()
  return computed(() => {
    const [left, top, moved] = [x.value, y.value, sourceType.value !== null]
    const slide = moved && document.getElementById('slide-content')?.getBoundingClientRect()
    if (!slide)
      return undefined
    const place = { x: (left - slide.left) / slide.width * 100, y: (top - slide.top) / slide.height * 100 }
    return [place.x, place.y].every(percent => percent >= 0 && percent <= 100) ? place : undefined
  })
}
