import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { geoEquirectangular, geoPath } from 'd3-geo'
import { feature } from 'topojson-client'
import { presimplify, simplify, sphericalTriangleArea } from 'topojson-simplify'

/** A stretch of the globe, in degrees. */
interface Window { readonly west: number, readonly east: number, readonly south: number, readonly north: number }
type Ring = readonly (readonly [x: number, y: number])[]
type Land = Parameters<typeof simplify>[0]

/** Fine enough for a map that fills half a slide, where it is half a pixel. */
const UNITS_PER_DEGREE = 20
/** What is smaller is left out: corners of a coast, in steradians, and islands, in squares of a unit. */
const LEAST_CORNER = 1e-5
const LEAST_ISLAND = 12
const LONGEST_LINE = 130

function areaOf(ring: Ring): number {
  const twice = ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length]!
    return sum + x * nextY - nextX * y
  }, 0)
  return Math.abs(twice / 2)
}

/** The land within a window, as rings in whole units from its north-west corner. */
function ringsIn({ west, east, south, north }: Window): Ring[] {
  const file = createRequire(import.meta.url).resolve('world-atlas/land-50m.json')
  const whole = JSON.parse(readFileSync(file, 'utf8')) as Land
  const land = simplify(presimplify(whole, sphericalTriangleArea), LEAST_CORNER)
  const projection = geoEquirectangular()
    .scale(UNITS_PER_DEGREE * 180 / Math.PI)
    .rotate([-west, 0])
    .translate([0, north * UNITS_PER_DEGREE])
    .clipExtent([[0, 0], [(east - west) * UNITS_PER_DEGREE, (north - south) * UNITS_PER_DEGREE]])
    .precision(0)
  const rings: [number, number][][] = []
  const add = (x: number, y: number) => {
    const [lastX, lastY] = rings.at(-1)!.at(-1) ?? []
    if (Math.round(x) !== lastX || Math.round(y) !== lastY)
      rings.at(-1)!.push([Math.round(x), Math.round(y)])
  }
  geoPath(projection, {
    beginPath: () => {},
    moveTo: (x, y) => {
      rings.push([])
      add(x, y)
    },
    lineTo: add,
    closePath: () => {},
    arc: () => {},
  })(feature(land, land.objects.land!))
  return rings.filter(ring => ring.length > 2 && areaOf(ring) >= LEAST_ISLAND)
}

/** A ring as an SVG path, each corner by its way from the last one. */
function pathOf([start, ...rest]: Ring): string {
  const [startX, startY] = start!
  let [x, y] = [startX, startY]
  const ways = rest.map(([nextX, nextY]) => {
    const way = `${nextX - x} ${nextY - y}`
    ;[x, y] = [nextX, nextY]
    return way
  })
  return `M${startX} ${startY}l${ways.join(' ').replaceAll(' -', '-')}z`
}

/** Breaks a path at its spaces. */
function linesOf(path: string): string[] {
  return path.match(new RegExp(`.{1,${LONGEST_LINE}}(?: |$)`, 'g'))!.map(line => line.trimEnd())
}

/**
 * The file `data/coastline.ts` for a window: land of Natural Earth, cut to it and simplified. `tests/unit/coastline.test.ts` writes it.
 */
export function coastlineFile(window: Window): string {
  const lines = linesOf(ringsIn(window).map(pathOf).join('')).map(line => `  '${line}',`)
  return `/*
 * Made by \`npx vitest run --project unit tests/unit/coastline.test.ts -u\` out of Natural Earth's land (1:50 million), by the package
 * world-atlas: cut to \`mapWindow\` and simplified. Coasts only; it knows no borders.
 */

/** Not from the article. */
export const coastlineSource = { name: 'Natural Earth', url: 'https://www.naturalearthdata.com/', licence: 'public domain' } as const

/** What the paths count from \`mapWindow\`'s north-west corner, to the east and to the south. */
export const coastlineUnitsPerDegree = ${UNITS_PER_DEGREE}

/** Land within \`mapWindow\`, as the path of an SVG. */
export const coastline = [
${lines.join('\n')}
].join(' ')
`
}
