import type { Ref } from 'vue'
import { onBeforeUnmount, watch } from 'vue'
import { takeReadingPlace } from '../client/reading-place'

/** What stays while something covers the window: what is said of it, and what lies over everything. */
const STAYS = '.stage-voice, dialog, script, style, link'

/** Milliseconds in which another slide may be shown than the one that was covered. */
const LEAVES = 400

/**
 * Lets nobody reach what an element covers, by the keyboard or by reading, as long as the element is there; then the focus is where it was.
 * A dialog of the browser would take the keys from the stage as well.
 */
export function useAlone(root: Readonly<Ref<HTMLElement | null>>): void {
  let covered: Element[] = []
  // Before what covers it takes the focus.
  const last = document.activeElement

  watch(root, (element) => {
    if (!element)
      return
    for (let inner: Element = element; inner !== document.body && inner.parentElement; inner = inner.parentElement) {
      const beside = [...inner.parentElement.children].filter(other => other !== inner && !other.matches(STAYS))
      covered.push(...beside.filter(other => !other.hasAttribute('inert')))
    }
    covered.forEach(other => other.toggleAttribute('inert', true))
  }, { flush: 'post' })

  onBeforeUnmount(() => {
    covered.forEach(other => other.toggleAttribute('inert', false))
    covered = []
    if (last instanceof HTMLElement && last !== document.body && !last.closest('#slideshow') && last.checkVisibility())
      last.focus({ preventScroll: true })
    else
      setTimeout(takeReadingPlace, LEAVES)
  })
}
