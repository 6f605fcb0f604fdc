/** Text on charts: its faces and sizes, and how it is broken to fit. Pure: whoever calls says how wide a text is. */

/** Width of a text in slide pixels; the font as a canvas takes it, its size in pixels. */
export type Measure = (text: string, font: string) => number

/** Labels and ticks in slide pixels; 18 is the smallest that reads from the back row. */
export const chartFont = { family: '"Source Sans 3", "Noto Sans SC", sans-serif', size: 18 } as const

const figureFamily = 'Newsreader, "Noto Serif SC", Georgia, serif'

/** Numbers on charts, and the large one across a gap; a face that an edition does not have is passed over. */
export const figureFont = `500 64px ${figureFamily}`

/** A kind of text: its face, and the sizes that it may have, the preferred one first. */
export interface TextStyle {
  readonly weight: number
  readonly family: string
  readonly sizes: readonly number[]
}

export const textStyles = {
  // In the serif: of the Chinese sans there is no bold one, so that digits alone would be.
  label: { weight: 500, family: figureFamily, sizes: [28, 22, 18] },
  note: { weight: 400, family: chartFont.family, sizes: [22, 18] },
  headline: { weight: 500, family: figureFamily, sizes: [64, 42, 28] },
  tick: { weight: 400, family: chartFont.family, sizes: [chartFont.size] },
} as const satisfies Record<string, TextStyle>

/** From the baseline up and down, and from line to line, for each pixel of size: ideographs fit, too. */
const ASCENT = 0.88
const DESCENT = 0.25
const LINE = 1.2

/** Lines of one size, and the room that they take in slide pixels. */
export interface TextBlock {
  readonly lines: readonly string[]
  readonly font: string
  readonly size: number
  readonly width: number
  readonly height: number
}

/** How far a block's last baseline lies above its lower edge. */
export const descentOf = ({ size }: Pick<TextBlock, 'size'>): number => DESCENT * size

/** Where the baselines of a block lie below its upper edge. */
export function baselinesOf({ lines, size }: Pick<TextBlock, 'lines' | 'size'>): number[] {
  return lines.map((_, index) => (ASCENT + index * LINE) * size)
}

/** These lines as a block. */
export function textBlock(lines: readonly string[], { weight, family, sizes }: TextStyle, measure: Measure, size = sizes[0]!): TextBlock {
  const font = `${weight} ${size}px ${family}`
  const width = Math.max(0, ...lines.map(line => measure(line, font)))
  return { lines, font, size, width, height: (ASCENT + DESCENT + LINE * (lines.length - 1)) * size }
}

/** Where a line may end: behind a space or a dash, and before an ideograph that follows another. */
const BREAKS = /(?<=[\s–])|(?<=[\p{Script=Han}，、；：）])(?=\p{Script=Han})/u

/** Breaks a text into lines of at most a width; a piece that is wider by itself stays whole. */
function wrap(text: string, width: number, measured: (text: string) => number): string[] {
  const lines: string[] = []
  for (const piece of text.split(BREAKS)) {
    const longer = (lines.at(-1) ?? '') + piece
    if (lines.length > 0 && measured(longer.trim()) <= width)
      lines[lines.length - 1] = longer
    else lines.push(piece)
  }
  return lines.map(line => line.trim())
}

/**
 * A text as large as its room allows: on one line if one of its sizes fits, else on as few as possible. One that fits in no way stays
 * on one line, in its smallest size.
 */
export function fitText(
  text: string,
  style: TextStyle,
  room: { readonly width: number, readonly height: number },
  measure: Measure,
): TextBlock {
  const fits = (block: TextBlock) => block.width <= room.width && block.height <= room.height
  const single = style.sizes.map(size => textBlock([text], style, measure, size))
  const broken = ({ font, size }: TextBlock) =>
    textBlock(
      wrap(text, room.width, line => measure(line, font)),
      style,
      measure,
      size,
    )
  const fewestLines = (blocks: TextBlock[]) =>
    blocks.sort((one, other) => one.lines.length - other.lines.length || other.size - one.size)[0]
  return single.find(fits) ?? fewestLines(single.map(broken).filter(fits)) ?? single.at(-1)!
}

/** Height of so many lines beside a category axis, as Chart.js sets them. */
export const TICK_LINE = chartFont.size * LINE

/** The lines of an axis label, broken again where one of them is wider than its place; on one line where there is no room for more. */
export function fitLines(
  lines: readonly string[],
  room: { readonly width: number, readonly height: number },
  measure: Measure,
): string[] {
  const { font } = textBlock(lines, textStyles.tick, measure)
  const broken = lines.flatMap(line => (measure(line, font) <= room.width ? [line] : wrap(line, room.width, part => measure(part, font))))
  return broken.length * TICK_LINE <= room.height ? broken : [lines.join(' · ')]
}
