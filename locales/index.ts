import type { Words } from './types'
import { resolveTokens } from '../lib/tokens'
import { en } from './en'

/** The words of the deck's language, with every `[[figure-id]]` already a number. A second language adds a file here. */
export const words: Words = resolveTokens<Words>(en, en)

export type { Act, Labels, Words } from './types'
