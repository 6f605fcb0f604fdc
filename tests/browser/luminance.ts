import type { Buffer } from 'node:buffer'
import { PNG } from 'pngjs'

/** A rectangle of a picture; what lies beyond its edges is left out. */
export interface Area { readonly x: number, readonly y: number, readonly width: number, readonly height: number }

/** Of sRGB, 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number]

const linear = Float64Array.from({ length: 256 }, (_, channel) => {
  const value = channel / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
})

/** Relative luminance, WCAG 2.2. */
export function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map(channel => linear[Math.round(channel)]!) as unknown as Colour
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Contrast of two luminances, WCAG 2.2: 1 to 21. */
export function contrast(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
}

/** The colours of an area of a picture, and how many pixels of it have each. */
export function coloursIn(picture: PNG, { x, y, width, height }: Area): Map<Colour, number> {
  const [left, top] = [Math.max(0, Math.floor(x)), Math.max(0, Math.floor(y))]
  const right = Math.min(picture.width, left + Math.max(1, Math.ceil(width)))
  const bottom = Math.min(picture.height, top + Math.max(1, Math.ceil(height)))
  const counts = new Map<number, number>()
  for (let row = top; row < bottom; row++) {
    for (let column = left; column < right; column++) {
      const pixel = picture.data.readUInt32BE((row * picture.width + column) * 4) >>> 8
      counts.set(pixel, (counts.get(pixel) ?? 0) + 1)
    }
  }
  return new Map(Array.from(counts, ([pixel, count]) => [[pixel >> 16, pixel >> 8 & 255, pixel & 255] as const, count]))
}

/** A screenshot, decoded. */
export function decode(screenshot: Buffer): PNG {
  return PNG.sync.read(screenshot)
}
