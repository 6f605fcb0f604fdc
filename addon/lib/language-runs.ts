/** A stretch of a text in one language. */
export interface TextRun {
  readonly text: string
  /** BCP 47; undefined for the language around it. */
  readonly lang: string | undefined
}

/** Words with ideographs or full-width punctuation in them, with the letters and digits that belong to them, as in 2000多名. */
const CHINESE_RUN = /((?:[\w.-]*[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]+)+\w*)/u
/** Words in Latin letters, with those around them; abbreviations in capitals are Chinese by use. */
const LATIN_RUN = /((?:[A-Z]\w* )*\w*[a-z]{2}[\w’-]*(?: [A-Z&a-z][\w’-]*)*)/

/**
 * Cuts a text where another language begins and ends.
 * @param text in Chinese, or in a language of Latin letters, with words of the other
 * @param language BCP 47 tag of the text as a whole
 */
export function languageRuns(text: string, language: string): TextRun[] {
  const [foreign, lang] = language.startsWith('zh') ? [LATIN_RUN, 'en'] : [CHINESE_RUN, 'zh-CN']
  return text.split(foreign).map((text, index) => ({ text, lang: index % 2 === 1 ? lang : undefined })).filter(({ text }) => text !== '')
}
