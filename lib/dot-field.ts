/** Where `count` dots stand in rows of `columns`, `pitch` apart. */
export interface DotField {
  readonly count: number
  readonly columns: number
  readonly pitch: number
}

/** Centre of the n-th dot, from 0. */
export function dotAt({ columns, pitch }: DotField, index: number): readonly [x: number, y: number] {
  return [(index % columns + 0.5) * pitch, (Math.floor(index / columns) + 0.5) * pitch]
}

const round = (n: number) => Math.round(n * 100) / 100

/**
 * All dots as the `d` of one path of zero-length strokes with round caps: a page of two thousand circles is
 * 370 kB in the PDF, this is 16 kB.
 */
export function dotPath(field: DotField, from = 0, to = field.count): string {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => {
    const [x, y] = dotAt(field, from + index)
    return `M${round(x)} ${round(y)}h0`
  }).join('')
}

/** Rows that the field takes. */
export function dotRows({ count, columns }: DotField): number {
  return Math.ceil(count / columns)
}
