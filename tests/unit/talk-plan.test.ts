import { describe, expect, it } from 'vitest'
import {
  clock,
  clockWithHours,
  minutesOf,
  paceAt,
  plannedSlide,
  planOfVersion,
  slideAfter,
  slidesOfVersion,
  talkOf,
  versionLengths,
} from '../../addon/lib/talk-plan'
import { loadSlides } from '../../addon/node/slidev/slides'

const deck = (await loadSlides()).map(({ no, id, title, frontmatter }) => ({
  ...plannedSlide(no, frontmatter, 'appendix'),
  id,
  title,
  act: String(frontmatter.act),
}))

describe('the shorter versions of the talk', () => {
  it('are of ten and of five minutes', () => {
    expect(versionLengths(deck)).toEqual([10, 5])
  })

  it.each([10, 5])('of %d minutes takes as long, within a tenth', (minutes) => {
    const planned = minutesOf(slidesOfVersion(deck, minutes))
    expect(Math.abs(planned - minutes) / minutes).toBeLessThanOrEqual(0.1)
  })

  it.each([10, 5])(
    'of %d minutes still tells the story: opening, model, an example with numbers, how it is done, limits, the end',
    (minutes) => {
      const kept = slidesOfVersion(deck, minutes).map(({ id }) => id)
      expect(kept).toEqual(expect.arrayContaining(['cover', 'model', 'headcount-field', 'mechanisms', 'limits', 'takeaway']))
      expect(slidesOfVersion(deck, minutes).every(({ isAppendix }) => !isAppendix)).toBe(true)
    },
  )

  it('lie within each other, and within the talk', () => {
    const [whole, ten, five] = [talkOf(deck), slidesOfVersion(deck, 10), slidesOfVersion(deck, 5)]
    expect(whole).toEqual(expect.arrayContaining(ten))
    expect(ten).toEqual(expect.arrayContaining(five))
    expect(slidesOfVersion(deck, Number.POSITIVE_INFINITY)).toEqual(whole)
  })
})

describe('paceAt', () => {
  // One minute, then two minutes in two click states, then the appendix.
  const slides = [
    ...[1, 2].map(minutes => plannedSlide(minutes, { minutes }, 'more')),
    plannedSlide(3, { act: 'more', minutes: 5 }, 'more'),
  ]
  const at = (no: number, clicks: number, passed: number) => paceAt(slides, { no, clicks, clicksTotal: no === 2 ? 1 : 0 }, passed)

  it.each([
    ['in the first slide', 1, 0, 59, 'on-plan', 0],
    ['too long in the first slide', 1, 0, 140, 'behind', 80],
    ['in the second slide too soon', 2, 0, 30, 'ahead', 30],
    ['in the second slide in time', 2, 0, 61, 'on-plan', 0],
    ['before the click although its time is over', 2, 0, 125, 'behind', 5],
    ['after the click in time', 2, 1, 125, 'on-plan', 0],
    ['after the click too soon', 2, 1, 100, 'ahead', 20],
    ['at a click that the slide does not have, as at its last', 2, 9, 125, 'on-plan', 0],
  ] as const)('%s', (_, no, clicks, passed, state, seconds) => {
    expect(at(no, clicks, passed)).toEqual({ state, seconds })
  })

  it('has nothing to say in the appendix', () => {
    expect(at(3, 0, 500)).toBe(undefined)
  })
})

it('clock shows minutes and seconds', () => {
  expect([0, 9.4, 65, 1199.6].map(clock)).toEqual(['0:00', '0:09', '1:05', '20:00'])
})

describe('a shorter version', () => {
  // Kept: 1 and 4, and the appendix.
  const slides = [
    plannedSlide(1, { minutes: 1, keep: 5 }, 'more'),
    plannedSlide(2, { minutes: 2, keep: 10 }, 'more'),
    plannedSlide(3, { minutes: 3 }, 'more'),
    plannedSlide(4, { minutes: 4, keep: 5 }, 'more'),
    plannedSlide(5, { minutes: 5 }, 'more'),
    plannedSlide(6, { act: 'more' }, 'more'),
    plannedSlide(7, { act: 'more' }, 'more'),
  ]
  const WHOLE = Number.POSITIVE_INFINITY

  it.each([
    [1, 1, 5, 4],
    [4, 1, 5, 6],
    [6, -1, 5, 4],
    [4, -1, 5, 1],
    // From one that is left out, to which somebody went by its number.
    [3, 1, 5, 4],
    [3, -1, 5, 1],
    [6, 1, 5, 7],
    [1, 1, 10, 2],
    [2, 1, 10, 4],
    [1, 1, WHOLE, 2],
    [4, -1, WHOLE, 3],
  ] as const)('from slide %d by %d with %d minutes steps to slide %d', (no, by, minutes, to) => {
    expect(slideAfter(slides, no, by, minutes)).toBe(to)
  })

  it('that begins after the first slide still lets one leave it, at both ends', () => {
    const late = slides.slice(1, 5)
    expect(slideAfter(late, 2, -1, 5)).toBe(1)
    expect(slideAfter(late, 5, 1, 5)).toBe(6)
  })

  it('plans no time for what it leaves out', () => {
    expect(planOfVersion(slides, 5).map(({ minutes }) => minutes)).toEqual([1, 0, 0, 4, 0, 0, 0])
    expect(planOfVersion(slides, WHOLE)).toEqual(slides)
    expect(paceAt(planOfVersion(slides, 5), { no: 4, clicks: 0, clicksTotal: 0 }, 60)).toEqual({ state: 'on-plan', seconds: 0 })
  })
})

it('clockWithHours has hours only where there are some', () => {
  expect([0, 59.9, 600, 3599.9, 3600, 3725, 36_000].map(clockWithHours)).toEqual(
    ['0:00', '0:59', '10:00', '59:59', '1:00:00', '1:02:05', '10:00:00'],
  )
})
