import type { ClientDeck } from './addon/deck'
import { words } from './locales'
import { editions } from './locales/editions'

/** The deck as the addon sees it in the browser. */
export default {
  name: 'industry-academia-research',
  editions,
  acts: words.acts,
  outsideTalk: 'appendix',
  hasReadingPage: true,
  toggles: { logarithmic: { key: 'l', says: words.labels.logarithmKey } },
} satisfies ClientDeck
