/** What the addon imports as `#first-talk-words`: those of its words that the first slide needs. */
import type { FirstTalkWords } from '../locales/first-keys'

export declare const words: FirstTalkWords
