/** A slide's own size, in slide pixels; that of the window in which it is one to one. */
export const SLIDE = { width: 1280, height: 720 } as const
