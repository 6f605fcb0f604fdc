/** A pair of strands between two points of the same height: they leave each node crossing, and part in the middle. */
export interface StrandPair {
  /** Left and right end, slide pixels. */
  readonly left: number
  readonly right: number
  /** Height of the line between the two nodes. */
  readonly y: number
  /** How far each strand swings from that line in the middle. */
  readonly swing: number
  /** Distance of each end from that line; the strands cross near both nodes. */
  readonly spread: number
}

/** One strand from left to right; `side` is -1 for the one that swings up, 1 for the one that swings down. */
function halves({ left, right, y, swing, spread }: StrandPair, side: -1 | 1): { left: string, right: string, whole: string } {
  const middle = (left + right) / 2
  const bend = (right - left) * 0.27
  const edge = y - side * spread
  const top = y + side * swing
  const first = `${left} ${edge}C${left + bend} ${edge} ${left + bend} ${top} ${middle} ${top}`
  const second = `${middle} ${top}C${right - bend} ${top} ${right - bend} ${edge} ${right} ${edge}`
  return { left: `M${first}`, right: `M${second}`, whole: `M${first}C${right - bend} ${top} ${right - bend} ${edge} ${right} ${edge}` }
}

/** Paths of both strands: `upper` runs from left to right, `lower` back; the halves of `lower` let them weave. */
export function strandPaths(pair: StrandPair) {
  return { upper: halves(pair, -1), lower: halves(pair, 1) }
}

/** An arrow head at the end of a strand, pointing right (1) or left (-1). */
export function arrowHead(x: number, y: number, direction: -1 | 1, size = 15): string {
  return `M${x + direction * size} ${y}L${x - direction * 4} ${y - size * 0.72}V${y + size * 0.72}Z`
}

/** Two long strands that wind around each other ever more closely towards the right. */
export function braid(width: number, height: number, turns: number): { university: string, company: string, crossings: readonly number[] } {
  const steps = 240
  const middle = height / 2
  const phase = (t: number) => Math.PI * turns * t ** 1.7
  const swing = (t: number) => middle * 0.86 * (1 - 0.45 * t)
  const line = (side: 1 | -1) => Array.from({ length: steps + 1 }, (_, index) => {
    const t = index / steps
    const y = middle - side * swing(t) * Math.cos(phase(t))
    return `${index ? 'L' : 'M'}${(t * width).toFixed(1)} ${y.toFixed(1)}`
  }).join('')
  const crossings = Array.from({ length: turns }, (_, index) => ((index + 0.5) / turns) ** (1 / 1.7) * width)
  return { university: line(1), company: line(-1), crossings }
}
