import type { PageWords, TalkWords } from './types'
import en, { pageWords as enPages } from './en'
import zh, { pageWords as zhPages } from './zh'

/** By language without region. */
const languages: Readonly<Record<string, TalkWords>> = { en, zh }
const pages: Readonly<Record<string, PageWords>> = { en: enPages, zh: zhPages }

/** The name of the file of words for a language, BCP 47: `zh` for `zh-CN`. */
export function wordsFileOf(language: string): string {
  return language.split('-')[0]!.toLowerCase()
}

/**
 * The addon's words in a language: for Node, which knows more than one edition.
 * @param language BCP 47
 * @throws with the languages that there are
 */
export function talkWordsOf(language: string): TalkWords {
  const words = languages[wordsFileOf(language)]
  if (!words) {
    throw new Error(`The addon has no words in the language "${language}", only in ${Object.keys(languages).join(', ')}: addon/locales/ `
      + 'wants a file of that name.')
  }
  return words
}

/** What pages say that show no slide, in a language that the addon has words in. */
export const pageWordsOf = (language: string): PageWords => pages[wordsFileOf(language)]!
