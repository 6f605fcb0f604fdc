/** Where a browser remembers the edition that its visitor chose. */
export const EDITION_KEY = 'deck-edition'

/** Where strokes wait that were made while the page of another edition came: its base, and the strokes in their order. For one window. */
export const STROKES = 'deck-strokes'

/** How long a talk can pause and still be the same talk: a lunch break, but not the next day. Milliseconds. */
export const TALK_PAUSE = 3 * 60 * 60 * 1000
