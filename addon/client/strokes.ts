/** Where strokes wait that were made while the page of another edition came: its base, and the strokes in their order. For one window. */
const STROKES = 'deck-strokes'

/** What another page, or another document, needs of a stroke. */
export const strokeOf = ({ key, code, shiftKey }: KeyboardEvent): KeyboardEventInit => ({ key, code, shiftKey })

/** A stroke, pressed anew. */
export const press = (stroke: KeyboardEventInit) => new KeyboardEvent('keydown', { ...stroke, bubbles: true, cancelable: true })

/**
 * Leaves strokes for the page that comes.
 * @param base of the edition whose page that is
 * @param keys in their order
 */
export function leaveStrokes(base: string, keys: readonly KeyboardEvent[]): void {
  sessionStorage[STROKES] = JSON.stringify([base, ...keys.map(strokeOf)])
}

/** Takes the strokes that were left for an edition, once; none where they were left for another one, or the browser denies its storage. */
export function takeStrokes(base: string): KeyboardEvent[] {
  try {
    const [folder, ...strokes] = JSON.parse(sessionStorage[STROKES]) as [string, ...KeyboardEventInit[]]
    sessionStorage.removeItem(STROKES)
    return folder === base ? strokes.map(press) : []
  }
  catch {
    return []
  }
}
