import { cursorStyle, showPresenterCursor } from '@slidev/client/state/storage.ts'

/** Makes the pointer a red dot on the slide, or a pointer again; in the presenter's window the audience sees it, too. */
export function toggleLaser(): void {
  const isOn = cursorStyle.value === 'laser' && showPresenterCursor.value
  cursorStyle.value = isOn ? 'cursor' : 'laser'
  // Slidev shows the laser of a presenter who hides the pointer to nobody else.
  showPresenterCursor.value = !isOn
}

const KEY = 'deck-pointer'

/**
 * Lets the audience see no pointer before one is asked for: to Slidev the presenter's is always wanted, and what was once chosen counts for
 * all talks to come. In a window that was reloaded or has changed its language the choice stays.
 */
export function startWithoutPointer(): void {
  if (sessionStorage.getItem(KEY) !== null)
    return
  sessionStorage.setItem(KEY, 'chosen here')
  cursorStyle.value = 'cursor'
  showPresenterCursor.value = false
}
