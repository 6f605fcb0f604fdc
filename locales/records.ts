import type { Edition } from '../addon/deck'
import type { EditionId } from './editions'
import type { AllWords } from './types'
import { resolveTokens } from '../figures/tokens'
import en from './en'
import enDocuments from './en.documents'
import zh from './zh'
import zhDocuments from './zh.documents'

/** The words of every edition as written, with `[[figure-id]]`; a missing or superfluous key in one of them fails the type check. */
export const records: Record<EditionId, AllWords> = { en: { ...en, ...enDocuments }, zh: { ...zh, ...zhDocuments } }
const resolved = new Map<string, AllWords>()

/** The words of an edition as they are written, with `[[figure-id]]` in them: for checks, which come before any figure is printed. */
export function writtenWordsOf({ id }: Pick<Edition, 'id'>): AllWords {
  return records[id as EditionId]
}

/** The words of an edition, with every `[[figure-id]]` already a number: for scripts and tests, which know more than one edition. */
export function wordsOf({ id }: Edition): AllWords {
  const record = records[id as EditionId]
  // Scripts ask again for every slide.
  const words = resolved.get(id) ?? resolveTokens<AllWords>(record, record)
  resolved.set(id, words)
  return words
}
