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

/**
 * Where a label stands: in one line before or after its mark; or in two, aligned at the mark's start, middle or end, or at the edge of all.
 */
export type Aligned = 'before' | 'after' | 'start' | 'middle' | 'end' | 'edge'

/** Height of a magnified mark, and of its label. */
export interface Standing {
  readonly y: number
  readonly labelY: number
  readonly label: Aligned
}

/** A magnified event. Lengths in slide pixels. */
export interface TimelineMark extends Standing {
  readonly event: DatedEvent
  /** The stretch that is shown, and whether the date reaches beyond it on either side. */
  readonly from: number
  readonly to: number
  readonly cut: { readonly from: boolean, readonly to: boolean }
  /** Drawn as a bracket: the date is vaguer than a month. */
  readonly vague: boolean
  readonly x: number
  readonly anchor: 'start' | 'middle' | 'end'
  readonly leader: boolean
  readonly crowded: boolean
}

/** An event on the whole stretch. */
export interface EarlyEvent {
  readonly event: DatedEvent
  readonly x: number
  readonly textX: number
  readonly anchor: 'start' | 'end'
  readonly crowded: boolean
}

export interface TimelineLayout {
  readonly early: readonly EarlyEvent[]
  readonly late: readonly TimelineMark[]
  /** Where a year lies on the whole stretch. */
  readonly overview: (year: number) => number
}

/** The left and right end of every lane, and the heights of the two magnified ones. */
export const LEFT = 6
export const RIGHT = 1146
export const ACADEMIC = 202
export const INDUSTRIAL = 322

const NAME_SIZE = 18
const DATE_SIZE = 22
const YEAR_SIZE = 22
/** A day would be a hair. */
const NARROWEST = 6
/** The magnified part, and what stands in it already: its caption, and the names of the lanes. */
const LENS: Box = { left: 4, top: 172, right: 1150, bottom: 476 }
const CAPTIONS: readonly Box[] = [{ left: 20, top: 216, right: 232, bottom: 238 }, { left: 20, top: 288, right: 100, bottom: 310 }]
const OVERVIEW: Box = { left: 0, top: 0, right: 1152, bottom: 50 }

/** Where an event goes that nobody placed by hand, best first. */
function standings({ actors }: DatedEvent, vague: boolean): Standing[] {
  const inLine = (heights: readonly number[]) =>
    heights.flatMap(y => (['before', 'after'] as const).map((label): Standing => ({ y, labelY: y + 6, label })))
  const below = (y: number, heights: readonly number[]) =>
    heights.flatMap(labelY => (['start', 'middle', 'end', 'edge'] as const).map((label): Standing => ({ y, labelY, label })))
  const over = (['after', 'before'] as const).map((label): Standing => ({ y: ACADEMIC, labelY: 190, label }))
  if (actors.includes('university'))
    return [...vague || actors.length > 1 ? [] : [...below(ACADEMIC, [240]), ...over], ...inLine([242, 280, 261])]
  return [...vague ? [] : below(INDUSTRIAL, [374, 394, 420, 446]), ...inLine([354, 378, 402, 426, 450])]
}

/** The rectangles of a mark and of its label. */
function boxesOf({ y, labelY, label }: Standing, { date, name }: DatedEvent, from: number, to: number): readonly Box[] {
  const mark = { left: from, top: y - 12, right: to, bottom: y + 20 }
  if (label === 'before' || label === 'after') {
    const width = advance(date, DATE_SIZE) + 10 + advance(name, NAME_SIZE)
    const left = label === 'before' ? from - 12 - width : to + 12
    return [mark, { left, top: labelY - 15, right: left + width, bottom: labelY + 5 }]
  }
  const width = Math.max(advance(date, DATE_SIZE), advance(name, NAME_SIZE))
  const left = { start: from, middle: (from + to - width) / 2, end: to - width, edge: RIGHT - width }[label]
  return [mark, { left, top: labelY - 15, right: left + width, bottom: labelY + 28 }]
}

const ANCHORS = { before: 'end', after: 'start', start: 'start', middle: 'middle', end: 'end', edge: 'end' } as const

/**
 * Two lanes over the whole stretch, and the last part of it magnified. Events that end before `split` stand on the whole, the others in
 * the magnified part; labels keep clear of each other where there is room.
 * @param events of any order
 * @param time the first and the last moment, and where the magnified part begins, in decimal years
 * @param time.first
 * @param time.last
 * @param time.split
 * @param byHand where magnified events go if nothing stands there
 */
export function timelineLayout(
  events: readonly DatedEvent[],
  { first, last, split }: { first: number, last: number, split: number },
  byHand: Readonly<Record<string, Standing | undefined>> = {},
): TimelineLayout {
  const overview = timeScale([first, last], [LEFT, RIGHT])
  const detail = timeScale([split, last], [LEFT, RIGHT])
  const within = (x: number) => Math.min(RIGHT, Math.max(LEFT, x))

  const lines: Box[] = []
  const early = events.filter(({ extent }) => extent[1] <= split).map((event): EarlyEvent => {
    const x = within(overview(event.extent[0]))
    const width = Math.max(advance(event.date, YEAR_SIZE), advance(event.name, NAME_SIZE))
    const line = (anchor: 'start' | 'end') => {
      const left = anchor === 'start' ? x - LEFT : x + LEFT - width
      return [{ left, top: OVERVIEW.top, right: left + width, bottom: OVERVIEW.bottom }]
    }
    const free = firstFree(['start', 'end'] as const, line, lines, OVERVIEW)
    const anchor = free ?? 'start'
    lines.push(...line(anchor))
    return { event, x, textX: anchor === 'start' ? x - LEFT : x + LEFT, anchor, crowded: free === undefined }
  })

  const taken: Box[] = [...CAPTIONS]
  const mark = (event: DatedEvent): TimelineMark => {
    const [start, end] = event.extent.map(detail) as [number, number]
    const from = Math.min(within(start), RIGHT - NARROWEST)
    const to = Math.max(within(end), from + NARROWEST)
    const vague = event.precision === 'year' || event.precision === 'mid-year'
    const own = byHand[event.id]
    const candidates = [...own ? [own] : [], ...standings(event, vague)]
    const free = firstFree(candidates, standing => boxesOf(standing, event, from, to), taken, LENS)
    const standing = free ?? candidates[0]!
    taken.push(...boxesOf(standing, event, from, to))
    const { label } = standing
    return {
      event,
      ...standing,
      from,
      to,
      cut: { from: start < LEFT, to: end > RIGHT },
      vague,
      x: { before: from - 12, after: to + 12, start: from, middle: (from + to) / 2, end: to, edge: RIGHT }[label],
      anchor: ANCHORS[label],
      leader: label === 'middle' || label === 'end' || label === 'edge',
      crowded: free === undefined,
    }
  }
  const late = events.filter(({ extent }) => extent[1] > split)
  // Those placed by hand come first, so that the others make room for them.
  const marks = new Map(
    [...late.filter(({ id }) => byHand[id]), ...late.filter(({ id }) => !byHand[id])].map(event => [event.id, mark(event)]),
  )
  return { early, late: late.map(({ id }) => marks.get(id)!), overview }
}
