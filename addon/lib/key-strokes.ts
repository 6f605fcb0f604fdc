/** What is read of a `KeyboardEvent`. */
export type KeyStroke
  = Pick<KeyboardEvent, 'key' | 'code' | 'keyCode' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey' | 'repeat' | 'isComposing'>
    & Partial<Pick<KeyboardEvent, 'getModifierState'>>

/**
 * Beside Ctrl, Alt and Meta: with any of these a key is not the deck's. AltGr is Ctrl and Alt on some systems, and whatever it types has
 * another key here.
 */
const FOREIGN_MODIFIERS = ['AltGraph', 'OS', 'Super', 'Hyper']
/** What input methods and dead keys send in the place of a key. */
const COMPOSED = ['Process', 'Dead', 'Compose']
/** `keyCode` of a key that an input method takes; Safari sends nothing else with the Enter that ends a composition. */
const TAKEN_BY_INPUT_METHOD = 229

/** Keys that are named, not typed, as `lib/keys.ts` calls them. Layouts leave them where they are. */
export const NAMED_KEYS: Readonly<Record<string, string>> = {
  ' ': 'space',
  'ArrowLeft': '←',
  'ArrowRight': '→',
  'ArrowUp': '↑',
  'ArrowDown': '↓',
  'PageDown': 'pageDown',
  'PageUp': 'pageUp',
  'Home': 'home',
  'End': 'end',
  'Escape': 'escape',
  'Enter': 'enter',
  'F5': 'f5',
}

/** Whether a key belongs to the browser, the system, a screen reader or an input method: then the deck does nothing, whatever it is. */
export function isForeign(stroke: KeyStroke): boolean {
  const { key, keyCode, ctrlKey, altKey, metaKey, isComposing } = stroke
  return ctrlKey || altKey || metaKey || isComposing || keyCode === TAKEN_BY_INPUT_METHOD || COMPOSED.includes(key)
    || FOREIGN_MODIFIERS.some(modifier => stroke.getModifierState?.(modifier) === true)
}

/**
 * A letter of a script that is not Latin, such as `и` or `ب`. Marks are none: Latin layouts have them in the place of letters, and type
 * them with AltGr (`€`), of which not every browser tells.
 */
function isOtherScript(key: string): boolean {
  return /^[\p{L}\p{M}]+$/u.test(key) && !/[\p{Script=Latin}\p{Script=Common}]/u.test(key)
}

/**
 * What stands on the key that was pressed, in small letters, whatever the layout. A Latin letter decides alone, wherever it lies; only
 * where the key types another script its place decides, as on a US keyboard. A clicker's black key is the full stop's place, on any layout.
 * @param stroke the event
 * @param listed what the deck has a command for: that goes before the full stop's place
 */
export function capOf(stroke: KeyStroke, listed: ReadonlySet<string> = new Set()): string | undefined {
  const { key, code, shiftKey } = stroke
  // Filled in by a browser, without a key.
  if (typeof key !== 'string')
    return undefined
  // Some remote controls only send places.
  const typed = key === 'Unidentified' ? '' : key
  const named = NAMED_KEYS[typed || code]
  if (named)
    return named
  const letter = typed.toLowerCase()
  if (listed.has(letter))
    return letter
  if (code === 'Period' && !shiftKey)
    return '.'
  // With Shift some layouts have another space there.
  if (code === 'Space')
    return 'space'
  if (typed === '？' || typed === '؟')
    return '?'
  if (typed !== '' && !isOtherScript(typed))
    return typed.length === 1 ? letter : undefined
  if (/^Key[A-Z]$/.test(code))
    return code.at(-1)!.toLowerCase()
  return shiftKey ? { Slash: '?' }[code] : { Backquote: '`' }[code]
}
