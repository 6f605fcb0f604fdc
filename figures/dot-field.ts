import type { Bounded, Quotient } from '../data/bounds'
import { sideOf } from '../data/bounds'

/** What is known of a count, as dots show it, in things counted: so many for sure, up to so many possible, and whether more may follow. */
export interface DotCount {
  readonly sure: number
  /** At least `sure`. Dots from there to here are hollow: nothing says that they exist. */
  readonly possible: number
  /** The count is a floor: the lower edge stays open. */
  readonly open: boolean
}

/** Where dots stand: in rows of `columns`, `pitch` slide pixels apart, one dot for every `unit` things counted. */
export interface DotGrid {
  readonly columns: number
  readonly pitch: number
  readonly unit: number
}

/** Nothing known, nothing drawn. */
export const NO_DOTS: DotCount = { sure: 0, possible: 0, open: false }

/** Below this distance, in slide pixels, dots run together for whoever sits at the back. */
export const SMALLEST_PITCH = 8
const LARGEST_PITCH = 20
/** Diameter of a dot, and length of the stroke that fades below an open edge, as shares of the pitch. */
export const DOT = 0.56
const TAIL = 2.2
/** How many rings fade after the last one where they are a floor, and with which share of the hue they begin. */
const OPEN_RINGS = 12
const OPEN_RING = 0.6
/** A part of a dot is never so small, or so large, that it passes for none, or for the whole. */
const SMALLEST_CUT = 1 / 8

/** What dots can show of a figure; one that is not known has none. */
export function dotCount({ value, bound }: Bounded | Quotient): DotCount {
  if (value === null || bound === 'unknown')
    return NO_DOTS
  const [low, high] = typeof value === 'number' ? [value, value] : value
  switch (sideOf(bound)) {
    case 'at-least': return { sure: low, possible: low, open: true }
    case 'at-most': return { sure: 0, possible: high, open: false }
    default: return { sure: low, possible: high, open: false }
  }
}

/** 1, 2, 5, 10, 20, 50, … */
function* niceUnits(): Generator<number> {
  for (let power = 1; ; power *= 10) {
    for (const step of [1, 2, 5])
      yield step * power
  }
}

/** The smallest nice unit of which so many things are at most `most`. */
export function smallestUnit(count: number, most: number): number {
  for (const unit of niceUnits()) {
    if (Math.ceil(count / unit) <= Math.max(1, most))
      return unit
  }
  throw new RangeError('unreachable: one unit is large enough for every count')
}

const cells = ({ possible }: DotCount, unit: number) => Math.ceil(possible / unit)

/** Rows of dots that a field takes. */
export function dotRows(count: DotCount, { columns, unit }: DotGrid): number {
  return Math.ceil(cells(count, unit) / columns)
}

/** Height of a field in slide pixels, with the strokes of an open edge. */
export function fieldHeight(count: DotCount, grid: DotGrid): number {
  return (dotRows(count, grid) + (count.open ? TAIL : 0)) * grid.pitch
}

/**
 * The grid in which fields of dots, one below the other, fit into a box: the smallest nice unit, and with it the largest dots.
 * @param box lengths in slide pixels
 * @param box.fields in the order from top to bottom
 * @param box.width of the box; the columns fill it
 * @param box.height of the box, with the open edges
 * @param box.apart what stands between two fields
 * @param box.largest pitch at most, so that few dots do not become large ones
 */
export function dotGrid({ fields, width, height, apart = 0, largest = LARGEST_PITCH }: {
  fields: readonly DotCount[]
  width: number
  height: number
  apart?: number
  largest?: number
}): DotGrid {
  const most = Math.max(...fields.map(({ possible }) => possible))
  const room = height - apart * (fields.length - 1)
  const [fewest, last] = [Math.ceil(width / largest), Math.floor(width / SMALLEST_PITCH)]
  for (const unit of niceUnits()) {
    for (let columns = fewest; columns <= last; columns++) {
      const grid = { columns, pitch: width / columns, unit }
      const needed = fields.reduce((sum, field) => sum + fieldHeight(field, grid), 0)
      // In a box that is too low for a single row larger units do not help.
      if (needed <= room || (columns === last && unit >= most))
        return grid
    }
  }
  throw new RangeError('unreachable: one unit is large enough for every count')
}

/** Centre of the n-th dot, from 0, in slide pixels from the field's upper left corner. */
export function dotAt({ columns, pitch }: DotGrid, index: number): readonly [x: number, y: number] {
  return [(index % columns + 0.5) * pitch, (Math.floor(index / columns) + 0.5) * pitch]
}

/** A dot and how much of it is for sure and possible, each from 0 to 1. */
export interface Dot {
  readonly at: readonly [x: number, y: number]
  readonly sure: number
  readonly possible: number
}

/** All dots of a field, row by row. Only at the end of what is sure, and at the end of all, one may be cut. */
export function dotsOf(grid: DotGrid, count: DotCount): Dot[] {
  const share = (amount: number, index: number) => Math.min(1, Math.max(0, amount / grid.unit - index))
  return Array.from({ length: cells(count, grid.unit) }, (_, index) =>
    ({ at: dotAt(grid, index), sure: share(count.sure, index), possible: share(count.possible, index) }))
}

/** Whether a field in this grid has a dot that stands for a part of the unit only. */
export function hasCutDot({ sure, possible }: DotCount, { unit }: DotGrid): boolean {
  return sure % unit !== 0 || possible % unit !== 0
}

const round = (n: number) => Math.round(n * 100) / 100

/**
 * Dots as the `d` of one path of strokes with round caps and next to no length: a page of two thousand circles is 370 kB in the PDF, this
 * is 16 kB. Of no length at all Firefox draws long ones where CSS zooms, as on the handout.
 */
export function dotPath(grid: DotGrid, from: number, to: number): string {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => {
    const [x, y] = dotAt(grid, from + index)
    return `M${round(x)} ${round(y)}h.01`
  }).join('')
}

/** The point on a circle at a share of its turn, from the top and clockwise. */
function onCircle([x, y]: readonly [number, number], radius: number, share: number): string {
  const angle = share * 2 * Math.PI
  return `${round(x + radius * Math.sin(angle))} ${round(y - radius * Math.cos(angle))}`
}

/** An arc that begins at the top: as the edge of a `slice`, or alone. */
function arc(at: readonly [number, number], radius: number, share: number, slice: boolean): string {
  const shown = Math.min(1 - SMALLEST_CUT, Math.max(SMALLEST_CUT, share))
  const edge = `${onCircle(at, radius, 0)}A${round(radius)} ${round(radius)} 0 ${shown > 0.5 ? 1 : 0} 1 ${onCircle(at, radius, shown)}`
  return slice ? `M${round(at[0])} ${round(at[1])}L${edge}Z` : `M${edge}`
}

/** A field as paths, each the `d` of one SVG path; empty where there is nothing of its kind. */
export interface DotPaths {
  /** Whole dots of what is sure, and of what is possible: strokes as wide as a dot. */
  readonly solid: string
  readonly hollow: string
  /** Slices of dots that stand for a part of the unit: areas, and outlines. */
  readonly solidCut: string
  readonly hollowCut: string
  /** Strokes that fade below an open edge. */
  readonly tails: string
  /** Lower edge of the dots and of the strokes, in slide pixels. */
  readonly bottom: number
  readonly end: number
}

/**
 * What to draw of a field.
 * @param grid where dots stand
 * @param count how many
 * @param skip so many whole dots at the beginning, which are drawn otherwise
 */
export function dotPaths(grid: DotGrid, count: DotCount, skip = 0): DotPaths {
  const { columns, pitch, unit } = grid
  const [sureWhole, allWhole] = [Math.floor(count.sure / unit), Math.floor(count.possible / unit)]
  const radius = DOT * pitch / 2
  const [sureCut, cut] = [count.sure / unit - sureWhole, count.possible / unit - allWhole]
  const bottom = dotRows(count, grid) * pitch
  const last = cells(count, unit)
  // From the last dot in each column; a floor of nothing at all is open from the top, in the first.
  const tails = Array.from({ length: count.open ? Math.max(1, Math.min(columns, last)) : 0 }, (_, column) => {
    const row = Math.floor((last - 1 - column) / columns)
    const [x, y] = [(column + 0.5) * pitch, (row + 0.5) * pitch]
    return `M${round(x)} ${round(Math.max(y + pitch * 0.55, pitch * DOT / 4))}V${round(bottom + pitch * TAIL)}`
  }).join('')
  return {
    solid: dotPath(grid, skip, sureWhole),
    hollow: dotPath(grid, Math.max(skip, sureWhole), allWhole),
    solidCut: sureCut > 0 ? arc(dotAt(grid, sureWhole), radius, sureCut, true) : '',
    hollowCut: cut > 0 && count.possible > count.sure ? arc(dotAt(grid, allWhole), radius * 0.8, cut, true) : '',
    tails,
    bottom,
    end: bottom + (count.open ? pitch * TAIL : 0),
  }
}

/**
 * Rings that fade after the last sure one, where as many is a floor: the open edge of a count that dots wear.
 * @param grid where dots stand
 * @param ringed how many wear one
 * @param all how many dots there are
 * @returns each ring as the `d` of a stroke, with its share of the hue, from 0 to 1
 */
export function openRings(grid: DotGrid, ringed: DotCount, all: DotCount): { path: string, share: number }[] {
  const first = cells(ringed, grid.unit)
  const length = ringed.open ? Math.max(0, Math.min(OPEN_RINGS, cells(all, grid.unit) - first)) : 0
  return Array.from({ length }, (_, index) =>
    ({ path: dotPath(grid, first + index, first + index + 1), share: OPEN_RING * (1 - index / OPEN_RINGS) }))
}

/** The ring around a dot that stands for only a part of those who wear one. */
export function ringCut(grid: DotGrid, count: number): string {
  const whole = Math.floor(count / grid.unit)
  const share = count / grid.unit - whole
  return share > 0 ? arc(dotAt(grid, whole), grid.pitch * 0.415, share, false) : ''
}
