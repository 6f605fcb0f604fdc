import type { Measure } from '../../figures/chart-text'
import { advance } from '../../figures/text'

const known = new Map<string, number>()

/** About how wide a text is, where there is no canvas to ask. */
export const byCharacter: Measure = (text, font) => {
  const key = font + text
  if (!known.has(key))
    known.set(key, advance(text, Number(/(\d+)px/.exec(font)?.[1])))
  return known.get(key)!
}
