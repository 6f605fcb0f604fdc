import type { OtherBound } from '../data/other-types'

/**
 * How a number of another source is drawn: striped, where the article's are filled, so that form says who speaks. Pure, in pixels from the
 * axis outwards.
 */

/** A stripe across a bar: where it lies, and how strongly it is laid on, from 0 to 1. */
export interface BarStripe {
  readonly from: number
  readonly to: number
  readonly tone: number
}

/** From stripe to stripe, and how much of that one takes. */
export const STRIPE_PITCH = 9
const STRIPE = 6
/** How far a floor fades beyond its number, an approximate one is blurred to either side of it, and one that is only close fades below. */
const FADE = 54
const BLUR = 27
const SOFT = 54
/** The end that is an end. */
const LID = 3
/** Paler than that nobody sees it. */
const PALEST = 0.08

/** How sure it is that the bar reaches so far. */
export function toneAt(at: number, length: number, bound: OtherBound): number {
  const fades = (from: number, reach: number) => Math.min(1, Math.max(0, 1 - (at - from) / reach))
  switch (bound) {
    case 'more-than': return fades(length, FADE)
    case 'about': return fades(length - BLUR, 2 * BLUR)
    case 'close-to': return fades(length - SOFT, SOFT)
    default: return at <= length ? 1 : 0
  }
}

/** How far anything of it is drawn. */
export function reachOf(length: number, bound: OtherBound): number {
  return length + (bound === 'more-than' ? FADE : bound === 'about' ? BLUR : 0)
}

/** A bar as stripes, from zero outwards: a count has an end, a floor goes on, what is close to a number fades just under it. */
export function barStripes(length: number, bound: OtherBound): BarStripe[] {
  const end = reachOf(length, bound)
  const stripes = Array.from({ length: Math.max(0, Math.ceil(end / STRIPE_PITCH)) }, (_, index): BarStripe => {
    const from = index * STRIPE_PITCH
    const to = Math.min(from + STRIPE, end)
    return { from, to, tone: toneAt((from + to) / 2, length, bound) }
  }).filter(({ tone }) => tone >= PALEST)
  return bound === 'exact' ? [...stripes, { from: Math.max(0, length - LID), to: length, tone: 1 }] : stripes
}
