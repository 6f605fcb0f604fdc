/** A number, or a first and a last one. */
const PART = /^\s*(\d+)(?:-(\d+))?\s*$/

/** First and last number of each part; undefined where a part is none, or is reversed, or begins before 1. */
function partsOf(text: string): readonly (readonly [first: number, last: number])[] | undefined {
  const parts = text.split(',').map((part) => {
    const [, from, to = from] = PART.exec(part) ?? []
    return [Number(from), Number(to)] as const
  })
  return parts.every(([first, last]) => first >= 1 && last >= first) ? parts : undefined
}

/** Whether a text is made of numbers from 1 on, and of ranges of them, such as `3,5-8`. */
export function isRange(text: string): boolean {
  return partsOf(text) !== undefined
}

/**
 * Reads numbers such as `3,5-8`.
 * @param text what was typed after `--slides`
 * @param last the highest number allowed, counted from 1
 * @throws when a part is no number or range, or lies outside 1 to `last`
 */
export function parseRange(text: string, last: number): number[] {
  const parts = partsOf(text)
  if (!parts?.every(([, end]) => end <= last))
    throw new Error(`--slides takes numbers of slides and ranges of them, such as 5-8, within 1 to ${last}, not "${text}".`)
  return [...new Set(parts.flatMap(([first, end]) => Array.from({ length: end - first + 1 }, (_, index) => first + index)))]
}
