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
