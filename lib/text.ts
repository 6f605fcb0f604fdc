/** Breaks a label into two lines of about the same length. */
export function twoLines(text: string): string[] {
  const spaces = Array.from(text.matchAll(/ /g), match => match.index)
  if (!spaces.length)
    return [text]
  const middle = text.length / 2
  const at = spaces.reduce((best, next) => Math.abs(next - middle) < Math.abs(best - middle) ? next : best)
  return [text.slice(0, at), text.slice(at + 1)]
}
