/** Height of all rows of the mechanisms, and of one at most; height of a line in them. Slide pixels. */
const MECHANISMS = { all: 476, most: 119, line: 30 }

/** Height of a mechanism's row when there are so many. */
export function mechanismRow(count: number): number {
  return Math.min(MECHANISMS.most, MECHANISMS.all / Math.max(1, count))
}

/** How many lines of measures stand in a mechanism's row when there are so many mechanisms. */
export function measuresInRow(count: number): number {
  return Math.floor(mechanismRow(count) / MECHANISMS.line)
}

/**
 * Padding over and under each row of a list, so that all rows fit: less the more they are.
 * @param rows how many
 * @param room height of all, slide pixels
 * @param line height of a row without its padding
 * @param most padding at most
 */
export function rowPadding(rows: number, room: number, line: number, most: number): number {
  return Math.max(2, Math.min(most, (room / Math.max(1, rows) - line) / 2))
}
