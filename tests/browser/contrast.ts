import type { Page } from 'playwright-core'
import type { Area, Colour } from './luminance'
import { coloursIn, contrast, decode, luminance } from './luminance'

/** WCAG 2.2, 1.4.3: ordinary text, and text of 24 px or 18.66 px bold. */
const AA = 4.5
const AA_LARGE = 3
/** A line or a neighbour's edge may touch a box of text; more than this share of its pixels may not be too close in colour. */
const SHARE = 0.1

interface Sample {
  selector: string
  text: string
  color: [red: number, green: number, blue: number, alpha: number]
  box: Area
  needed: number
}

/**
 * Decides on pixels what axe leaves undecided, above all text in SVG: paints the slide without the texts' own ink,
 * and compares the texts' colour with every pixel behind them. The page must be at one screen pixel a pixel.
 * What is `needed` depends on a text's size, where nobody says it.
 * @returns one line for each text that is too close in colour to what lies behind it
 */
export async function lowContrast(page: Page, selectors: string[], needed?: number): Promise<string[]> {
  if (selectors.length === 0)
    return []
  const samples = await page.evaluate(collect, { selectors, AA: needed ?? AA, AA_LARGE: needed ?? AA_LARGE })
  const picture = decode(await page.screenshot({ animations: 'disabled' }))
  await page.evaluate(giveBack)
  return samples.flatMap(({ selector, text, color: [red, green, blue, alpha], box, needed }) => {
    const behind = Array.from(coloursIn(picture, box), ([colour, count]) => {
      const mixed = [red, green, blue].map((channel, index) => colour[index]! * (1 - alpha) + channel * alpha) as unknown as Colour
      return { ratio: contrast(luminance(mixed), luminance(colour)), count }
    }).toSorted((one, other) => one.ratio - other.ratio)
    let left = behind.reduce((sum, { count }) => sum + count, 0) * SHARE
    const ratio = behind.find(({ count }) => (left -= count) < 0)?.ratio ?? Infinity
    return ratio < needed ? [`contrast ${ratio.toFixed(2)} of ${needed}: "${text}" (${selector})`] : []
  })
}

/** Runs in the page: colour and place of the texts, whose ink it then takes away. */
function collect({ selectors, AA, AA_LARGE }: { selectors: string[], AA: number, AA_LARGE: number }): Sample[] {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!
  const rgba = (color: string): Sample['color'] => {
    context.clearRect(0, 0, 1, 1)
    context.fillStyle = color
    context.fillRect(0, 0, 1, 1)
    const [r, g, b, a] = context.getImageData(0, 0, 1, 1).data
    return [r!, g!, b!, a! / 255]
  }
  const samples = selectors.flatMap((selector) => {
    const element = document.querySelector(selector)!
    const style = getComputedStyle(element)
    const color = rgba(element instanceof SVGElement ? style.fill : style.color)
    for (let around: Element | null = element; around; around = around.parentElement)
      color[3] *= Number(getComputedStyle(around).opacity)
    if (element instanceof SVGElement)
      color[3] *= Number(style.fillOpacity)
    context.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
    return [...element.childNodes].filter(node => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()).flatMap((node) => {
      const range = document.createRange()
      range.selectNodeContents(node)
      const { fontBoundingBoxAscent, fontBoundingBoxDescent } = context.measureText(node.textContent ?? '')
      return [...range.getClientRects()].map(({ x, y, width, height }) => {
        const size = Number.parseFloat(style.fontSize) * Math.min(height, width) / (fontBoundingBoxAscent + fontBoundingBoxDescent)
        const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700)
        return { selector, text: node.textContent!.trim(), color, box: { x, y, width, height }, needed: isLarge ? AA_LARGE : AA }
      })
    })
  })
  for (const selector of selectors)
    document.querySelector(selector)!.setAttribute('data-inkless', '')
  const style = document.createElement('style')
  style.id = 'inkless'
  style.textContent = '[data-inkless] { color: transparent !important; fill: transparent !important }'
  document.head.append(style)
  return samples
}

/** Runs in the page: gives the texts their ink back. */
function giveBack(): void {
  document.getElementById('inkless')!.remove()
  document.querySelectorAll('[data-inkless]').forEach(element => element.removeAttribute('data-inkless'))
}
