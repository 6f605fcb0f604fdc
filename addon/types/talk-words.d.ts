/** What the addon imports as `#talk-words`: its words in the language of the edition that is built. */
import type { TalkWords } from '../locales/types'

declare const words: TalkWords
export default words
