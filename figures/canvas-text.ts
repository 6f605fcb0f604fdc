import type { PlacedText } from './chart-layout'
import type { Palette } from './chart-style'
import type { Measure } from './chart-text'
import { baselinesOf } from './chart-text'

/** Paper around a text, so that no grid line runs into it; slide pixels. */
const PATCH = 6

/**
 * Measures texts as a canvas sets them; fonts have to be there before.
 * @throws Error where the browser has no canvas
 */
export function canvasMeasure(): Measure {
  const ctx = document.createElement('canvas').getContext('2d')
  if (!ctx)
    throw new Error('the browser gives no 2d context for a canvas')
  return (text, font) => {
    ctx.font = font
    return ctx.measureText(text).width
  }
}

/** Text on a patch of paper, so that no grid line runs through it; `moved` from where it stands in the end. */
export function labelOnPaper(
  ctx: CanvasRenderingContext2D,
  text: PlacedText,
  colour: string,
  { paper }: Palette,
  moved: { x: number, y: number } = { x: 0, y: 0 },
): void {
  const { box, align, lines, font } = text
  const [left, top] = [box.left + moved.x, box.top + moved.y]
  ctx.fillStyle = paper
  ctx.fillRect(left - PATCH, top, text.width + 2 * PATCH, text.height)
  ctx.fillStyle = colour
  ctx.font = font
  ctx.textAlign = align
  ctx.textBaseline = 'alphabetic'
  baselinesOf(text).forEach((baseline, index) =>
    ctx.fillText(lines[index]!, align === 'center' ? left + text.width / 2 : left, top + baseline),
  )
}
