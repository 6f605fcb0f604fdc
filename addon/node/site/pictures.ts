import type { Buffer } from 'node:buffer'
import sharp from 'sharp'

/** What services show beside a link, in pixels. */
export const SOCIAL = { width: 1200, height: 630 }
/** Pixels of a reading page's picture to a pixel of the slide: it is shown a thousand wide at most, and some screens have more pixels. */
export const READING_SCALE = 1.125

/** Of AVIF; two thousand small dots are heavy, and show less of what is lost. */
const QUALITY = 40
const QUALITY_OF_HEAVY = 28
const HEAVY = 60_000

/**
 * A slide for the reading page, as AVIF, which has a quarter of WebP's bytes where letters are sharp. Colours are as fine as lines:
 * between small dots they would run.
 * @param png the slide, `READING_SCALE` times as large
 */
export async function readingPicture(png: Buffer): Promise<Buffer> {
  const as = (quality: number) => sharp(png).avif({ quality, effort: 2, chromaSubsampling: '4:4:4' }).toBuffer()
  const picture = await as(QUALITY)
  return picture.length > HEAVY ? as(QUALITY_OF_HEAVY) : picture
}

/**
 * A slide for those who are sent a link to it: PNG, since some services take nothing newer, of eight colours. It is narrower than they
 * want it: what stands at its left and right edges goes on.
 * @param png the slide
 */
export async function socialPicture(png: Buffer): Promise<Buffer> {
  const { width, height } = SOCIAL
  const { data, info } = await sharp(png).flatten().resize({ height }).toBuffer({ resolveWithObject: true })
  const missing = width - info.width
  return sharp(data)
    .extend({ left: Math.floor(missing / 2), right: Math.ceil(missing / 2), extendWith: 'copy' })
    .png({ palette: true, colours: 8, dither: 0, effort: 7 })
    .toBuffer()
}

/** A chart exactly as it was drawn: the live one takes its place unseen. */
export async function chartPicture(png: Buffer): Promise<Buffer> {
  return sharp(png).webp({ lossless: true, effort: 2 }).toBuffer()
}
