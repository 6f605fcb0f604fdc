import type { ClientDeck } from './addon/deck'
import { words } from './locales'
import { talk } from './locales/editions'

/** The deck as the addon sees it in the browser. */
export default {
  ...talk,
  acts: words.acts,
  hasReadingPage: true,
  toggles: { logarithmic: { key: 'l', says: words.labels.logarithmKey } },
} satisfies ClientDeck
