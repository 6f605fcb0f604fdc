/**
 * Keeps what is pressed from now on, but for what only the browser can do: what goes with Ctrl, Alt or Meta, and Tab, as no page moves the
 * focus as that does. A key that is held is pressed once.
 * @param keys to which they are added
 * @param isWanted those that are kept; all, where it is left out
 * @returns what ends it
 */
export function keepKeys(keys: KeyboardEvent[], isWanted: (event: KeyboardEvent) => boolean = () => true): () => void {
  const keep = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.key === 'Tab' || !isWanted(event))
      return
    event.stopImmediatePropagation()
    event.preventDefault()
    if (!event.repeat)
      keys.push(event)
  }
  window.addEventListener('keydown', keep, true)
  return () => window.removeEventListener('keydown', keep, true)
}
