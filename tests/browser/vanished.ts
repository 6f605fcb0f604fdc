import type { Page } from 'playwright-core'

/** What vanished text and marks would show is the paper; antialiasing takes from a thin line's contrast, not from all of it. */
const NEEDED = { text: 4.5, mark: 2 }

/** Runs in the page: one line for each text or mark of the shown slide behind whose place the picture is nearly paper. */
async function vanished({ picture, NEEDED }: { picture: string, NEEDED: { text: number, mark: number } }): Promise<string[]> {
  const image = new Image()
  image.src = `data:image/png;base64,${picture}`
  await image.decode()
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width: image.width, height: image.height })
  const context = canvas.getContext('2d', { willReadFrequently: true })!
  context.drawImage(image, 0, 0)
  // Once for each value: a slide has a million pixels, and marks lie over each other.
  const linear = Float64Array.from({ length: 256 }, (_, channel) => {
    const value = channel / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  const luminance = (at: number, data: Uint8ClampedArray) =>
    0.2126 * linear[data[at]!]! + 0.7152 * linear[data[at + 1]!]! + 0.0722 * linear[data[at + 2]!]!
  const paper = luminance(0, context.getImageData(2, 2, 1, 1).data)
  /** The strongest contrast with the paper in a box. */
  const strongest = ({ left, top, right, bottom }: DOMRect) => {
    const [x, y] = [Math.max(0, Math.floor(left - 1)), Math.max(0, Math.floor(top - 1))]
    const { data } = context.getImageData(
      x,
      y,
      Math.max(1, Math.min(image.width, Math.ceil(right + 1)) - x),
      Math.max(1, Math.min(image.height, Math.ceil(bottom + 1)) - y),
    )
    let best = 1
    for (let at = 0; at < data.length; at += 4) {
      const here = luminance(at, data)
      best = Math.max(best, (Math.max(here, paper) + 0.05) / (Math.min(here, paper) + 0.05))
    }
    return best
  }
  const layout = [...document.querySelectorAll('#slideshow .slidev-layout')].find(element => element.getClientRects().length > 0)!
  return [...layout.querySelectorAll('*')].flatMap((element) => {
    const text = [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
    const isLeaf = element.childElementCount === 0 && !element.matches('br, title, desc, stop, option')
    const box = element.getBoundingClientRect()
    if (
      (!text && !isLeaf)
      || element.closest('.sr-only, defs, clipPath, mask, marker, pattern, .enlarge-button, .mark:not(.university, .company, .state)')
      || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
      || Math.max(box.width, box.height) < 8
    ) {
      return []
    }
    const contrast = strongest(box)
    const what = `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> ${element.textContent.trim().slice(0, 40)}`
    return contrast < (text ? NEEDED.text : NEEDED.mark) ? [`contrast ${contrast.toFixed(2)}: ${what}`] : []
  })
}

/** Texts and marks that vanish on a slide that stands still in a page whose colours the system chooses. */
export async function vanishedInForcedColours(page: Page): Promise<string[]> {
  const picture = (await page.screenshot()).toString('base64')
  return page.evaluate(vanished, { picture, NEEDED })
}
