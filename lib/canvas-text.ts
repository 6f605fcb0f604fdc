import type { Palette } from './chart-config'

/** Text on a patch of paper, so that no grid line runs through it. */
export function paperText(ctx: CanvasRenderingContext2D, text: string, x: number, y: number, palette: Palette): void {
  const { width, actualBoundingBoxAscent: up, actualBoundingBoxDescent: down } = ctx.measureText(text)
  const left = ctx.textAlign === 'center' ? x - width / 2 : x
  const ink = ctx.fillStyle
  ctx.fillStyle = palette.paper
  ctx.fillRect(left - 6, y - up - 3, width + 12, up + down + 6)
  ctx.fillStyle = ink
  ctx.fillText(text, x, y)
}
