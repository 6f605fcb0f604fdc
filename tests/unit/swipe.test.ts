import { describe, expect, it } from 'vitest'
import { isZoomed, SwipeReader } from '../../addon/lib/swipe'

const ROOM = { width: 800, height: 400 }
type Place = readonly [x: number, y: number]

/** One finger from one place to another. */
function swipe(from: Place, to: Place, { before = 1, after = 1, reader = new SwipeReader() } = {}) {
  reader.land({ id: 1, x: from[0], y: from[1] }, { isFirst: true, scale: before })
  return reader.lift({ id: 1, x: to[0], y: to[1] }, { ...ROOM, scale: after })
}

describe('one finger', () => {
  it.each([
    ['left', [500, 100], [400, 110]],
    ['right', [400, 100], [500, 90]],
    ['up', [400, 390], [390, 180]],
    ['down', [400, 20], [500, 230]],
    // A finger that trembles, a tap, and a look to and fro.
    [undefined, [400, 100], [460, 100]],
    [undefined, [400, 100], [400, 220]],
    [undefined, [400, 100], [400, 100]],
  ] as const)('swipes %s from %j to %j', (direction, from, to) => {
    expect(swipe(from, to)).toBe(direction)
  })

  it('swipes over a third of a small window', () => {
    const reader = new SwipeReader()
    reader.land({ id: 1, x: 150, y: 0 }, { isFirst: true, scale: 1 })
    expect(reader.lift({ id: 1, x: 90, y: 0 }, { width: 180, height: 90, scale: 1 })).toBe('left')
  })

  it.each([[2, 2], [2, 1], [1, 2], [0.5, 0.5]])('is the browser\'s where the page is enlarged: %d before, %d after', (before, after) => {
    expect(swipe([500, 100], [100, 100], { before, after })).toBeUndefined()
  })

  it('swipes where a browser calculates 1 with a rest', () => {
    expect(swipe([500, 100], [100, 100], { before: 1.0000001 })).toBe('left')
    expect([1, 1.005, 0.9999].map(isZoomed)).toEqual([false, false, false])
    expect([1.05, 0.9, 3].map(isZoomed)).toEqual([true, true, true])
  })
})

describe('two fingers', () => {
  const land = (reader: SwipeReader, id: number, x: number, isFirst = false) => reader.land({ id, x, y: 100 }, { isFirst, scale: 1 })
  const lift = (reader: SwipeReader, id: number, x: number) => reader.lift({ id, x, y: 100 }, { ...ROOM, scale: 1 })

  it('never swipe, whichever is lifted first, and however far the last one goes', () => {
    for (const [one, other] of [[1, 2], [2, 1]] as const) {
      const reader = new SwipeReader()
      land(reader, 1, 300, true)
      land(reader, 2, 500)
      expect([lift(reader, one, 10), lift(reader, other, 790)]).toEqual([undefined, undefined])
    }
  })

  it('leave nothing behind: the next finger alone swipes, also where one was lifted unheard', () => {
    const reader = new SwipeReader()
    land(reader, 1, 300, true)
    land(reader, 2, 500)
    lift(reader, 2, 500)
    land(reader, 3, 500)
    expect(lift(reader, 3, 100)).toBeUndefined()
    expect(swipe([500, 100], [100, 100], { reader })).toBe('left')
  })

  it('and what the browser took, or a pen, ends a swipe', () => {
    const reader = new SwipeReader()
    land(reader, 1, 500, true)
    reader.cancel()
    expect(lift(reader, 1, 100)).toBeUndefined()
  })
})
