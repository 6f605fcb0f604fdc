import type { FirstTalkWords } from './first-keys'
import { words as built } from '#first-talk-words'

/** The words of what stands on the first slide (`first-keys.ts`): its components import these, what comes later imports all. */
export const words: FirstTalkWords = built
