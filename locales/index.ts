import type { Words } from './types'
import record from '#words'
import { resolveTokens } from '../figures/tokens'

/**
 * The words of the edition that is built (`setup/vite-plugins.ts` sets `#words`), with every `[[figure-id]]` already a number: a build has
 * put it there, so that no visitor's browser has to.
 */
export const words: Words = import.meta.env.DEV ? resolveTokens<Words>(record, record) : record

export type { Act, AllWords, Labels, Words } from './types'
