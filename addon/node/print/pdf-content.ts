/** One operation of a page's content: what it does, and what with, as written. */
export interface Operation {
  operator: string
  operands: string[]
}

/** A name, a number, an operator, a bracket, or the whole of a string. */
const TOKEN = /%[^\r\n]*|<<|>>|[[\]]|<[\dA-F\s]*>|\((?:\\[\s\S]|[^\\()])*\)|\/[^\s()<>[\]{}/%]*|[^\s()<>[\]{}/%]+/gi

/**
 * The operations of a page's content, in their order.
 * @param content of a stream, a character a byte
 * @throws at a picture within the content, which Chromium never writes
 */
export function readContent(content: string): Operation[] {
  const operations: Operation[] = []
  const open: string[][] = []
  let operands: string[] = []
  for (const [token] of content.matchAll(TOKEN)) {
    if (token.startsWith('%'))
      continue
    if (token === '[' || token === '<<') {
      open.push(operands)
      operands = [token]
    }
    else if (token === ']' || token === '>>') {
      const whole = [...operands, token].join(' ')
      operands = open.pop() ?? []
      operands.push(whole)
    }
    else if (open.length > 0 || /^[+\-.\d(</]/.test(token) || ['true', 'false', 'null'].includes(token)) {
      operands.push(token)
    }
    else if (token === 'BI') {
      throw new Error('A page has a picture within its content.')
    }
    else {
      operations.push({ operator: token, operands })
      operands = []
    }
  }
  return operations
}

/** Operations as the content of a stream. */
export function writeContent(operations: readonly Operation[]): string {
  return operations.map(({ operator, operands }) => [...operands, operator].join(' ')).join('\n')
}

/** The bytes of a string as written in a content: `<0041>` or `(A)`, a character a byte. */
export function stringBytes(written: string): string {
  if (written.startsWith('<')) {
    const digits = written.slice(1, -1).replace(/\s/g, '')
    return (digits.length % 2 ? `${digits}0` : digits).replace(/../g, pair => String.fromCharCode(Number.parseInt(pair, 16)))
  }
  const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
  return written.slice(1, -1).replace(/\\([0-7]{1,3}|\r\n|[\s\S])/g, (_, escaped: string) =>
    /^[0-7]/.test(escaped) ? String.fromCharCode(Number.parseInt(escaped, 8) & 255) : /^[\r\n]/.test(escaped) ? '' : escapes[escaped] ?? escaped)
}

/** A transformation as in PDF: `[a b c d e f]`. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]
export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** First `one`, then `other`. */
export function multiply([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l]
}

export function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): [x: number, y: number] {
  return [a * x + c * y + e, b * x + d * y + f]
}
