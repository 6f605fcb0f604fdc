import type { Words } from './types'
import record from '#words'
import { resolveTokens } from '../figures/tokens'

/** The words of the edition that is built (`setup/vite-plugins.ts` sets `#words`), with every `[[figure-id]]` already a number. */
export const words: Words = resolveTokens<Words>(record, record)

export type { Act, AllWords, Labels, Words } from './types'
