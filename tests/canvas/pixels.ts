import type { Page } from 'playwright-core'

/** What is drawn on a page: areas of one colour, each as its box, and whether anything stands outside of a box. Slide pixels. */
export interface Drawn {
  /** Connected areas, each with its left, upper, right and lower edge and its size. */
  areas: { left: number, top: number, right: number, bottom: number, size: number }[]
  /** How many pixels of another colour than the paper stand outside of the box. */
  outside: number
  /** The lowest pixel of any colour but the paper's. */
  lowest: number
}

/** A picture of a part of the page. A busy Chromium has none now and then, whatever the page is like, and has it at the next try. */
async function pictureOf(page: Page, clip: { x: number, y: number, width: number, height: number }) {
  try {
    return await page.screenshot({ clip })
  }
  catch (error) {
    if (!String(error).includes('Unable to capture screenshot'))
      throw error
    return page.screenshot({ clip })
  }
}

/**
 * Takes a picture of the page, which shows white paper, and reads it: areas of `colour` (red, green, blue; what is paler, such as a
 * fading stroke, does not belong to them), and whether anything stands outside of the box. `scale` is device pixels for each of the page's.
 */
export async function readPixels(
  page: Page,
  colour: readonly number[],
  box: { x: number, y: number, width: number, height: number },
  scale: number,
): Promise<Drawn> {
  const right = box.x + box.width
  const bottom = box.y + box.height
  const picture = (await pictureOf(page, { x: 0, y: 0, width: right + box.x, height: bottom + box.y })).toString('base64')
  return page.evaluate(async ({ picture, colour, box, right, bottom, scale }) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob())
    const { width, height } = image
    const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })!
    context.drawImage(image, 0, 0)
    const { data } = context.getImageData(0, 0, width, height)
    const [red, green, blue] = colour as [number, number, number]
    /** What is still to be counted, for each pixel of the colour. */
    const left = new Uint8Array(width * height)
    let outside = 0
    let lowest = 0
    for (let pixel = 0; pixel < left.length; pixel++) {
      const [r, g, b] = [data[pixel * 4]!, data[pixel * 4 + 1]!, data[pixel * 4 + 2]!]
      if (r > 250 && g > 250 && b > 250)
        continue
      const x = pixel % width / scale
      const y = Math.floor(pixel / width) / scale
      lowest = Math.max(lowest, y)
      if (x < box.x - 1 || y < box.y - 1 || x > right || y > bottom)
        outside++
      if (Math.abs(r - red) < 48 && Math.abs(g - green) < 48 && Math.abs(b - blue) < 48)
        left[pixel] = 1
    }
    const areas = []
    const stack = new Int32Array(left.length)
    for (let start = 0; start < left.length; start++) {
      if (!left[start])
        continue
      const area = { left: width, top: height, right: 0, bottom: 0, size: 0 }
      let open = 0
      const visit = (pixel: number) => {
        if (left[pixel]) {
          left[pixel] = 0
          stack[open++] = pixel
        }
      }
      visit(start)
      while (open > 0) {
        const pixel = stack[--open]!
        const [column, row] = [pixel % width, Math.floor(pixel / width)]
        area.left = Math.min(area.left, column)
        area.right = Math.max(area.right, column + 1)
        area.top = Math.min(area.top, row)
        area.bottom = Math.max(area.bottom, row + 1)
        area.size++
        // The paper around the box ends every line.
        visit(pixel - 1)
        visit(pixel + 1)
        visit(pixel - width)
        visit(pixel + width)
      }
      // A pixel or two are the edge of something.
      if (area.size > 2) {
        areas.push({
          left: area.left / scale,
          top: area.top / scale,
          right: area.right / scale,
          bottom: area.bottom / scale,
          size: area.size / scale / scale,
        })
      }
    }
    return { areas, outside, lowest }
  }, { picture, colour: [...colour], box, right, bottom, scale })
}
