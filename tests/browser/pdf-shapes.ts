import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { OPS, Util } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { PIXELS_PER_POINT } from '../../addon/node/print/pdf-read'

/** A filled shape of a page. Lengths in slide pixels, from the page's upper left corner. */
export interface Shape {
  left: number
  top: number
  width: number
  height: number
  /** Colour as `#rrggbb`; undefined for a gradient or pattern. */
  fill: string | undefined
  /** Drawn with straight lines along the axes only. */
  isRectangle: boolean
}

type Matrix = number[]
interface State { matrix: Matrix, fill: string | undefined }

const FILLS: number[] = [OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke]
/** How many numbers follow each drawing command of pdf.js: move, line, curve, quadratic curve, close. */
const LENGTHS = [2, 2, 6, 4, 0]
const [MOVE, LINE] = [0, 1]

/** Splits a path into its closed parts: the points of each, and whether all its sides lie along the axes. */
function parts(path: ArrayLike<number>): { points: [number, number][], isRectangle: boolean }[] {
  const found: { points: [number, number][], isRectangle: boolean }[] = []
  for (let index = 0; index < path.length;) {
    const command = path[index]!
    const length = LENGTHS[command]!
    const numbers = Array.from({ length }, (_, offset) => path[index + 1 + offset]!)
    if (command === MOVE)
      found.push({ points: [], isRectangle: true })
    const part = found.at(-1)!
    const last = part.points.at(-1)
    for (let pair = 0; pair < length; pair += 2)
      part.points.push([numbers[pair]!, numbers[pair + 1]!])
    if (length > 2 || (command === LINE && last && Math.abs(last[0] - numbers[0]!) > 0.01 && Math.abs(last[1] - numbers[1]!) > 0.01))
      part.isRectangle = false
    index += 1 + length
  }
  return found.filter(({ points }) => points.length > 2)
}

/** Every filled shape of a page, in the order of painting. Pictures, lines and text are not among them; clips are not applied. */
export async function filledShapes(page: PDFPageProxy): Promise<Shape[]> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const { transform } = page.getViewport({ scale: PIXELS_PER_POINT })
  const shapes: Shape[] = []
  const stack: State[] = []
  let state: State = { matrix: transform, fill: '#000000' }
  fnArray.forEach((operation, index) => {
    const args = (argsArray[index] ?? []) as unknown[]
    if (operation === OPS.save || operation === OPS.paintFormXObjectBegin || operation === OPS.beginGroup)
      stack.push({ ...state })
    if (operation === OPS.restore || operation === OPS.paintFormXObjectEnd || operation === OPS.endGroup)
      state = stack.pop() ?? state
    if (operation === OPS.transform)
      state.matrix = Util.transform(state.matrix, args as Matrix)
    if (operation === OPS.paintFormXObjectBegin && Array.isArray(args[0]))
      state.matrix = Util.transform(state.matrix, args[0] as Matrix)
    if (operation === OPS.setFillRGBColor)
      state.fill = typeof args[0] === 'string' ? args[0] : undefined
    if (operation === OPS.setFillColorN)
      state.fill = undefined
    if (operation === OPS.constructPath && FILLS.includes(args[0] as number)) {
      const [path] = args[1] as [ArrayLike<number> | null]
      for (const { points, isRectangle } of parts(path ?? [])) {
        const placed = points.map(([x, y]) => place(state.matrix, x, y))
        const [xs, ys] = [placed.map(([x]) => x), placed.map(([, y]) => y)]
        const [left, top] = [Math.min(...xs), Math.min(...ys)]
        shapes.push({ left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top, fill: state.fill, isRectangle })
      }
    }
  })
  return shapes
}

function place([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f]
}
