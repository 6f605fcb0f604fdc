import type { Edition } from '../deck'
import deck from '#deck'

declare const __DECK_EDITION__: string

/** The edition that is built (`addon/vite/edition.ts` sets its id). */
export const edition: Edition = deck.editions.find(({ id }) => id === __DECK_EDITION__) ?? deck.editions[0]
