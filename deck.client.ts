import type { ClientDeck } from './addon/deck'
import { talk } from './locales/editions'
import { words } from './locales/first'

/** The deck as the addon sees it in the browser. */
export default {
  ...talk,
  acts: words.acts,
  hasReadingPage: true,
  toggles: { logarithmic: { key: 'l', says: words.labels.logarithmKey } },
} satisfies ClientDeck
