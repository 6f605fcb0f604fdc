import type { KeyStroke } from './key-strokes'

/** What a key does, by its name, `+` standing for Shift. */
export type FirstKeys = Readonly<Record<string, string | 0>>

/**
 * What a key does before the deck stands: `callOf` of `lib/keys.ts`, with its table made beforehand and not a byte more, for a script that
 * every visit waits for. `tests/unit/keys.test.ts` holds both together.
 * @returns undefined where it does nothing; null where it is the browser's, the system's, or an input method's
 */
export function firstCallOf(stroke: KeyStroke, keys: FirstKeys): string | 0 | null | undefined {
  const { key, code, shiftKey, keyCode } = stroke
  if (
    !key || keyCode === 229 || /^(?:Process|Dead|Compose)$/.test(key) || stroke.ctrlKey || stroke.altKey || stroke.metaKey || stroke.isComposing
    || ['AltGraph', 'OS', 'Super', 'Hyper'].some(modifier => stroke.getModifierState?.(modifier))
  ) {
    return null
  }
  const typed = key === 'Unidentified' ? code : key.length > 1 ? key : key.toLowerCase()
  const place = code.startsWith('Key') ? code[3]!.toLowerCase() : shiftKey ? { Slash: '?' }[code] : { Backquote: '`' }[code]
  const name = typed in keys
    ? typed
    : code === 'Period' && !shiftKey
      ? '.'
      : code === 'Space' ? ' ' : place && (key === 'Unidentified' || /^[^\p{sc=Latin}\p{sc=Common}]+$/u.test(key)) ? place : typed
  return (shiftKey && keys[`+${name}`]) || keys[name]
}
