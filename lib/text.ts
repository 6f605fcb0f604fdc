/** Breaks a label into two lines of about the same length. */
export function twoLines(text: string): string[] {
  const spaces = Array.from(text.matchAll(/ /g), match => match.index)
  if (!spaces.length)
    return [text]
  const middle = text.length / 2
  const at = spaces.reduce((best, next) => Math.abs(next - middle) < Math.abs(best - middle) ? next : best)
  return [text.slice(0, at), text.slice(at + 1)]
}

/** A stretch of a text that is Chinese throughout, or not at all. */
export interface TextRun { readonly text: string, readonly chinese: boolean }

/** Words with ideographs or full-width punctuation in them, with the letters and digits that belong to them, as in 2000多名. */
const CHINESE_RUN = /((?:[\w.-]*[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]+)+\w*)/u

/** Cuts a text where Chinese begins and ends, so that each part can say its language. */
export function languageRuns(text: string): TextRun[] {
  return text.split(CHINESE_RUN).map((text, index) => ({ text, chinese: index % 2 === 1 })).filter(({ text }) => text !== '')
}
