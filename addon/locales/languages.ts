/** What an edition says of its language. */
export interface Language {
  /** BCP 47. */
  readonly language: string
  /** What its readers call their language. */
  readonly name: string
  /** What readers of another edition see of this one, in its own language: who reads it is who it is for. */
  readonly sameSlide: string
  readonly offer: string
  readonly accept: string
  readonly decline: string
}

/**
 * Languages and the phrases by which a talk offers them: for the list of a talk's editions. They stand apart from the words of each
 * language, as an edition speaks of all the others.
 */
export const languages = {
  en: {
    language: 'en',
    name: 'English',
    sameSlide: 'English: this slide',
    offer: 'This talk is also there in English.',
    accept: 'Show it in English',
    decline: 'Stay here',
  },
  zh: {
    language: 'zh-CN',
    name: '中文',
    sameSlide: '中文：这一页',
    offer: '这场演讲另有中文版。',
    accept: '看中文版',
    decline: '留在本页',
  },
} as const satisfies Record<string, Language>
