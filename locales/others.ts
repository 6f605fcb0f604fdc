import type { OtherWords } from './other-types'
import record from '#other-words'
import { words } from '.'
import { resolveOthers } from '../figures/other-tokens'
import { resolveTokens } from '../figures/tokens'

/** The words about the other sources in the edition that is built, with every number already printed. Only pages that show them load it. */
export const others: OtherWords = resolveOthers<OtherWords>(resolveTokens(record, words), words, record)
