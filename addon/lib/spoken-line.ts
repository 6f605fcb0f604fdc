/** A sentence of what a picture shows, for who cannot see it. */
export interface SpokenLine {
  readonly text: string
  /** The click that shows it; shown from the start where there is none. */
  readonly at?: number
}

/** What each click shows: the lines that it adds. */
export function stepsOf(lines: readonly SpokenLine[]): string[] {
  const last = Math.max(0, ...lines.map(({ at = 0 }) => at))
  return Array.from({ length: last }, (_, index) => lines.filter(({ at }) => at === index + 1).map(({ text }) => text).join(' '))
}

/** What an exhibit on the stage says of itself. */
export interface ExhibitWords {
  readonly finding: string
  /** What each click shows, in a sentence; without them it is the text that the click shows. */
  readonly steps?: readonly string[]
}
