import { cursorStyle, showPresenterCursor } from '@slidev/client/state/storage.ts'

/** Makes the pointer a red dot on the slide, or a pointer again; in the presenter's window the audience sees it, too. */
export function toggleLaser(): void {
  const isOn = cursorStyle.value === 'laser' && showPresenterCursor.value
  cursorStyle.value = isOn ? 'cursor' : 'laser'
  // Slidev shows the laser of a presenter who hides the pointer to nobody else.
  showPresenterCursor.value = true
}
