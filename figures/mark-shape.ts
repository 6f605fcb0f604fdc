import type { Mark } from './series'
import { isCeiling, isFloor, sideOf } from '../data/bounds'

/** How the certainty of a mark is drawn along its value axis, in pixels from the axis's lower end. Pure. */

/** How strongly a hue is laid on: what is certain, what is possible, what is possible only if a ceiling lies at its upper end. */
const CERTAIN = 1
const POSSIBLE = 0.45
const FAINT = 0.2

/** How far an open end fades out. */
export const FADE = 52
/** How far an approximate end is blurred to either side of its value. */
const BLUR = 26
/** Thickness of the line at a ceiling; and of the line on the base where a bar is too short to be seen. */
export const LID = 4
export const FOOT = 3
/** Bars shorter than this get that line. */
const UNSEEN = 2

/** A stretch of one hue, or of one that fades: how strongly it is laid on at either end, from 0 to 1. */
export interface Stretch { readonly from: number, readonly to: number, readonly near: number, readonly far: number }

/** A mark without its thickness and place. */
export interface MarkShape {
  /** From the axis's lower end outwards. */
  readonly stretches: readonly Stretch[]
  /** Where the line of a ceiling lies, its upper edge. */
  readonly lid?: number
  /** How far the dashes of a supposition go, and whether they also close it. */
  readonly outline?: { readonly to: number, readonly isClosed: boolean }
  /** A line on the base: there is a bar, but none that can be seen. */
  readonly hasFoot: boolean
  /** Middles of dots, on a logarithmic axis; blurred ones for what is approximate. */
  readonly dots: readonly number[]
  readonly isBlurred: boolean
  /** Where everything of it ends. */
  readonly end: number
}

/** What is known of a mark that has a value. */
export type KnownMark = Mark & { readonly value: number }

/** The far end of what is known: of a range its upper end, of a ceiling that. */
export const farOf = ({ value, upTo }: Pick<KnownMark, 'value' | 'upTo'>): number => upTo ?? value

/** What is drawn beyond the far end, in pixels. */
export function beyondOf({ bound }: Pick<Mark, 'bound'>): number {
  return isFloor(bound) ? FADE : bound === 'about' ? BLUR : 0
}

/** A stretch whose part below the axis's lower end is cut off. */
function cut({ from, to, near, far }: Stretch): Stretch[] {
  if (to <= 0 || to <= from)
    return []
  return from >= 0 ? [{ from, to, near, far }] : [{ from: 0, to, near: near + (far - near) * -from / (to - from), far }]
}

/** Blurs the step from one tone to another: half of it is done at the value itself. */
function blurred(at: number, before: number, after: number, reach: number): Stretch[] {
  const middle = (before + after) / 2
  return [{ from: at - reach, to: at, near: before, far: middle }, { from: at, to: at + BLUR, near: middle, far: after }]
}

const flat = (from: number, to: number, tone: number): Stretch => ({ from, to, near: tone, far: tone })

function aboutStretches(low: number, high: number): Stretch[] {
  if (low === high)
    return [flat(0, low - BLUR, CERTAIN), ...blurred(low, CERTAIN, 0, BLUR)]
  const reach = Math.min(BLUR, (high - low) / 2)
  const middle = (CERTAIN + POSSIBLE) / 2
  return [
    flat(0, low - reach, CERTAIN),
    { from: low - reach, to: low, near: CERTAIN, far: middle },
    { from: low, to: low + reach, near: middle, far: POSSIBLE },
    flat(low + reach, high - reach, POSSIBLE),
    ...blurred(high, POSSIBLE, 0, reach),
  ]
}

/** A bar from zero to `low`, and on to `high`, in pixels; each bound as it binds. */
function barStretches(low: number, high: number, bound: Mark['bound']): Stretch[] {
  switch (sideOf(bound)) {
    case 'about': return aboutStretches(low, high)
    case 'at-most': return [flat(0, low, POSSIBLE), flat(low, high, FAINT)]
    case 'at-least': return [
      flat(0, low, CERTAIN),
      flat(low, high, POSSIBLE),
      { from: high, to: high + FADE, near: low === high ? CERTAIN : POSSIBLE, far: 0 },
    ]
    default: return [flat(0, low, CERTAIN), flat(low, high, POSSIBLE)]
  }
}

/** A bar from zero; a ceiling is possible anywhere below, a floor fades out, what is approximate is blurred. */
export function barShape(mark: KnownMark, toPixels: (value: number) => number): MarkShape {
  const [low, high] = [toPixels(mark.value), toPixels(farOf(mark))]
  const stretches = barStretches(low, high, mark.bound).flatMap(cut)
  return {
    stretches,
    lid: isCeiling(mark.bound) && high > UNSEEN ? high : undefined,
    outline: mark.hypothetical ? { to: high, isClosed: mark.bound === 'exact' || isCeiling(mark.bound) } : undefined,
    hasFoot: high < UNSEEN,
    dots: [],
    isBlurred: false,
    end: Math.max(high, ...stretches.map(({ to }) => to)),
  }
}

/**
 * A dot on a logarithmic axis, or two at the ends of a range; what lies at or below zero has no place there and must not be asked for,
 * except as the lower end of a range.
 */
export function dotShape(mark: KnownMark, toPixels: (value: number) => number, radius: number): MarkShape {
  const hasLid = isCeiling(mark.bound)
  const [low, high] = [mark.value > 0 ? toPixels(mark.value) : 0, toPixels(farOf(mark))]
  const below = hasLid ? [flat(0, low, POSSIBLE), flat(low, high, FAINT)] : [flat(low, high, POSSIBLE)]
  const open = isFloor(mark.bound) ? [{ from: high, to: high + FADE, near: low === high ? CERTAIN : POSSIBLE, far: 0 }] : []
  const dots = hasLid ? [] : [...new Set(mark.value > 0 ? [low, high] : [high])]
  const stretches = [...below, ...open].flatMap(cut)
  return {
    stretches,
    lid: hasLid ? high : undefined,
    outline: undefined,
    hasFoot: false,
    dots,
    isBlurred: mark.bound === 'about',
    end: Math.max(high + (hasLid ? 0 : mark.bound === 'about' ? BLUR : radius), ...stretches.map(({ to }) => to)),
  }
}
