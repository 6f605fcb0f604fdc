import type { TalkWords } from './types'
import built from '#talk-words'

/** The addon's words in the language of the edition that is built (`addon/vite/edition.ts` sets `#talk-words`). */
export const words: TalkWords = built
