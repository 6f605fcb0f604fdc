/** What the addon imports as `#deck`: `deck.client.ts` in the deck's folder. */
import type { ClientDeck } from '../deck'

declare const deck: ClientDeck
export default deck
