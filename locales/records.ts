import type { Edition, EditionId } from './editions'
import type { Words } from './types'
import { resolveTokens } from '../lib/tokens'
import en from './en'
import zh from './zh'

/** The words of every edition; a missing or superfluous key in one of them fails the type check. */
const records: Record<EditionId, Words> = { en, zh }
const resolved = new Map<string, Words>()

/** The words of an edition, with every `[[figure-id]]` already a number: for scripts and tests, which know more than one edition. */
export function wordsOf({ id }: Edition): Words {
  const record = records[id as EditionId]
  // Scripts ask again for every slide.
  const words = resolved.get(id) ?? resolveTokens<Words>(record, record)
  resolved.set(id, words)
  return words
}
