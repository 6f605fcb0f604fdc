/** A closed line of a glyph: as in the data of a path, and as points along it. */
interface Contour {
  data: string
  points: [x: number, y: number][]
}

/** Points of a curve that stand for it. */
const ALONG_CURVE = 6

/** The closed lines of a glyph, from data of absolute `M`, `L`, `Q`, `C` and `Z`. */
function contoursOf(path: string): Contour[] {
  return (path.match(/M[^M]*/g) ?? []).map((data) => {
    const points: Contour['points'] = []
    for (const [, command, written] of data.matchAll(/([MLQC])([^MLQCZ]*)/g)) {
      const numbers = (written!.match(/-?[\d.]+/g) ?? []).map(Number)
      const [x, y] = points.at(-1) ?? [0, 0]
      const given = Array.from({ length: numbers.length / 2 }, (_, at): [number, number] => [numbers[2 * at]!, numbers[2 * at + 1]!])
      const knots: Contour['points'] = [[x, y], ...given]
      const steps = command === 'Q' || command === 'C' ? ALONG_CURVE : 1
      for (let step = 1; step <= steps; step++)
        points.push(onCurve(command === 'M' || command === 'L' ? knots.slice(-1) : knots, step / steps))
    }
    return { data, points }
  })
}

/** De Casteljau's: a point of a Bézier curve. */
function onCurve(knots: Contour['points'], t: number): [number, number] {
  const [first] = knots
  if (knots.length === 1)
    return first!
  return onCurve(knots.slice(1).map(([x, y], at) => [knots[at]![0] * (1 - t) + x * t, knots[at]![1] * (1 - t) + y * t]), t)
}

/** The points of a contour with the next one. */
const sides = ({ points }: Contour) => points.map((point, at) => [point, points[(at + 1) % points.length]!] as const)

/** Twice the area, with the sign of the direction. */
const area = (contour: Contour) => sides(contour).reduce((sum, [[x, y], [u, v]]) => sum + x * v - u * y, 0)

function contains(contour: Contour, [px, py]: readonly [number, number]): boolean {
  const crossed = sides(contour).filter(([[x, y], [u, v]]) => (y > py) !== (v > py) && px < x + (u - x) * (py - y) / (v - y))
  return crossed.length % 2 === 1
}

function cross(one: Contour, other: Contour): boolean {
  type Point = Contour['points'][number]
  const side = ([x, y]: Point, [u, v]: Point, [p, q]: Point) => (u - x) * (q - y) - (v - y) * (p - x)
  return sides(one).some(([a, b]) => sides(other).some(([c, d]) =>
    side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0))
}

/**
 * Takes a glyph apart where its strokes lie over each other, as those of 和 do: LibreOffice 7.4 leaves a hole there, whatever the rule of
 * filling. Each part keeps the holes that are its own.
 * @param path data of a glyph, as HarfBuzz writes it
 * @returns data of parts that show the glyph together, most often of one
 */
export function apart(path: string): string[] {
  const contours = contoursOf(path).filter(({ points }) => points.length > 2)
  const largest = Math.max(0, ...contours.map(contour => Math.abs(area(contour))))
  const filled = Math.sign(contours.map(area).find(own => Math.abs(own) === largest) ?? 1)
  const strokes = contours.filter(contour => Math.sign(area(contour)) === filled)
  const parts: { strokes: Contour[], data: string }[] = []
  const partOf = new Map<Contour, (typeof parts)[number]>()
  for (const stroke of strokes) {
    let part = parts.find(part => !part.strokes.some(other => cross(stroke, other)))
    if (!part)
      parts.push(part = { strokes: [], data: '' })
    part.strokes.push(stroke)
    part.data += stroke.data
    partOf.set(stroke, part)
  }
  for (const hole of contours.filter(contour => !strokes.includes(contour))) {
    const around = strokes.filter(stroke => contains(stroke, hole.points[0]!))
    const [nearest] = around.sort((one, other) => Math.abs(area(one)) - Math.abs(area(other)))
    const part = nearest && partOf.get(nearest)
    // Whose hole it is does not show: nothing is taken apart.
    if (!part)
      return [path]
    part.data += hole.data
  }
  return parts.length > 1 ? parts.map(({ data }) => data) : [path]
}
