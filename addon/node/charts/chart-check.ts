import type { Page } from 'playwright-core'
import type { ChartFrame } from './chart-frame'
import { Buffer } from 'node:buffer'
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { openPdf, pageText, PIXELS_PER_POINT, withoutSpaces } from '../print/pdf-read'

const IMAGES = new Set([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
  OPS.paintImageXObjectRepeat,
  OPS.paintImageMaskXObjectRepeat,
  OPS.paintImageMaskXObjectGroup,
  OPS.paintInlineImageXObjectGroup,
])
/** Share of a picture that must differ from its ground. The emptiest exhibit is a line or two of text. */
const LEAST_DRAWN = 0.002
/** What pictures of less ink than this many times another's have lost something that the other shows. */
const TOLERANCE = 2

/** Complaints about the PDF of a chart: not one page of its size, bitmaps in it, title or source line missing. */
export async function pdfProblems(bytes: Uint8Array, { width, height, headline, sourceLine }: ChartFrame): Promise<string[]> {
  const document = await openPdf(bytes)
  try {
    const page = await document.getPage(1)
    const text = withoutSpaces(await pageText(page))
    const { fnArray } = await page.getOperatorList()
    const view = page.getViewport({ scale: PIXELS_PER_POINT })
    const size = [view.width, view.height].map(Math.round)
    return [
      document.numPages !== 1 && `the PDF has ${document.numPages} pages`,
      (Math.abs(size[0]! - width) > 1 || Math.abs(size[1]! - height) > 1)
      && `the PDF measures ${size.join(' x ')} instead of ${width} x ${height}`,
      fnArray.some(operation => IMAGES.has(operation)) && 'the PDF has a bitmap in it',
      !text.includes(withoutSpaces(headline)) && `the PDF lacks the title "${headline}"`,
      !text.includes(withoutSpaces(sourceLine)) && `the PDF lacks the source line "${sourceLine}"`,
    ].filter(problem => problem !== false)
  }
  finally {
    await document.destroy()
  }
}

/** The share of a picture that differs from its upper left corner, and its size; the picture is drawn in a page of its own. */
async function drawnShare(
  page: Page,
  type: string,
  bytes: Uint8Array,
): Promise<{ share: number, width: number, height: number } | undefined> {
  return page.evaluate(async (url) => {
    const image = new Image()
    image.src = url
    if (!await image.decode().then(() => true, () => false))
      return undefined
    const canvas = document.createElement('canvas')
    Object.assign(canvas, { width: image.naturalWidth, height: image.naturalHeight })
    const context = canvas.getContext('2d')!
    context.drawImage(image, 0, 0)
    const pixels = new Uint32Array(context.getImageData(0, 0, canvas.width, canvas.height).data.buffer)
    return { share: pixels.filter(pixel => pixel !== pixels[0]).length / pixels.length, width: canvas.width, height: canvas.height }
  }, `data:${type};base64,${Buffer.from(bytes).toString('base64')}`)
}

/** Complaints about the picture of a chart: unreadable, of another size, blank. */
export async function pngProblems(page: Page, bytes: Uint8Array, { width, height }: ChartFrame, scale: number): Promise<string[]> {
  const found = await drawnShare(page, 'image/png', bytes)
  if (!found)
    return ['the PNG cannot be read']
  return [
    (found.width !== width * scale || found.height !== height * scale)
    && `the PNG measures ${found.width} x ${found.height} instead of ${width * scale} x ${height * scale}`,
    found.share < LEAST_DRAWN && 'the PNG is blank',
  ].filter(problem => problem !== false)
}

/**
 * Complaints about the SVG of a chart: not well-formed, not standing alone, words missing, blank or with much less on it than the PNG.
 * @param page a blank one
 * @param drawn the drawing with its words as text, and as the file has them
 * @param drawn.worded the former
 * @param drawn.svg the latter
 * @param png the picture of the same
 * @param frame what must be on it
 * @param frame.headline its title
 * @param frame.sourceLine its source
 */
export async function svgProblems(
  page: Page,
  { worded, svg }: { worded: string, svg: string },
  png: Uint8Array,
  { headline, sourceLine }: ChartFrame,
): Promise<string[]> {
  const parsed = await page.evaluate((svg) => {
    const document = new DOMParser().parseFromString(svg, 'image/svg+xml')
    const error = document.querySelector('parsererror')?.textContent
    return {
      error,
      title: document.querySelector('svg > title')?.textContent,
      foreign: document.querySelector('image, foreignObject, [class]')?.localName,
    }
  }, svg)
  const said = Array.from(worded.matchAll(/<text [^>]*>([^<]*)</g), ([, text]) => text!).join('').replaceAll('&nbsp;', ' ').replaceAll('&amp;', '&')
  if (parsed.error)
    return [`the SVG is not well-formed: ${parsed.error}`]
  const [own, shown] = [await drawnShare(page, 'image/svg+xml', Buffer.from(svg)), await drawnShare(page, 'image/png', png)]
  const words = withoutSpaces(said)
  return [
    !parsed.title && 'the SVG has no title element',
    parsed.foreign && `the SVG holds a ${parsed.foreign} that other programs do not show`,
    /var\(--|(?:href="|url\()[^#"]/.test(svg) && 'the SVG refers to what is not in it',
    !words.includes(withoutSpaces(headline)) && `the SVG lacks the title "${headline}"`,
    !words.includes(withoutSpaces(sourceLine)) && `the SVG lacks the source line "${sourceLine}"`,
    (!own || own.share < LEAST_DRAWN) && 'the SVG is blank when it is opened by itself',
    own && shown && own.share * TOLERANCE < shown.share && 'the SVG shows much less than the PNG',
  ].filter(problem => typeof problem === 'string')
}
