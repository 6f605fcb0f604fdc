import type { Edition, EditionId } from './editions'
import type { Words } from './types'
import { resolveTokens } from '../lib/tokens'
import en from './en'
import zh from './zh'

/** The words of every edition; a missing or superfluous key in one of them fails the type check. */
const records: Record<EditionId, Words> = { en, zh }

/** The words of an edition, with every `[[figure-id]]` already a number: for scripts and tests, which know more than one edition. */
export function wordsOf({ id }: Edition): Words {
  const record = records[id as EditionId]
  return resolveTokens<Words>(record, record)
}
