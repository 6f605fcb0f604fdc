/** A window on the globe, in degrees, drawn true to scale at its middle latitude. */
export interface MapWindow {
  readonly west: number
  readonly east: number
  readonly south: number
  readonly north: number
  /** Slide pixels. */
  readonly height: number
}

/** Width in slide pixels that the window takes at its height. */
export function mapWidth({ west, east, south, north, height }: MapWindow): number {
  return (east - west) * Math.cos((south + north) / 2 * Math.PI / 180) * height / (north - south)
}

/** Equirectangular projection: longitude and latitude to slide pixels from the window's north-west corner. */
export function project(
  window: MapWindow,
  { longitude, latitude }: { longitude: number, latitude: number },
): readonly [x: number, y: number] {
  const { west, east, south, north, height } = window
  return [
    (longitude - west) / (east - west) * mapWidth(window),
    (north - latitude) / (north - south) * height,
  ]
}
