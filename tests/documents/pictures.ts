import type { Buffer } from 'node:buffer'
import { readFile } from 'node:fs/promises'
import { PNG } from 'pngjs'

/** Side of the squares in which pictures of twice the slide's size are compared, in pixels: programs smooth edges in their own way. */
const SQUARE = 8
/** Grey values by which a square may differ: text with and without hints does so by 52, a mark that is missing by 100 and more. */
export const NOTICEABLE = 72

type Picture = Pick<PNG, 'width' | 'height' | 'data'>

export const readPicture = (bytes: Buffer): Picture => PNG.sync.read(bytes)
export const pictureOf = async (file: string): Promise<Picture> => readPicture(await readFile(file))

/** Grey values of squares, over the part that both pictures have. */
function squares({ width, data }: Picture, across: number, down: number): Float64Array {
  const values = new Float64Array(across * down * 3)
  for (let y = 0; y < down * SQUARE; y++) {
    for (let x = 0; x < across * SQUARE; x++) {
      const [from, to] = [4 * (y * width + x), 3 * (Math.floor(y / SQUARE) * across + Math.floor(x / SQUARE))]
      for (let channel = 0; channel < 3; channel++)
        values[to + channel]! += data[from + channel]! / SQUARE ** 2
    }
  }
  return values
}

/**
 * Where a picture is noticeably another than it should be.
 * @param shown the picture of another program, as large as the other one to a pixel or two
 * @param expected ours
 * @returns squares as "x,y: by how much"; none where both show the same
 */
export function differences(shown: Picture, expected: Picture): string[] {
  if (Math.abs(shown.width - expected.width) > 2 || Math.abs(shown.height - expected.height) > 2)
    return [`it measures ${shown.width} x ${shown.height} instead of ${expected.width} x ${expected.height}`]
  const across = Math.floor(Math.min(shown.width, expected.width) / SQUARE)
  const down = Math.floor(Math.min(shown.height, expected.height) / SQUARE)
  const [own, other] = [squares(shown, across, down), squares(expected, across, down)]
  const found = new Map<string, number>()
  own.forEach((value, index) => {
    const by = Math.abs(value - other[index]!)
    const square = Math.floor(index / 3)
    const name = `${square % across * SQUARE},${Math.floor(square / across) * SQUARE}`
    if (by > NOTICEABLE)
      found.set(name, Math.max(by, found.get(name) ?? 0))
  })
  return Array.from(found, ([name, by]) => `${name}: ${Math.round(by)}`)
}

/** Slide pixels by which a mark may stand elsewhere. */
export const MOVED = 2
/** Grey values by which a mark may be paler or darker at twice the slide's size: edges of text and of fades are by 31. Paler marks pass. */
export const PALER = 40
/** The same in Chinese, whose serif has strokes as thin as a hair: those are by 58, as a program sets them on one pixel or on two. */
export const PALER_HAN = 64

/** Of each pixel the lowest and the highest value of all around it, in two steps: across, then down. */
function around(values: Uint8Array, width: number, height: number, reach: number): { low: Uint8Array, high: Uint8Array } {
  let [low, high] = [values, values]
  for (const [step, span, length] of [[1, width, height], [width, height, width]] as const) {
    const [lower, higher] = [new Uint8Array(values.length), new Uint8Array(values.length)]
    const next = step === 1 ? width : 1
    for (let line = 0; line < length; line++) {
      for (let at = 0; at < span; at++) {
        const place = line * next + at * step
        let [least, most] = [255, 0]
        for (let near = Math.max(0, at - reach), end = Math.min(span - 1, at + reach); near <= end; near++) {
          const other = line * next + near * step
          if (low[other]! < least)
            least = low[other]!
          if (high[other]! > most)
            most = high[other]!
        }
        lower[place] = least
        higher[place] = most
      }
    }
    low = lower
    high = higher
  }
  return { low, high }
}

/** How light a picture is, pixel by pixel, cut to a size. */
function lightness({ width, data }: Picture, across: number, down: number): Uint8Array {
  const grey = new Uint8Array(across * down)
  for (let y = 0; y < down; y++) {
    for (let x = 0; x < across; x++) {
      const at = 4 * (y * width + x)
      grey[y * across + x] = Math.round(0.3 * data[at]! + 0.59 * data[at + 1]! + 0.11 * data[at + 2]!)
    }
  }
  return grey
}

/**
 * How far marks of one picture have none like them near the same place in another one, and the other way round: what is missing, what has
 * moved, what ends otherwise.
 * @param shown the picture of another program, as large as the other one to a pixel or two
 * @param expected ours
 * @param scale of both, in pixels to a slide pixel
 * @returns the largest difference in grey values, and where
 */
export function worstMark(shown: Picture, expected: Picture, scale: number): { by: number, at: string } {
  if (Math.abs(shown.width - expected.width) > 2 || Math.abs(shown.height - expected.height) > 2)
    return { by: 255, at: `all: it measures ${shown.width} x ${shown.height} instead of ${expected.width} x ${expected.height}` }
  const [across, down] = [Math.min(shown.width, expected.width), Math.min(shown.height, expected.height)]
  let worst = { by: 0, at: '' }
  const [own, other] = [lightness(shown, across, down), lightness(expected, across, down)]
  for (const [marks, near] of [[own, other], [other, own]] as const) {
    const { low, high } = around(near, across, down, Math.round(MOVED * scale))
    for (let pixel = 0; pixel < marks.length; pixel++) {
      const by = Math.max(low[pixel]! - marks[pixel]!, marks[pixel]! - high[pixel]!)
      if (by > worst.by)
        worst = { by, at: `${Math.round(pixel % across / scale)},${Math.round(Math.floor(pixel / across) / scale)}` }
    }
  }
  return worst
}
