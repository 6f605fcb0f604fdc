/** Breaks a label into two lines of about the same length. */
export function twoLines(text: string): string[] {
  const spaces = Array.from(text.matchAll(/ /g), match => match.index)
  if (!spaces.length)
    return [text]
  const middle = text.length / 2
  const at = spaces.reduce((best, next) => Math.abs(next - middle) < Math.abs(best - middle) ? next : best)
  return [text.slice(0, at), text.slice(at + 1)]
}

/**
 * About how wide a text is at a size, in pixels: an ideograph, with its punctuation, is as wide as it is high, a Latin letter half of that.
 */
export function advance(text: string, size: number): number {
  return [...text].reduce((sum, character) => sum + size * (/[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]/u.test(character) ? 1 : 0.49), 0)
}

/** The size, at most `largest`, at which a number in the serif face fits into a width; slide pixels. */
export function fitSize(text: string, width: number, largest: number): number {
  // Its figures are wider than letters are; a space is narrower.
  const em = [...text].reduce((sum, character) => sum + (character === ' ' ? 0.25 : /\p{Script=Han}/u.test(character) ? 1 : 0.56), 0)
  return Math.min(largest, width / em)
}

/**
 * A space between Chinese characters and the Latin letters or digits beside them, as Chinese is set. A plain one, because charts, titles of
 * windows and PDFs know nothing of CSS's `text-autospace`; text without Chinese stays as it is.
 */
export function spaceChinese(text: string): string {
  return text.replace(/(?<=\p{Script=Han})(?=[A-Z0-9])|(?<=[A-Z0-9+])(?=\p{Script=Han})/giu, ' ')
}
