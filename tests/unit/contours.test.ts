import { describe, expect, it } from 'vitest'
import { apart } from '../../addon/node/charts/contours'

const ACROSS = 'M0,4L10,4L10,6L0,6Z'
const DOWN = 'M4,0L6,0L6,10L4,10Z'
const RING = 'M20,0L30,0L30,10L20,10ZM22,2L22,8L28,8L28,2Z'
const BACKWARDS = ['M0,4L0,6L10,6L10,4Z', 'M4,0L4,10L6,10L6,0Z']
/** A circle around 5,5, of curves. */
const ROUND = 'M5,3Q7,3,7,5Q7,7,5,7Q3,7,3,5Q3,3,5,3Z'

describe('strokes of a glyph', () => {
  it.each([
    ['one beside the other', ACROSS + RING, [ACROSS + RING]],
    ['one across another', ACROSS + DOWN, [ACROSS, DOWN]],
    ['two across one', `${ACROSS}${DOWN}M8,0L9,0L9,10L8,10Z`, [ACROSS, `${DOWN}M8,0L9,0L9,10L8,10Z`]],
    ['a curve across a line', ACROSS + ROUND, [ACROSS, ROUND]],
    ['with a hole that stays its own', `M18,4L24,4L24,6L18,6Z${RING}`, ['M18,4L24,4L24,6L18,6Z', RING]],
    ['of the other direction, as in other formats of fonts', BACKWARDS.join(''), BACKWARDS],
    ['none at all, of a blank', '', ['']],
  ])('%s', (_, path, parts) => {
    expect(apart(path)).toEqual(parts)
  })
})
