/** What all windows of a talk share besides page and clicks. */
export interface StageState {
  /** What the deck's own keys have turned on, by the name of the toggle. */
  toggles: Record<string, boolean>
  /** The audience sees nothing. */
  black: boolean
  /** The exhibit that fills its slide, and that slide's number; `''` and 0 when all stand in their place. */
  enlarged: string
  enlargedOn: number
  /** The edition that the talk changed to last, in which kind of window that was said, and when: milliseconds since 1970. */
  edition: string
  editionBy: 'presenter' | 'viewer'
  editionAt: number
  /** Where that window was: a step just before it may not have come to the others. */
  editionNo: number
  editionClicks: number
  /** Counts what was changed. */
  changes: number
}

/** How a talk begins. Slidev's dev server, which shares the state between devices, begins so, too (`addon/vite.config.ts`). */
export const STAGE_AT_REST: StageState = {
  toggles: {},
  black: false,
  enlarged: '',
  enlargedOn: 0,
  edition: '',
  editionBy: 'viewer',
  editionAt: 0,
  editionNo: 1,
  editionClicks: 0,
  changes: 0,
}
