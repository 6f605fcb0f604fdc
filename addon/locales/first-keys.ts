import type { FirstKeys, FirstOf } from '../lib/first-words'
import type { TalkWords } from './types'

/** What the first slide needs of the addon's words; the rest comes with what needs it. */
export const firstKeys = {
  labels: ['stop', 'slideOf', 'backTo', 'readingOffer', 'readingOfferWhy', 'readTalk', 'showSlides'],
  speech: true,
  stage: [
    'enlarge',
    'putBack',
    'audienceBlack',
    'presenterTitle',
    'slideShown',
    'appendixShown',
    'stepBack',
    'stepShown',
    'enlarged',
    'shrunk',
    'toggledOn',
    'toggledOff',
    'switches',
    'controls',
    'overview',
  ],
} as const satisfies FirstKeys<TalkWords>

/** Those words. */
export type FirstTalkWords = FirstOf<TalkWords, typeof firstKeys>
