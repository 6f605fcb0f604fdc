import type { Buffer } from 'node:buffer'
import sharp from 'sharp'

/** What services show beside a link, in pixels. */
export const SOCIAL = { width: 1200, height: 630 }
/** Pixels of a reading page's picture to a pixel of the slide: it is shown a thousand wide at most, and some screens have more pixels. */
export const READING_SCALE = 1.0625

/** Colours of a page of words: paper, ink, and two for the edges of letters. */
const WITHOUT_HUES = 4
/** How far apart red, green and blue are in what has a hue, of 255: paper and ink are nearly grey. */
const HUE = 48
/** Pixels that have one by chance. */
const FEW = 20

/** Whether a slide is words alone: no colour on it says anything. Its pictures then need fewer. */
export async function isWithoutHues(png: Buffer): Promise<boolean> {
  const pixels = await sharp(png).flatten().toColourspace('srgb').raw().toBuffer()
  let hues = 0
  for (let at = 0; at < pixels.length && hues <= FEW; at += 3) {
    const [red, green, blue] = [pixels[at]!, pixels[at + 1]!, pixels[at + 2]!]
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > HUE)
      hues++
  }
  return hues <= FEW
}

/**
 * A slide for the reading page, as WebP without loss of the few colours that a slide has: letters stay sharp, and it takes a sixth of
 * AVIF's time and two thirds of its bytes. What fades out, such as an open end, has a step for each colour.
 * @param png the slide, `READING_SCALE` times as large
 * @param isPlain whether it is words alone, where somebody has asked already
 */
export async function readingPicture(png: Buffer, isPlain = isWithoutHues(png)): Promise<Buffer> {
  const few = await isPlain ? { colours: WITHOUT_HUES } : { quality: 90 }
  const picture = await sharp(png).flatten().png({ palette: true, dither: 0, effort: 1, compressionLevel: 1, ...few }).toBuffer()
  return sharp(picture).webp({ lossless: true, effort: 4 }).toBuffer()
}

/**
 * A slide for those who are sent a link to it: PNG, since some services take nothing newer, of sixteen colours, or of four where it is
 * words alone. It is narrower than they want it: what stands at its left and right edges goes on.
 * @param png the slide
 * @param isPlain whether it is words alone, where somebody has asked already
 */
export async function socialPicture(png: Buffer, isPlain = isWithoutHues(png)): Promise<Buffer> {
  const { width, height } = SOCIAL
  const { data, info } = await sharp(png).flatten().resize({ height }).toBuffer({ resolveWithObject: true })
  const missing = width - info.width
  return sharp(data)
    .extend({ left: Math.floor(missing / 2), right: Math.ceil(missing / 2), extendWith: 'copy' })
    .png({ palette: true, colours: await isPlain ? WITHOUT_HUES : 16, dither: 0, effort: 7 })
    .toBuffer()
}

/** A chart exactly as it was drawn: the live one takes its place unseen. */
export async function chartPicture(png: Buffer): Promise<Buffer> {
  return sharp(png).webp({ lossless: true, effort: 2 }).toBuffer()
}
