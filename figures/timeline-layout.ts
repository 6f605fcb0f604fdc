import type { Actor, DatePrecision } from '../data'
import type { Box } from './boxes'
import { firstFree } from './boxes'
import { advance } from './text'
import { timeScale } from './time-scale'

/** Something dated, ready to be placed. */
export interface DatedEvent {
  readonly id: string
  readonly actors: readonly Actor[]
  /** What its date may mean, in decimal years. */
  readonly extent: readonly [number, number]
  readonly precision: DatePrecision
  /** What stands beside its mark. */
  readonly date: string
  readonly name: string
}

/** An event of the crowd at the end: a line of words, and its mark at the right. Lengths in slide pixels. */
export interface LateEvent {
  readonly event: DatedEvent
  /** The middle of its line. */
  readonly y: number
  /** The stretch that is shown, and whether the date reaches beyond it on either side. */
  readonly from: number
  readonly to: number
  readonly cut: { readonly from: boolean, readonly to: boolean }
  /** Drawn as a bracket: the date is vaguer than a month. */
  readonly vague: boolean
  readonly crowded: boolean
}

/** An event before that, on the axis. */
export interface EarlyEvent {
  readonly event: DatedEvent
  readonly x: number
  readonly textX: number
  readonly anchor: 'start' | 'end'
  readonly crowded: boolean
}

export interface TimelineLayout {
  readonly early: readonly EarlyEvent[]
  readonly late: readonly LateEvent[]
  /** The stretch of the crowd, and where the columns of its lines stand: who, what, and the end of when. */
  readonly band: Box
  readonly columns: { readonly who: number, readonly what: number, readonly when: number }
  /** Size of the events' names. */
  readonly size: 28 | 22
  /** Where a year lies. */
  readonly at: (year: number) => number
}

/** The left and right end of the axis, and the height of each strand on it. */
export const LEFT = 6
export const RIGHT = 1146
export const ACADEMIC = 382
export const INDUSTRIAL = 400

const YEAR_SIZE = 28
const NAME_SIZE = 22
const DATE_SIZE = 22
/** A day or a month would be a hair. */
const NARROWEST = 6
/** The lines of the crowd: from the first to the last, how far apart they usually are, and how close they may come. */
const TOP = 76
const BOTTOM = 364
const PITCH = 41
const CLOSEST = 28
/** From this distance on, names are large. */
const LARGE_PITCH = 36
/** From column to column, and what shows who it is. */
const GAP = 22
const WHO = 52
/** Below the axis. */
const FEET: Box = { left: 0, top: 414, right: 1152, bottom: 464 }

/**
 * One axis, true to scale, with two strands. Events that end before `split` stand on it, far apart; the others crowd at its end, and rise
 * there as a pile: a line each, in order of time.
 * @param events of any order
 * @param time the first and the last moment, and where the pile begins, in decimal years
 * @param time.first
 * @param time.last
 * @param time.split
 */
export function timelineLayout(
  events: readonly DatedEvent[],
  { first, last, split }: { first: number, last: number, split: number },
): TimelineLayout {
  const at = timeScale([first, last], [LEFT, RIGHT])
  const within = (x: number) => Math.min(RIGHT, Math.max(LEFT, x))

  const feet: Box[] = []
  const early = events.filter(({ extent }) => extent[1] <= split).map((event): EarlyEvent => {
    const x = within(at(event.extent[0]))
    const width = Math.max(advance(event.date, YEAR_SIZE), advance(event.name, NAME_SIZE))
    const foot = (anchor: 'start' | 'end') => {
      const left = anchor === 'start' ? x - LEFT : x + LEFT - width
      return [{ ...FEET, left, right: left + width }]
    }
    const free = firstFree(['start', 'end'] as const, foot, feet, FEET)
    const anchor = free ?? 'start'
    feet.push(...foot(anchor))
    return { event, x, textX: anchor === 'start' ? x - LEFT : x + LEFT, anchor, crowded: free === undefined }
  })

  const pile = events.filter(({ extent }) => extent[1] > split).toSorted((one, other) => one.extent[0] - other.extent[0])
  const [start, end] = [within(at(split)), RIGHT]
  const when = start - GAP
  const columnsAt = (size: 28 | 22) => {
    const what = when - Math.max(0, ...pile.map(({ date }) => advance(date, DATE_SIZE)))
      - GAP - Math.max(0, ...pile.map(({ name }) => advance(name, size)))
    return { who: what - WHO, what, when }
  }
  const pitch = Math.min(PITCH, (BOTTOM - TOP) / Math.max(1, pile.length))
  const size = pitch >= LARGE_PITCH && columnsAt(28).who >= 0 ? 28 : 22
  const columns = columnsAt(size)
  const isCrowded = pitch < CLOSEST || columns.who < 0
  // They stand on the axis, whatever their number.
  const late = pile.map((event, index): LateEvent => {
    const [begins, ends] = event.extent.map(at) as [number, number]
    const from = Math.min(Math.max(start, begins), RIGHT - NARROWEST)
    return {
      event,
      y: BOTTOM - (pile.length - index - 0.5) * pitch,
      from,
      to: Math.max(within(ends), from + NARROWEST),
      cut: { from: event.extent[0] < split, to: event.extent[1] > last },
      vague: event.precision === 'year' || event.precision === 'mid-year',
      crowded: isCrowded,
    }
  })
  const band = { left: start, top: BOTTOM - pile.length * pitch - 6, right: end, bottom: INDUSTRIAL + 12 }
  return { early, late, band, columns, size, at }
}
