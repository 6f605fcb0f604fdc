import type { Box } from './boxes'
import type { MapWindow } from './map-projection'
import { mapWindow } from '../data/coordinates'
import { firstFree } from './boxes'
import { mapWidth, project } from './map-projection'
import { advance } from './text'

/** A place on the globe with the name that stands beside it. */
export interface NamedPlace {
  readonly id: string
  readonly name: string
  readonly latitude: number
  readonly longitude: number
}

/** Where a name stands from its mark: baseline and end, slide pixels. */
export interface Aside {
  readonly dx: number
  readonly dy: number
  readonly anchor: 'start' | 'end'
  /** How far the way to it bends, as a share of its length, seen from home to the right. */
  readonly bend?: number
}

/** A place on the map. */
export interface PlacedPlace extends Omit<Aside, 'bend'> {
  readonly id: string
  readonly at: Point
  readonly radius: number
  /** Around its name. */
  readonly box: Box
  /** From the mark to a name that stands away from it. */
  readonly leader?: readonly [from: Point, to: Point]
  /** The way from home, as a path; none where the mark touches that of home. */
  readonly route?: string
  /** No place for its name was free: it covers something. */
  readonly crowded: boolean
}

/** A map that shows all of its places. Lengths in slide pixels. */
export interface MapLayout {
  readonly width: number
  readonly height: number
  readonly places: readonly PlacedPlace[]
  /** Where the north-west corner of `mapWindow` lies, and how long a degree is, to the east and to the south. */
  readonly land: { readonly at: Point, readonly degree: Point }
}

type Point = readonly [x: number, y: number]

/** Nothing stands closer to the edge than this, and a window that grows grows by that. */
const EDGE = 2
const MARGIN = 6
/** Radii: of a mark, of one that lies within home's ring, and of that ring. */
const MARK = 7
const INNER_MARK = 4
export const HOME_MARK = 13
/** Sizes of names. */
const SIZE = 22
const HOME_SIZE = 28
/** Room for names to the right of the map. */
const BESIDE = 20
/** A name whose end is further from its mark has a line to it, which leaves so much free at either end. */
const FAR = 24
const LEADER_GAP = 5
/** How far a route usually bends, and how closely names look where it runs. */
const BEND = 0.1
const ROUTE_STEP = 6

/** Where names go that nobody placed by hand: beside the mark, or a little over or under it; further away they would seem another's. */
const AROUND: readonly Aside[] = [7, -8, 22].flatMap((dy): Aside[] => [{ dx: 14, dy, anchor: 'start' }, { dx: -14, dy, anchor: 'end' }])

/** A window that holds all places, at most so large. */
function windowOf(places: readonly NamedPlace[], largest: { width: number, height: number }): MapWindow {
  const latitudes = places.map(({ latitude }) => latitude)
  const longitudes = places.map(({ longitude }) => longitude)
  const low = (usual: number, values: number[], end: number) =>
    Math.min(...values) < usual + EDGE ? Math.max(end, Math.min(...values) - MARGIN) : usual
  const high = (usual: number, values: number[], end: number) =>
    Math.max(...values) > usual - EDGE ? Math.min(end, Math.max(...values) + MARGIN) : usual
  const window = {
    west: low(mapWindow.west, longitudes, -180),
    east: high(mapWindow.east, longitudes, 180),
    south: low(mapWindow.south, latitudes, -90),
    north: high(mapWindow.north, latitudes, 90),
    height: largest.height,
  }
  return { ...window, height: Math.min(largest.height, largest.height * largest.width / mapWidth(window)) }
}

/** The rectangle of a name. */
function nameBox([x, y]: Point, { dx, dy, anchor }: Aside, name: string, size: number): Box {
  const width = advance(name, size) + 4
  const left = x + dx - (anchor === 'end' ? width - 2 : 2)
  return { left, top: y + dy - 0.8 * size, right: left + width, bottom: y + dy + 0.25 * size }
}

/** A curve between two points, and points along it. */
function routeOf([x, y]: Point, [toX, toY]: Point, bend = BEND): { path: string, points: Point[] } {
  const [alongX, alongY] = [toX - x, toY - y]
  const [controlX, controlY] = [x + alongX / 2 - alongY * bend, y + alongY / 2 + alongX * bend]
  const steps = Math.ceil(Math.hypot(alongX, alongY) / ROUTE_STEP)
  const points = Array.from({ length: steps + 1 }, (_, index): Point => {
    const share = index / Math.max(1, steps)
    const mix = (from: number, control: number, to: number) =>
      (1 - share) ** 2 * from + 2 * share * (1 - share) * control + share ** 2 * to
    return [mix(x, controlX, toX), mix(y, controlY, toY)]
  })
  return { path: `M${x} ${y}Q${controlX} ${controlY} ${toX} ${toY}`, points }
}

/** A line from a mark to the near end of its name, where that stands away. */
function leaderOf([x, y]: Point, { dx, dy, anchor }: Aside, radius: number, size: number): PlacedPlace['leader'] {
  const end: Point = [x + dx + (anchor === 'start' ? -LEADER_GAP : LEADER_GAP), y + dy - size / 3]
  const length = Math.hypot(end[0] - x, end[1] - y)
  if (length < FAR + radius)
    return undefined
  return [[x + (end[0] - x) * radius / length, y + (end[1] - y) * radius / length], end]
}

const around = ([x, y]: Point, radius: number): Box => ({ left: x - radius, top: y - radius, right: x + radius, bottom: y + radius })

/**
 * Places at true longitude and latitude, each with its name where it covers neither another name nor a mark, nor a route if it can.
 * @param places with their names; coordinates within ±90 and ±180 degrees
 * @param home id of the place with the larger mark, from which routes lead to the others
 * @param byHand where names go if nothing stands there, and how their routes bend; other places find one for themselves
 * @param largest size of the map
 * @param largest.width slide pixels
 * @param largest.height slide pixels
 */
export function mapLayout(
  places: readonly NamedPlace[],
  home: string,
  byHand: Readonly<Record<string, Aside | undefined>>,
  largest: { width: number, height: number },
): MapLayout {
  const window = windowOf(places, largest)
  const width = mapWidth(window)
  const outer = { left: 0, top: 0, right: width + BESIDE, bottom: window.height }
  const start = places.find(({ id }) => id === home)
  const homeAt = start && project(window, start)
  const located = places.map((place) => {
    const at = project(window, place)
    const isInner = homeAt !== undefined && Math.hypot(at[0] - homeAt[0], at[1] - homeAt[1]) < HOME_MARK
    const radius = place.id === home ? HOME_MARK : isInner ? INNER_MARK : MARK
    const route = homeAt && !isInner ? routeOf(homeAt, at, byHand[place.id]?.bend) : undefined
    return { ...place, at, radius, size: place.id === home ? HOME_SIZE : SIZE, route }
  })
  const marks = located.map(({ at, radius }) => around(at, radius))
  const routes = located.flatMap(({ route }) => route?.points.map(point => around(point, 2)) ?? [])
  const names: Box[] = []
  const place = ({ id, name, at, radius, size, route }: (typeof located)[number]): PlacedPlace => {
    const own = byHand[id]
    const candidates = own ? [own, ...AROUND] : AROUND
    const boxes = (aside: Aside) => [nameBox(at, aside, name, size)]
    const taken = [...marks, ...names]
    const free = firstFree(candidates, boxes, [...taken, ...routes], outer) ?? firstFree(candidates, boxes, taken, outer)
    const aside = free ?? candidates[0]!
    const box = nameBox(at, aside, name, size)
    names.push(box)
    const { dx, dy, anchor } = aside
    const leader = leaderOf(at, aside, radius, size)
    return { id, at, radius, dx, dy, anchor, box, leader, route: route?.path, crowded: free === undefined }
  }
  // Those placed by hand come first, so that the others make room for them.
  const placed = new Map(
    [...located.filter(({ id }) => byHand[id]), ...located.filter(({ id }) => !byHand[id])].map(city => [city.id, place(city)]),
  )
  return {
    width,
    height: window.height,
    places: places.map(({ id }) => placed.get(id)!),
    land: {
      at: project(window, { longitude: mapWindow.west, latitude: mapWindow.north }),
      degree: [width / (window.east - window.west), window.height / (window.north - window.south)],
    },
  }
}
