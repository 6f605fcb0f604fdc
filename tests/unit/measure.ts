import type { Measure } from '../../lib/chart-text'
import { advance } from '../../lib/text'

/** About how wide a text is, where there is no canvas to ask. */
export const byCharacter: Measure = (text, font) => advance(text, Number(/(\d+)px/.exec(font)?.[1]))
