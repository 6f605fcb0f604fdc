import { expect, it } from 'vitest'
import { MOVED, PALER, worstMark } from '../documents/pictures'

const [WIDTH, HEIGHT, SCALE] = [120, 80, 2]
const PAPER = 250

/** A picture on paper, of grey values. */
function picture(grey: (x: number, y: number) => number | undefined) {
  const data = new Uint8Array(WIDTH * HEIGHT * 4) as unknown as Parameters<typeof worstMark>[0]['data']
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++)
      data.fill(grey(x, y) ?? PAPER, 4 * (y * WIDTH + x), 4 * (y * WIDTH + x) + 3)
  }
  return { width: WIDTH, height: HEIGHT, data }
}

/** A bar that ends there: squarely, or fading into paper over 40 pixels. */
function bar(end: number, fade = 0) {
  return picture((x, y) => {
    if (y < 20 || y >= 60 || x >= end + fade)
      return undefined
    return x < end ? 90 : 90 + (PAPER - 90) * (x - end) / fade
  })
}
const rule = (y: number, grey = 90) => picture((_, at) => at >= y && at < y + SCALE ? grey : undefined)
const paper = picture(() => undefined)

it.each([
  { what: 'a mark that is missing', shown: paper, expected: rule(30) },
  { what: 'a mark that is too many', shown: rule(30), expected: paper },
  { what: 'a mark that has moved by 3 px', shown: rule(30 + 3 * SCALE + 1), expected: rule(30) },
  { what: 'an open end that is square', shown: bar(60), expected: bar(60, 40) },
  { what: 'an open end that is solid', shown: bar(100), expected: bar(60, 40) },
])('$what is seen', ({ shown, expected }) => {
  expect(worstMark(shown, expected, SCALE).by).toBeGreaterThan(PALER)
})

it.each([
  { what: 'a mark that has moved by 2 px', shown: rule(30 + MOVED * SCALE), expected: rule(30) },
  { what: 'a fade in other steps', shown: bar(61, 40), expected: bar(60, 40) },
  { what: 'a mark that is hardly there', shown: paper, expected: rule(30, PAPER - PALER) },
])('$what passes', ({ shown, expected }) => {
  expect(worstMark(shown, expected, SCALE).by).toBeLessThanOrEqual(PALER)
})
