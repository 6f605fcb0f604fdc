import type { AllWords } from './types'
import record from '#document-words'
import { words } from '.'
import { resolveTokens } from '../figures/tokens'
import { others } from './others'

/** All words of the edition that is built: `words`, and what only documents say. Nothing that the slides load may import it. */
export const allWords: AllWords = { ...words, ...resolveTokens(record, words), others }
