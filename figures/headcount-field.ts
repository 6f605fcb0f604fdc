import type { DotCount, DotGrid } from './dot-field'
import { dotGrid, dotRows, fieldHeight } from './dot-field'

/** A field of dots at a height within the exhibit. */
export interface PlacedField {
  readonly count: DotCount
  readonly y: number
}

/** Baseline of a label, and the end at which it stands. */
export interface PlacedLabel {
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'end'
}

/** Two counts of the same thing at two times, in dots of one kind. Lengths in slide pixels. */
export interface HeadcountField {
  readonly grid: DotGrid
  /** The first count, and what the last adds to it; or, where `apart`, the last on its own. */
  readonly first: PlacedField
  readonly rest: PlacedField
  /** The last count may be the smaller one: nothing of it can be shown as an addition to the first. */
  readonly apart: boolean
  readonly startLabel: PlacedLabel
  readonly nowLabel: PlacedLabel
}

/** A line of text in `--type-body`: baseline below its top, and room with the distance to what follows. */
const BASELINE = 15
const LINE = 26
/** Between two fields, and between a row of dots and the text beside it. */
const GAP = 10
const ASIDE = 14

/** Whether the last count surely contains the first, so that it can be drawn as the first and more. */
function contains(now: DotCount, start: DotCount): boolean {
  return !start.open && start.sure === start.possible && now.sure >= start.sure
}

/**
 * The first count as a row of its own, and under it what came; labels beside the row where there is room, else above. Where the last
 * count does not surely contain the first, both stand whole, one below the other, in the same unit.
 * @param box
 * @param box.start what is known of the first count
 * @param box.now what is known of the last count
 * @param box.startWidth of the label of the first count, slide pixels
 * @param box.nowWidth of the label of the last count
 * @param box.width of all
 * @param box.height of all
 */
export function headcountField({ start, now, startWidth, nowWidth, width, height }: {
  start: DotCount
  now: DotCount
  startWidth: number
  nowWidth: number
  width: number
  height: number
}): HeadcountField {
  const right = width - 5
  if (!contains(now, start)) {
    const apart = GAP + LINE
    const grid = dotGrid({ fields: [start, now], width, height: height - LINE, apart })
    const y = LINE + fieldHeight(start, grid) + apart
    return {
      grid,
      first: { count: start, y: LINE },
      rest: { count: now, y },
      apart: true,
      startLabel: { x: 3, y: BASELINE, anchor: 'start' },
      nowLabel: { x: right, y: y - LINE + BASELINE, anchor: 'end' },
    }
  }
  const rest = { ...now, sure: now.sure - start.sure, possible: now.possible - start.sure }
  const beside = dotGrid({ fields: [rest], width, height: height - LINE })
  const row = Math.ceil(start.sure / beside.unit) * beside.pitch + ASIDE
  if (dotRows(start, beside) <= 1 && row + startWidth + LINE + nowWidth <= right) {
    return {
      grid: beside,
      first: { count: start, y: 0 },
      rest: { count: rest, y: LINE },
      apart: false,
      startLabel: { x: row, y: BASELINE, anchor: 'start' },
      nowLabel: { x: right, y: BASELINE, anchor: 'end' },
    }
  }
  const grid = dotGrid({ fields: [start, rest], width, height: height - LINE, apart: GAP })
  return {
    grid,
    first: { count: start, y: LINE },
    rest: { count: rest, y: LINE + fieldHeight(start, grid) + GAP },
    apart: false,
    startLabel: { x: 3, y: BASELINE, anchor: 'start' },
    nowLabel: { x: right, y: BASELINE, anchor: 'end' },
  }
}
