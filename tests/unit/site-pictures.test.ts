import { Buffer } from 'node:buffer'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { readingPicture, SOCIAL, socialPicture } from '../../addon/node/site/pictures'

/** A slide on warm paper: letters and a rule, and on demand a bar that fades out into the paper. */
async function slide(bar = ''): Promise<Buffer> {
  return sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="720">
    <defs><linearGradient id="fade"><stop stop-color="#b93a1c"/><stop offset="1" stop-color="#fbf8f1"/></linearGradient></defs>
    <rect width="1280" height="720" fill="#fbf8f1"/>
    <g fill="#1d1b17"><circle cx="200" cy="150" r="90"/><rect x="64" y="300" width="1152" height="1"/></g>
    <circle cx="500" cy="150" r="60" fill="#6d675c"/>${bar}</svg>`)).png().toBuffer()
}

/** Red, green and blue at a place. */
async function colourAt(picture: Buffer, x: number, y: number): Promise<number[]> {
  const pixel = await sharp(picture).flatten().extract({ left: x, top: y, width: 1, height: 1 }).raw().toBuffer()
  return [...pixel.subarray(0, 3)]
}

async function colours(picture: Buffer): Promise<Set<number>> {
  const pixels = await sharp(picture).flatten().raw().toBuffer()
  return new Set(Array.from({ length: pixels.length / 3 }, (_, index) => pixels.readUIntBE(index * 3, 3)))
}

const near = (expected: number[], found: number[]) => Math.max(...expected.map((value, index) => Math.abs(value - found[index]!)))
const BAR = '<rect x="64" y="400" width="1100" height="80" fill="url(#fade)"/>'

describe('pictures of slides', () => {
  it('have four colours where a slide is words alone, among them its paper and its ink', async () => {
    for (const make of [readingPicture, socialPicture]) {
      const picture = await make(await slide())
      expect((await colours(picture)).size).toBeLessThanOrEqual(4)
      expect(near([0xFB, 0xF8, 0xF1], await colourAt(picture, 40, 40))).toBeLessThan(4)
    }
    expect(near([0x1D, 0x1B, 0x17], await colourAt(await readingPicture(await slide()), 200, 150))).toBeLessThan(4)
  })

  it('keep the colours that say something, and fade in steps that nobody takes for a bar\'s end', async () => {
    const picture = await readingPicture(await slide(BAR))
    expect(near([0xB9, 0x3A, 0x1C], await colourAt(picture, 70, 440))).toBeLessThan(12)
    const along = await Promise.all(Array.from({ length: 45 }, (_, index) => colourAt(picture, 70 + index * 24, 440)))
    expect(new Set(along.map(String)).size).toBeGreaterThan(5)
    expect(near([0xB9, 0x3A, 0x1C], await colourAt(await socialPicture(await slide(BAR)), 110, 385))).toBeLessThan(24)
  })

  it('are as large as who shows them wants them', async () => {
    const sizeOf = async (picture: Buffer) => {
      const { format, width, height } = await sharp(picture).metadata()
      return { format, width, height }
    }
    expect(await sizeOf(await readingPicture(await slide()))).toEqual({ format: 'webp', width: 1280, height: 720 })
    expect(await sizeOf(await socialPicture(await slide()))).toEqual({ format: 'png', ...SOCIAL })
  })
})
