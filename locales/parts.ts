/** A noun with a number before it. */
export interface Noun {
  /** Singular and plural, as `Intl.PluralRules` tells them apart. */
  readonly one: string
  readonly other: string
  /** Word between number and noun, which stands also where the noun does not: 人, 篇, 块. */
  readonly measure?: string
  /** A floor of this unit, `{n}`, where the language's usual floor does not fit: `{n}年多`. */
  readonly floor?: string
}

/** Words of a chart: its finding is its accessible name and holds in every click state. */
export interface ExhibitWords {
  /** The finding in one sentence: accessible name and alt text. */
  readonly finding: string
  /** What a reader who cannot see the picture needs besides its text. */
  readonly description?: string
}
