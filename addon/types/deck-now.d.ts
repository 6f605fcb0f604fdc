/** What `addon/vite/last-good.ts` imports as `#deck-now`: the `deck.ts` of the deck as it is on the disk now. */
import type { Deck } from '../deck'

declare const deck: Deck
export default deck
