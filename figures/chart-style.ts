import type { Actor } from '../data/types'

/** What charts look like and how they are shown: types and constants, of which every other file of the charts may take. */

/** Colours by what they mean, as `#rrggbb`. */
export type Palette = Record<Actor | 'paper' | 'ink' | 'quiet' | 'rule', string>

/** How a chart is to be drawn where it stands. */
export interface ChartDisplay {
  /** No animation: in print, in previews, and for those who prefer reduced motion. */
  readonly still: boolean
  /** Canvas pixels for each slide pixel. */
  readonly pixelRatio: number
}

/** Diameter of a dot, slide pixels. */
export const POINT = 22
