import type { Lists } from '../../checks/exhibit-room'
import type { CityId, DatePrecision } from '../../data'
import type { Box } from '../../figures/boxes'
import type { DatedEvent } from '../../figures/timeline-layout'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillSlide } from '../../addon/lib/enlargement'
import { problemText } from '../../addon/lib/problem'
import { roomProblems } from '../../checks/exhibit-room'
import { coordinates, yearMonth } from '../../data'
import { allianceMarks } from '../../figures/alliance-marks'
import { overlap } from '../../figures/boxes'
import { pathSteps } from '../../figures/laboratory-path'
import { mapLayout } from '../../figures/map-layout'
import { officeMap } from '../../figures/office-map'
import { rowPadding } from '../../figures/rows'
import { braid, strandPaths } from '../../figures/strands'
import { twoLines } from '../../figures/text'
import { extentOf, timeScale } from '../../figures/time-scale'
import { LEFT, RIGHT, timelineLayout } from '../../figures/timeline-layout'
import { editions } from '../../locales/editions'
import { wordsOf } from '../../locales/records'

/** Over the ground. */
function kilometres(one: CityId, other: CityId): number {
  const radians = (degrees: number) => degrees * Math.PI / 180
  const [a, b] = [coordinates[one], coordinates[other]]
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2
  const across = Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(a.longitude, b.longitude)
  return 2 * 6371 * Math.asin(Math.sqrt(half(a.latitude, b.latitude) + across))
}

const overlapping = (boxes: readonly Box[]) => boxes.some((box, index) => boxes.slice(index + 1).some(other => overlap(box, other)))
const RUNS = { numRuns: 1000 }

describe('map', () => {
  const LARGEST = { width: 680, height: 500 }
  const place = fc.record({
    name: fc.string({ minLength: 2, maxLength: 16 }),
    latitude: fc.double({ min: -80, max: 80, noNaN: true }),
    longitude: fc.double({ min: -175, max: 175, noNaN: true }),
  })
  const places = fc.array(place, { minLength: 1, maxLength: 14 }).map(all => all.map((one, index) => ({ ...one, id: `place-${index}` })))

  it('shows every place, wherever it lies, north up and east right, in a map no larger than its room', () => {
    fc.assert(fc.property(places, (places) => {
      const map = mapLayout(places, places[0]!.id, {}, LARGEST)
      expect(map.width).toBeLessThanOrEqual(LARGEST.width + 1e-6)
      expect(map.height).toBeLessThanOrEqual(LARGEST.height + 1e-6)
      expect(map.places.map(({ id }) => id)).toEqual(places.map(({ id }) => id))
      for (const [index, { at: [x, y] }] of map.places.entries()) {
        expect(x).toBeGreaterThanOrEqual(0)
        expect(x).toBeLessThanOrEqual(map.width)
        expect(y).toBeGreaterThanOrEqual(0)
        expect(y).toBeLessThanOrEqual(map.height)
        expect(Math.sign(x - map.places[0]!.at[0]) * Math.sign(places[index]!.longitude - places[0]!.longitude)).toBeGreaterThanOrEqual(0)
        expect(Math.sign(y - map.places[0]!.at[1]) * Math.sign(places[index]!.latitude - places[0]!.latitude)).toBeLessThanOrEqual(0)
      }
      for (const line of map.parallels)
        expect(line >= -1e-6 && line <= map.height + 1e-6).toBe(true)
      for (const line of map.meridians)
        expect(line >= -1e-6 && line <= map.width + 1e-6).toBe(true)
    }), RUNS)
  })

  it('writes no name over another, or says that it had to', () => {
    fc.assert(fc.property(places, (places) => {
      const clear = mapLayout(places, places[0]!.id, {}, LARGEST).places.filter(({ crowded }) => !crowded)
      expect(overlapping(clear.map(({ patch }) => patch))).toBe(false)
    }), RUNS)
  })

  it('finds room for a city that nobody placed by hand', () => {
    const near = [{ id: 'a', name: 'Alpha', latitude: 30, longitude: 120 }, { id: 'b', name: 'Beta', latitude: 30.3, longitude: 120.3 }]
    const [a, b] = mapLayout(near, 'a', { a: { dx: 22, dy: 30, anchor: 'start' } }, LARGEST).places
    expect([a!.crowded, b!.crowded]).toEqual([false, false])
    expect(a).toMatchObject({ dx: 22, dy: 30 })
  })

  it('has each city where the world has it, by what anybody can look up: kilometres from Beijing and from Singapore', () => {
    const looked: [CityId, fromBeijing: number, fromSingapore: number][] = [
      ['hong-kong', 1970, 2590],
      ['shenzhen', 1940, 2610],
      ['shanghai', 1070, 3810],
      ['chengdu', 1520, 3270],
      ['hangzhou', 1120, 3660],
      ['kyoto', 1790, 5000],
      ['tokyo', 2090, 5320],
    ]
    for (const [city, ...known] of looked) {
      for (const [index, other] of (['beijing', 'singapore'] as const).entries())
        expect(Math.abs(kilometres(city, other) / known[index]! - 1), `${city} from ${other}`).toBeLessThan(0.02)
    }
    expect(['beijing', 'singapore', ...looked.map(([city]) => city)].toSorted()).toEqual(Object.keys(coordinates).toSorted())
  })

  it('complains of no city in any edition', () => {
    for (const edition of editions)
      expect(officeMap(wordsOf(edition)).places.filter(({ crowded }) => crowded)).toEqual([])
  })
})

describe('time', () => {
  it('is drawn true to scale', () => {
    const x = timeScale([1992, 2019], [0, 270])
    expect([x(1992), x(2001), x(2019)]).toEqual([0, 90, 270])
  })

  it('has a place for every year even where nothing passes', () => {
    expect(timeScale([2014, 2014], [5, 270])(2014)).toBe(5)
  })

  it('is as long as the date is vague', () => {
    const length = (value: number | [number, number], precision: DatePrecision) => {
      const [from, to] = extentOf({ value, precision })
      return to - from
    }
    expect(length(2018, 'year')).toBe(1)
    expect(length(yearMonth(2018, 9), 'month')).toBeCloseTo(1 / 12)
    expect(length(2018.5, 'day')).toBeCloseTo(1 / 365)
    expect(length([yearMonth(2018, 5), yearMonth(2018, 9)], 'mid-year')).toBeCloseTo(1 / 3, 1)
    expect(length([2017, 2018], 'year')).toBe(2)
  })
})

describe('timeline', () => {
  const FIRST = 1990
  const LAST = 2019.1
  const event = fc.record({
    actors: fc.subarray(['university', 'company', 'state'] as const, { minLength: 1 }),
    precision: fc.constantFrom('day', 'month', 'mid-year', 'year'),
    start: fc.double({ min: 1985, max: 2022, noNaN: true }),
    name: fc.string({ minLength: 2, maxLength: 24 }),
  }).map(({ start, precision, ...rest }): Omit<DatedEvent, 'id'> => ({
    ...rest,
    precision,
    date: '1 May 2018',
    extent: extentOf({ value: precision === 'mid-year' ? [start, start + 0.33] : start, precision }),
  }))
  const events = fc
    .array(event, { minLength: 1, maxLength: 16 })
    .map(all => all.map((one, index): DatedEvent => ({ ...one, id: `event-${index}` })))
  const place = (events: readonly DatedEvent[], split: number, byHand = {}) =>
    timelineLayout(events, { first: FIRST, last: LAST, split }, byHand)

  it('keeps every mark on its axis, whatever is dated, and draws no end where the date goes on', () => {
    fc.assert(fc.property(events, fc.double({ min: 2000, max: 2018, noNaN: true }), (events, split) => {
      const { early, late } = place(events, split)
      expect(early.length + late.length).toBe(events.length)
      for (const { x, event } of early) {
        expect(x >= LEFT && x <= RIGHT).toBe(true)
        expect(event.extent[1]).toBeLessThanOrEqual(split)
      }
      for (const { from, to, cut, event, vague } of late) {
        expect(from).toBeGreaterThanOrEqual(LEFT)
        expect(to).toBeLessThanOrEqual(RIGHT)
        expect(to).toBeGreaterThan(from)
        expect(cut).toEqual({ from: event.extent[0] < split, to: event.extent[1] > LAST })
        expect(vague).toBe(event.precision === 'year' || event.precision === 'mid-year')
      }
    }), RUNS)
  })

  it('keeps the order of time', () => {
    fc.assert(fc.property(events, (events) => {
      const { late } = place(events, 2010)
      const sorted = late.toSorted((one, other) => one.event.extent[0] - other.event.extent[0])
      for (const [index, { from }] of sorted.entries())
        expect(from).toBeGreaterThanOrEqual(sorted[index - 1]?.from ?? LEFT)
    }), RUNS)
  })

  it('places an event that nobody placed by hand, and says when it cannot', () => {
    const at = (id: string): DatedEvent => ({
      id,
      actors: ['company'],
      precision: 'month',
      date: 'June 2015',
      name: 'Something new',
      extent: [2015.5, 2015.58],
    })
    const one = place([at('a')], 2010)
    expect(one.late[0]).toMatchObject({ crowded: false })
    // Two at the same time stand apart; twenty have no room.
    const two = place([at('a'), at('b')], 2010).late
    expect(two.map(({ crowded }) => crowded)).toEqual([false, false])
    expect([two[0]!.y, two[0]!.labelY]).not.toEqual([two[1]!.y, two[1]!.labelY])
    expect(place(Array.from({ length: 20 }, (_, index) => at(`e${index}`)), 2010).late.some(({ crowded }) => crowded)).toBe(true)
  })

  it('leaves what was placed by hand where it is', () => {
    const byHand = { a: { y: 322, labelY: 394, label: 'edge' } } as const
    const event: DatedEvent = {
      id: 'a',
      actors: ['company'],
      precision: 'month',
      date: 'June 2015',
      name: 'Something',
      extent: [2015.5, 2015.58],
    }
    expect(place([event], 2010, byHand).late[0]).toMatchObject({ ...byHand.a, x: RIGHT, anchor: 'end', crowded: false })
  })
})

describe('the path of the laboratory', () => {
  it('keeps steps in order and their text on the slide, or says that there is no room', () => {
    const years = fc
      .array(fc.double({ min: 1950, max: 2018, noNaN: true }), { minLength: 3, maxLength: 3 })
      .map(all => all.toSorted((a, b) => a - b))
    fc.assert(fc.property(years, (years) => {
      const steps = pathSteps(years, 2019, [[200, 320], [280, 400], [200, 226]])
      for (const [index, { x, left, width, crowded }] of steps.entries()) {
        const next = steps[index + 1]
        expect(x >= 14 && x <= 1138).toBe(true)
        if (next)
          expect(next.x).toBeGreaterThanOrEqual(x)
        if (!crowded)
          expect(left + width).toBeLessThanOrEqual(next ? next.left : 1152)
      }
    }), RUNS)
    expect(pathSteps([2019, 2019, 2019], 2019, []).map(({ x }) => x)).toEqual([14, 14, 14])
  })
})

describe('members of an alliance', () => {
  const WIDTH = 486
  const amount = fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 1_000_000 }))

  it('stand in one row, each with a ring or several to one, and never fewer than none', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 8 }), amount, amount, (named, one, other) => {
      const [sure, possible] = [Math.min(one, other), Math.max(one, other)]
      const marks = allianceMarks(named, { sure, possible, open: false }, WIDTH)
      const all = named + marks.sure.length + marks.possible.length
      expect(all * marks.side + (all - 1) * marks.gap).toBeLessThanOrEqual(WIDTH + 1e-6)
      expect(marks.side).toBeGreaterThan(8)
      expect(marks.sure).toHaveLength(Math.ceil(Math.max(0, sure - named) / marks.unit))
      expect(marks.sure.length + marks.possible.length).toBe(Math.ceil(Math.max(0, possible - named) / marks.unit))
    }), RUNS)
  })
})

describe('rows', () => {
  it('of a list fit into their room down to the closest that can be read', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 40 }), (rows) => {
      const padding = rowPadding(rows, 480, 23.5, 6.5)
      expect(padding).toBeLessThanOrEqual(6.5)
      if (padding > 2)
        expect(rows * (23.5 + 2 * padding)).toBeLessThanOrEqual(480 + 1e-6)
    }))
  })
})

describe('lists that the slides show', () => {
  it('have room', () => expect(roomProblems().map(problemText)).toEqual([]))

  const none: Lists = {
    partners: [],
    offers: {},
    organisers: [],
    entrants: [],
    alliances: [],
    precedents: [],
    policyTexts: [],
    flows: [],
    mechanisms: [],
    events: 0,
    figures: 0,
    derived: 0,
  }
  const many = (length: number) => Array.from({ length }, (_, index) => `id-${index}`)
  it.each([
    [{ partners: many(20) }, 'data/mechanisms.ts: "training": partners: expected at most 8'],
    [{ entrants: many(12) }, 'data/mechanisms.ts: "competition": entrants: expected at most 10'],
    [{ offers: { titan: many(9) } }, 'data/mechanisms.ts: "titan": offers: expected at most 5'],
    [{ events: 30 }, 'data/timeline.ts: "timeline": length: expected at most 15'],
    [{ figures: 37 }, 'data/index.ts: "figures": length: expected at most 36'],
    [{ flows: Array.from({ length: 4 }, (_, index) => ({ id: `f${index}`, from: 'company', to: 'university', section: 'people', paragraph: 1, claimedBy: 'article' })) }, 'data/exchange.ts: "company → university": flows: expected at most 3'],
    [{ mechanisms: Array.from({ length: 8 }, (_, index) => ({ id: `m${index}`, nameZh: '', measures: many(2), section: 'people', paragraph: 1, claimedBy: 'article' })) }, 'data/mechanisms.ts: "m0": measures: expected at most 1'],
  ] as [Partial<Lists>, string][])('are refused when they are too long: %j', (longer, text) => {
    expect(roomProblems({ ...none, ...longer }).map(problemText).some(problem => problem.startsWith(text))).toBe(true)
  })
})

describe('strands', () => {
  it('part in the middle and cross towards both ends', () => {
    const { upper, lower } = strandPaths({ left: 0, right: 100, y: 50, swing: 30, spread: 10 })
    expect(upper.whole).toMatch(/^M0 60C/)
    expect(upper.whole).toMatch(/100 60$/)
    expect(lower.left).toMatch(/^M0 40C/)
  })

  it('of the braid cross where the overpasses are', () => {
    const { university, company, crossings } = braid(1200, 200, 5)
    const points = (path: string) =>
      Array.from(path.matchAll(/[ML]([\d.]+) ([\d.]+)/g), match => [Number(match[1]), Number(match[2])] as const)
    const [upper, lower] = [points(university), points(company)]
    for (const crossing of crossings) {
      const nearest = upper.reduce((best, [x], index) => Math.abs(x - crossing) < Math.abs(upper[best]![0] - crossing) ? index : best, 0)
      expect(Math.abs(upper[nearest]![1] - lower[nearest]![1])).toBeLessThan(12)
    }
  })
})

describe('two lines', () => {
  it.each([
    ['January 2018 to January 2019', ['January 2018 to', 'January 2019']],
    ['Stanford', ['Stanford']],
  ])('breaks "%s" near its middle', (text, lines) => expect(twoLines(text)).toEqual(lines))
})

describe('an enlarged exhibit', () => {
  const side = fc.integer({ min: 20, max: 1280 })
  const at = fc.integer({ min: 0, max: 700 })

  it('fills the slide in one direction, in its middle, and nothing of it is cut off', () => {
    fc.assert(fc.property(side, side, at, at, at, at, (width, height, left, top, x, y) => {
      const moved = fillSlide({ left, top, width, height }, { x, y })
      // Where what it draws stands then: from the corner of its box, which was moved.
      const { factor } = moved
      const drawn = {
        left: x + moved.x + left * factor,
        top: y + moved.y + top * factor,
        width: width * factor,
        height: height * factor,
      }
      expect(drawn.left).toBeCloseTo(1280 - drawn.left - drawn.width)
      expect(drawn.top).toBeCloseTo(720 - drawn.top - drawn.height)
      expect(Math.min(drawn.left, drawn.top)).toBeCloseTo(16)
    }))
  })
})
