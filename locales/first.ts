import type { FirstWords } from './first-keys'
import { words as record } from '#first-words'

/** The words of the first slides and of what stands on every one (`first-keys.ts`): these components import them, all others `words`. */
export const words: FirstWords = record
