/** Where a talk or a window stands: a slide, from 1, and a click on it, from 0, both as Slidev counts them. */
export interface SlidePosition {
  readonly no: number
  readonly clicks: number
}

/** The same, with how many clicks the slide takes. */
export interface CountedPosition extends SlidePosition {
  readonly clicksTotal: number
}
