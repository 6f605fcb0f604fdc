import type { DotCount } from './dot-field'
import { smallestUnit } from './dot-field'

/** Marks for the members of an alliance, in one row. */
export interface AllianceMarks {
  /** Side of a mark and distance to the next, slide pixels. */
  readonly side: number
  readonly gap: number
  /** Members that a ring stands for; a named one always has a mark of its own. */
  readonly unit: number
  /** Rings for those without a name: that surely exist, and that may. The last one of each kind may be a part. */
  readonly sure: readonly RingMark[]
  readonly possible: readonly RingMark[]
}

/** A ring, whole or for a part of the unit only. */
export type RingMark = 'whole' | 'part'

const SIDE = 24
const GAP = 9
/** Share of the distance from mark to mark that a mark takes, and the smallest such distance. */
const SHARE = SIDE / (SIDE + GAP)
const SMALLEST = 12

function rings(from: number, to: number, unit: number): RingMark[] {
  const length = Math.ceil(to / unit) - Math.ceil(from / unit)
  return Array.from({ length: Math.max(0, length) }, (_, index) => index === length - 1 && to % unit !== 0 ? 'part' : 'whole')
}

/**
 * How the members of an alliance are drawn in a row of `width` slide pixels: smaller the more they are, and from some number on several to
 * a ring. More named members than its size says leave no ring.
 * @param named how many members have a name
 * @param size what is known of the number of all members
 * @param width of the row
 */
export function allianceMarks(named: number, size: DotCount, width: number): AllianceMarks {
  const without = (count: number) => Math.max(0, count - named)
  const [sure, possible] = [without(size.sure), without(size.possible)]
  const room = Math.max(1, Math.floor(width / SMALLEST) - named)
  const unit = smallestUnit(possible, room)
  const marks = { sure: rings(0, sure, unit), possible: rings(sure, possible, unit) }
  const all = Math.max(1, named + marks.sure.length + marks.possible.length)
  const pitch = Math.min(SIDE + GAP, width / (all - 1 + SHARE))
  return { side: pitch * SHARE, gap: pitch * (1 - SHARE), unit, ...marks }
}
