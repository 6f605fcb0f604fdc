import deck from '#deck-now'
import { problemText } from '../lib/problem'

/**
 * What is wrong with the deck's sources now, read while this file is loaded: whoever loads it anew has it anew (`addon/vite/last-good.ts`).
 */
// eslint-disable-next-line antfu/no-top-level-await -- the module runner of Vite 8 closes once this is loaded
export const problems = (await deck.problems?.({}) ?? []).map(problem => ({ ...problem, text: problemText(problem) }))
