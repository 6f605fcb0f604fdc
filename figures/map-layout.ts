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
}

/** A place on the map. */
export interface PlacedPlace extends Aside {
  readonly id: string
  readonly at: readonly [x: number, y: number]
  /** Behind its name. */
  readonly patch: Box
  /** No place for its name was free: it covers something. */
  readonly crowded: boolean
}

/** A map that shows all of its places. Lengths in slide pixels. */
export interface MapLayout {
  readonly width: number
  readonly height: number
  readonly places: readonly PlacedPlace[]
  readonly parallels: readonly number[]
  readonly meridians: readonly number[]
}

/** Nothing stands closer to the edge than this, and a window that grows grows by that. */
const EDGE = 2
const MARGIN = 6
const MARK = 10
const HOME_MARK = 14
const SIZE = 18
/** Room for names to the left and right of the map. */
const BESIDE = 72

/** Where names go that nobody placed by hand: beside the mark, or a little over or under it; further away they would seem another's. */
const AROUND: readonly Aside[] = [6, -8, 20].flatMap((dy): Aside[] => [{ dx: 14, dy, anchor: 'start' }, { dx: -14, dy, anchor: 'end' }])

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

/** Multiples of ten degrees, or of twenty or thirty where these would crowd. */
function gridLines(from: number, to: number): number[] {
  const step = [10, 20, 30].find(step => (to - from) / step <= 7) ?? 60
  const first = Math.ceil(from / step) * step
  return Array.from({ length: Math.max(0, Math.floor((to - first) / step) + 1) }, (_, index) => first + index * step)
}

/** The rectangle of a name set at label size. */
function patchOf([x, y]: readonly [number, number], { dx, dy, anchor }: Aside, name: string): Box {
  const width = advance(name, SIZE) + 4
  const left = x + dx - (anchor === 'end' ? width - 2 : 2)
  return { left, top: y + dy - 15, right: left + width, bottom: y + dy + 4 }
}

/**
 * Places at true longitude and latitude, each with its name where it covers neither another name nor a mark.
 * @param places with their names; coordinates within ±90 and ±180 degrees
 * @param home id of the place with the larger mark
 * @param byHand where names go if nothing stands there; other places find one for themselves
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
  const outer = { left: -BESIDE, top: 0, right: width + BESIDE, bottom: window.height }
  const located = places.map(place => ({ ...place, at: project(window, place) }))
  const marks = located.map(({ id, at: [x, y] }) => {
    const radius = id === home ? HOME_MARK : MARK
    return { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius }
  })
  const names: Box[] = []
  const place = ({ id, name, at }: (typeof located)[number]): PlacedPlace => {
    const own = byHand[id]
    const candidates = own ? [own, ...AROUND] : AROUND
    const free = firstFree(candidates, aside => [patchOf(at, aside, name)], [...marks, ...names], outer)
    const aside = free ?? candidates[0]!
    const patch = patchOf(at, aside, name)
    names.push(patch)
    return { id, at, ...aside, patch, crowded: free === undefined }
  }
  // Those placed by hand come first, so that the others make room for them.
  const placed = new Map(
    [...located.filter(({ id }) => byHand[id]), ...located.filter(({ id }) => !byHand[id])].map(city => [city.id, place(city)]),
  )
  return {
    width,
    height: window.height,
    places: places.map(({ id }) => placed.get(id)!),
    parallels: gridLines(window.south, window.north).map(latitude => project(window, { longitude: window.west, latitude })[1]),
    meridians: gridLines(window.west, window.east).map(longitude => project(window, { longitude, latitude: window.north })[0]),
  }
}
