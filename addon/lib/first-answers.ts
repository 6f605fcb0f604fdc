/** A slide, and how many clicks were made on it. */
export interface Place { readonly no: number, readonly step: number }

/** What the script in a prerendered page (`client/first-answers.ts`) tells the deck. */
export interface FirstAnswers {
  /** Where the visitor has got to; `false` where nothing was answered, `null` where another page has been asked for. */
  readonly place: () => Place | false | null
  /** From now on the deck answers. @returns what was kept for it, in order */
  readonly end: () => KeyboardEvent[]
}

declare global {
  interface Window {
    firstAnswers?: FirstAnswers
  }
}
