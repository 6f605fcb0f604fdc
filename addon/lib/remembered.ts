/** Where a browser remembers the edition that its visitor chose. */
export const EDITION_KEY = 'deck-edition'

/** How long a talk can pause and still be the same talk: a lunch break, but not the next day. Milliseconds. */
export const TALK_PAUSE = 3 * 60 * 60 * 1000
