/** Pixels of one tone in a fade: so few that nobody sees an edge. */
const BAND = 2

/** A stretch of a fade: where it begins, in pixels, and how far its tone is on the way from the near one to the far one. */
export interface FadeBand { readonly from: number, readonly share: number }

/**
 * A fade as bands, each of one tone, to be laid one over the other: each begins at its place and goes on to the far end, so that no paper
 * shines through between two. Programs lose a gradient, or draw it elsewhere (Inkscape 1.2, as it imports PDF by itself), and an open end
 * would look exact.
 * @param length pixels
 */
export function fadeBands(length: number): FadeBand[] {
  const count = Math.max(1, Math.round(length / BAND))
  return Array.from({ length: count }, (_, at) => ({ from: length * at / count, share: (at + 0.5) / count }))
}
