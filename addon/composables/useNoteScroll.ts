import type { Ref } from 'vue'
import { useEventListener, useMutationObserver, useResizeObserver } from '@vueuse/core'
import { onMounted, watch } from 'vue'
import { spokenRange } from '../client/spoken-range'
import { words } from '../locales'

/** Lines of what was said before that stay in view above what is said now. */
const LINES_BEFORE = 2

/**
 * Keeps in view what is said at a click: it is scrolled to at each step, and again when text or window change their size. What a hand
 * scrolled to in between stays until the next step.
 * @param box around the notes
 * @param clicks how many have been made on the slide
 */
export function useNoteScroll(box: Ref<HTMLElement | null>, clicks: () => number): void {
  const noteIn = () => box.value?.querySelector<HTMLElement>('.slidev-note') ?? undefined
  let isByHand = false

  function show(behavior: ScrollBehavior) {
    const note = noteIn()
    if (!note)
      return
    const spoken = spokenRange(note, clicks(), words.speech.ifAsked).getBoundingClientRect()
    const line = Number.parseFloat(getComputedStyle(note).lineHeight)
    const top = spoken.top - note.getBoundingClientRect().top + note.scrollTop
    // Whole lines, or the first would be cut.
    const before = Math.min(LINES_BEFORE, Math.max(0, Math.floor((note.clientHeight - spoken.height) / line)))
    note.scrollTo({ top: Math.round(top / line - before) * line, behavior })
  }

  const isCalm = () => matchMedia('(prefers-reduced-motion: reduce)').matches
  watch(clicks, () => {
    isByHand = false
    show(isCalm() ? 'instant' : 'smooth')
  }, { flush: 'post' })
  const again = () => isByHand || show('instant')
  onMounted(again)
  // Slidev cuts the text to pieces in which it can fade when it is there; on the dev server the text comes later, and changes.
  useMutationObserver(box, again, { childList: true, subtree: true })
  useResizeObserver(box, again)
  // A click leaves all keys with the stage; who comes with Tab has the arrows up and down (`useKeys`).
  useEventListener(box, 'focusin', ({ target }) => {
    (target as HTMLElement).toggleAttribute('data-scrolls-by-key', (target as HTMLElement).matches('.slidev-note:focus-visible'))
  })
  for (const event of ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const)
    useEventListener(box, event, () => isByHand = true, { passive: true })
}
