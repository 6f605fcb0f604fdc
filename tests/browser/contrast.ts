import type { Page } from 'playwright-core'

/** WCAG 2.2, 1.4.3: ordinary text, and text of 24 px or 18.66 px bold. */
const AA = 4.5
const AA_LARGE = 3
/** A line or a neighbour's edge may touch a box of text; more than this share of its pixels may not be too close in colour. */
const SHARE = 0.1

interface Sample {
  selector: string
  text: string
  color: number[]
  box: { x: number, y: number, width: number, height: number }
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
  const picture = (await page.screenshot({ animations: 'disabled' })).toString('base64')
  return page.evaluate(compare, { samples, picture, SHARE })
}

/** Runs in the page: colour and place of the texts, whose ink it then takes away. */
function collect({ selectors, AA, AA_LARGE }: { selectors: string[], AA: number, AA_LARGE: number }): Sample[] {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!
  const rgba = (color: string): number[] => {
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
      color[3]! *= Number(getComputedStyle(around).opacity)
    if (element instanceof SVGElement)
      color[3]! *= Number(style.fillOpacity)
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

/** Runs in the page: gives the texts their ink back, and reads the picture behind each. */
async function compare({ samples, picture, SHARE }: { samples: Sample[], picture: string, SHARE: number }): Promise<string[]> {
  document.getElementById('inkless')!.remove()
  document.querySelectorAll('[data-inkless]').forEach(element => element.removeAttribute('data-inkless'))
  const image = new Image()
  image.src = `data:image/png;base64,${picture}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.width
  canvas.height = image.height
  const context = canvas.getContext('2d', { willReadFrequently: true })!
  context.drawImage(image, 0, 0)

  const luminance = (rgb: number[]) => {
    const [r, g, b] = rgb.map(value => value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4)
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
  }
  const contrast = (color: number[], behind: number[]) => {
    const alpha = color[3]!
    const [one, other] = [luminance(behind.map((value, channel) => value * (1 - alpha) + color[channel]! * alpha)), luminance(behind)]
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
  }
  return samples.flatMap(({ selector, text, color, box, needed }) => {
    const { data } = context.getImageData(
      Math.floor(box.x),
      Math.floor(box.y),
      Math.max(1, Math.ceil(box.width)),
      Math.max(1, Math.ceil(box.height)),
    )
    const known = new Map<number, number>()
    const ratios = Float64Array.from(new Uint32Array(data.buffer), (pixel, index) => {
      if (!known.has(pixel))
        known.set(pixel, contrast(color, [...data.subarray(index * 4, index * 4 + 3)]))
      return known.get(pixel)!
    }).sort()
    const ratio = ratios[Math.floor(ratios.length * SHARE)]!
    return ratio < needed ? [`contrast ${ratio.toFixed(2)} of ${needed}: "${text}" (${selector})`] : []
  })
}
