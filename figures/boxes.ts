/** A rectangle in slide pixels. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Whether two rectangles share more than an edge. */
export function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
}

/** Whether a rectangle lies within another. */
export function isInside(inner: Box, outer: Box): boolean {
  return inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom
}

/**
 * The first candidate whose rectangles lie inside and touch nothing that is taken already.
 * @returns undefined where there is none
 */
export function firstFree<T>(
  candidates: readonly T[],
  boxesOf: (candidate: T) => readonly Box[],
  taken: readonly Box[],
  outer: Box,
): T | undefined {
  return candidates.find(candidate => boxesOf(candidate).every(box => isInside(box, outer) && !taken.some(other => overlap(box, other))))
}
