import type { Router } from 'vue-router'
import { drawingState, onDrawingUpdate } from '@slidev/client'
import { useDebounceFn, useEventListener } from '@vueuse/core'
import { watch } from 'vue'
import { edition } from '../client/edition'
import { kept } from '../client/kept'
import { isOfThisTalk } from './useTalkMemory'

/** Strokes as SVG, by slide. Those of one edition: on the slides of another they would stand beside what they point at. */
const drawings = kept<typeof drawingState>(`drawings ${edition.id}`)

/**
 * Lets a window start with what was drawn in this talk: Slidev's windows only tell each other of strokes, and forget them when they are
 * closed. On the dev server Slidev has them; on paper nobody looks for them.
 */
export function startWithDrawings(router: Router): void {
  if (import.meta.env.DEV)
    return
  const stopWaiting = router.beforeEach(async ({ name }) => {
    stopWaiting()
    const known = name === 'print' || name === 'handout' ? undefined : await drawings.recovered()
    // As if another window had said so: that which knows it is not told again.
    if (known && isOfThisTalk(known.at))
      onDrawingUpdate(known.value)
  })
}

/** Where Slidev keeps whether the pen is out, for all windows alike. */
const PEN = new Set(['slidev-drawing-enabled', 'slidev-drawing-pinned'])

/**
 * Leaves the pen in the window in which it was taken, with its toolbar, which would else lie over the audience's slide. What is drawn is in
 * all windows even so. Call it before Slidev looks for the pen.
 */
export function startWithoutPen(): void {
  for (const key of PEN)
    localStorage.removeItem(key)
  window.addEventListener('storage', event => PEN.has(event.key ?? '') && event.stopImmediatePropagation(), { capture: true })
}

/** Keeps what is drawn, in every window that hears of it. */
export function keepDrawings(): void {
  if (import.meta.env.DEV)
    return
  let isDue = false
  const keep = () => {
    if (isDue)
      drawings.keep(drawingState)
    isDue = false
  }
  // A stroke changes with each move of the pen.
  const keepSoon = useDebounceFn(keep, 300, { maxWait: 1000 })
  watch(drawingState, () => {
    isDue = true
    void keepSoon()
  }, { deep: true })
  useEventListener(window, 'pagehide', keep)
}
