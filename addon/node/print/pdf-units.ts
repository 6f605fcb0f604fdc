import type { Matrix, Operation } from './pdf-content'
import type { Glyphs } from './pdf-glyphs'
import { apply, IDENTITY, multiply, stringBytes } from './pdf-content'

/** Left, lower, right and upper edge, in points from the page's lower left corner. */
export type Box = readonly [left: number, bottom: number, right: number, top: number]

/** What is painted by one operation. */
export interface Unit {
  /** Its operations, first and last: a drawing's path comes before what paints it. */
  from: number
  to: number
  /** Number of the part of the structure that it belongs to, as Chromium has it. */
  mcid: number | undefined
  box: Box
  isStroked: boolean
  /** Undefined for a drawing. */
  text?: Shown
}

/** A text, or a glyph of it, where it stands. */
export interface Shown {
  words: string
  /** Where its baseline begins and ends, in points. */
  start: readonly [number, number]
  end: readonly [number, number]
  /** Points. */
  size: number
  font: Glyphs
  /** The line that its place is reckoned from, and how wide it is in the same units. */
  line: Matrix
  advance: number
}

/** Of a line: how thick, its ends and its corners. */
export type Pen = readonly [width: number, cap: number, join: number, miter: number]

const CONSTRUCTING = ['m', 'l', 'c', 'v', 'y', 'h', 're']
const STROKING = ['S', 's', 'B', 'B*', 'b', 'b*']
const PAINTING = [...STROKING, 'f', 'F', 'f*']
/** What sets text as no page of Chromium's does. */
const FOREIGN = ['\'', '"', 'T*', 'TD', 'TL', 'Tc', 'Tw', 'Tz', 'Ts']

function boxOf(points: readonly (readonly [number, number])[]): Box {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

/** The box around several. */
export function boxAround(boxes: readonly Box[]): Box {
  return boxOf(boxes.flatMap(([left, bottom, right, top]) => [[left, bottom], [right, top]] as const))
}

/** The points that the operations of a path name. */
function pathPoints(operations: readonly Operation[], matrix: Matrix): [number, number][] {
  return operations.flatMap(({ operator, operands }) => {
    const numbers = operands.map(Number)
    if (operator === 're') {
      const [x = 0, y = 0, width = 0, height = 0] = numbers
      return [apply(matrix, x, y), apply(matrix, x + width, y), apply(matrix, x, y + height), apply(matrix, x + width, y + height)]
    }
    return Array.from({ length: Math.floor(numbers.length / 2) }, (_, pair) => apply(matrix, numbers[2 * pair]!, numbers[2 * pair + 1]!))
  })
}

interface Graphics { matrix: Matrix, font: Glyphs | undefined, size: number }

/**
 * What the operations of a page paint, in their order.
 * @param operations of the page
 * @param fontOf answers the font of a name
 * @throws at text that is set in a way that Chromium never does
 */
export function readUnits(operations: readonly Operation[], fontOf: (name: string) => Glyphs): Unit[] {
  const units: Unit[] = []
  const marks: (number | undefined)[] = []
  const saved: Graphics[] = []
  let state: Graphics = { matrix: IDENTITY, font: undefined, size: 0 }
  let line: Matrix = IDENTITY
  let path: number | undefined
  const mcid = () => marks.findLast(mark => mark !== undefined)

  const show = (at: number, written: string, shift: number): number => {
    const { font, size, matrix } = state
    if (!font)
      throw new Error('A page shows text in no font.')
    const bytes = stringBytes(written)
    const codes = Array.from({ length: bytes.length / font.length }, (_, at) =>
      font.length === 2 ? bytes.charCodeAt(2 * at) * 256 + bytes.charCodeAt(2 * at + 1) : bytes.charCodeAt(at))
    const advance = codes.reduce((sum, code) => sum + font.widthOf(code) * size, 0)
    const whole = multiply(line, matrix)
    const [start, end, up] = [apply(whole, shift, 0), apply(whole, shift + advance, 0), apply(whole, shift, size)]
    const height = Math.hypot(up[0] - start[0], up[1] - start[1])
    units.push({
      from: at,
      to: at,
      mcid: mcid(),
      isStroked: false,
      box: boxOf([start, end, up, apply(whole, shift + advance, size), apply(whole, shift, -size / 4)]),
      text: { words: codes.map(code => font.textOf(code) ?? '').join(''), start, end, size: height, font, line, advance: shift + advance },
    })
    return shift + advance
  }

  operations.forEach(({ operator, operands }, at) => {
    if (FOREIGN.includes(operator))
      throw new Error(`A page sets text by "${operator}".`)
    const numbers = operands.map(Number)
    if (operator === 'q')
      saved.push({ ...state })
    else if (operator === 'Q')
      state = saved.pop() ?? state
    else if (operator === 'cm')
      state.matrix = multiply(numbers as unknown as Matrix, state.matrix)
    else if (operator === 'BDC' || operator === 'BMC')
      marks.push(/\/MCID (\d+)/.exec(operands.join(' '))?.slice(1).map(Number)[0])
    else if (operator === 'EMC')
      marks.pop()
    else if (operator === 'BT')
      line = IDENTITY
    else if (operator === 'Tm')
      line = numbers as unknown as Matrix
    else if (operator === 'Td')
      line = multiply([1, 0, 0, 1, numbers[0]!, numbers[1]!], line)
    else if (operator === 'Tf')
      Object.assign(state, { font: fontOf(operands[0]!.slice(1)), size: numbers[1] })
    else if (operator === 'Tj')
      show(at, operands[0]!, 0)
    else if (operator === 'TJ')
      throw new Error('A page sets text by "TJ".')
    else if (CONSTRUCTING.includes(operator))
      path ??= at
    else if (operator === 'n')
      path = undefined
    if (PAINTING.includes(operator) && path !== undefined) {
      const box = boxOf(pathPoints(operations.slice(path, at), state.matrix))
      units.push({ from: path, to: at, mcid: mcid(), box, isStroked: STROKING.includes(operator) })
      path = undefined
    }
    if (operator === 'Do' || operator === 'sh') {
      const corners = [[0, 0], [1, 0], [0, 1], [1, 1]].map(([x, y]) => apply(state.matrix, x!, y!))
      units.push({ from: at, to: at, mcid: mcid(), box: boxOf(corners), isStroked: false })
    }
  })
  return units
}
