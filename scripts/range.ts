/**
 * Reads numbers such as `3,5-8`.
 * @param text what was typed
 * @param last the highest number allowed, counted from 1
 * @throws when a part is no number or range, or lies outside 1 to `last`
 */
export function parseRange(text: string, last: number): number[] {
  return [...new Set(text.split(',').flatMap((part) => {
    const [, from, to = from] = /^\s*(\d+)(?:-(\d+))?\s*$/.exec(part) ?? []
    const [first, end] = [Number(from), Number(to)]
    if (from === undefined || first < 1 || end < first || end > last)
      throw new Error(`"${part}" in "${text}" is not a slide number or a range such as 5-8 within 1 to ${last}.`)
    return Array.from({ length: end - first + 1 }, (_, index) => first + index)
  }))]
}
