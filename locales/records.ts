import type { Edition } from '../addon/deck'
import type { EditionId } from './editions'
import type { AllWords, Words } from './types'
import { resolveOthers } from '../figures/other-tokens'
import { resolveTokens } from '../figures/tokens'
import en from './en'
import enDocuments from './en.documents'
import enOthers from './en.others'
import zh from './zh'
import zhDocuments from './zh.documents'
import zhOthers from './zh.others'

/** The words of every edition as written, with `[[figure-id]]`; a missing or superfluous key in one of them fails the type check. */
export const records: Record<EditionId, AllWords> = {
  en: { ...en, ...enDocuments, others: enOthers },
  zh: { ...zh, ...zhDocuments, others: zhOthers },
}
const resolved = new Map<string, AllWords>()

/** The words of an edition as they are written, with `[[figure-id]]` in them: for checks, which come before any figure is printed. */
export function writtenWordsOf({ id }: Pick<Edition, 'id'>): AllWords {
  return records[id as EditionId]
}

function resolve(record: AllWords): AllWords {
  const words = resolveTokens<AllWords>(record, record)
  return { ...words, others: resolveOthers(words.others, words, words.others) }
}

/** The words of an edition, with every `[[figure-id]]` already a number: for scripts and tests, which know more than one edition. */
export function wordsOf({ id }: Edition): AllWords {
  const record = records[id as EditionId]
  // Scripts ask again for every slide.
  const words = resolved.get(id) ?? resolve(record)
  resolved.set(id, words)
  return words
}

/** Those of them that slides need: without what only documents and pages on other sources say. */
export function slideWordsOf(edition: Edition): Words {
  const words = wordsOf(edition)
  return Object.fromEntries(Object.keys(en).map(key => [key, words[key as keyof Words]])) as unknown as Words
}
