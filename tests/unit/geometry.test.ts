import type { Lists } from '../../checks/exhibit-room'
import type { CityId, DatePrecision } from '../../data'
import type { Box } from '../../figures/boxes'
import type { DatedEvent } from '../../figures/timeline-layout'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillSlide } from '../../addon/lib/enlargement'
import { problemText } from '../../addon/lib/problem'
import { roomProblems } from '../../checks/exhibit-room'
import { coordinates, mapWindow, yearMonth } from '../../data'
import { allianceMarks } from '../../figures/alliance-marks'
import { articleTimeline } from '../../figures/article-timeline'
import { overlap } from '../../figures/boxes'
import { pathSteps } from '../../figures/laboratory-path'
import { mapLayout } from '../../figures/map-layout'
import { officeMap } from '../../figures/office-map'
import { rowPadding } from '../../figures/rows'
import { braid, strandPaths } from '../../figures/strands'
import { advance, twoLines } from '../../figures/text'
import { extentOf, timeScale } from '../../figures/time-scale'
import { ACADEMIC, LEFT, RIGHT, timelineLayout } from '../../figures/timeline-layout'
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
      // The land lies where the places do, however far the window has grown.
      const { at, degree } = map.land
      for (const [index, { at: [x, y] }] of map.places.entries()) {
        expect(at[0] + degree[0] * (places[index]!.longitude - mapWindow.west)).toBeCloseTo(x)
        expect(at[1] + degree[1] * (mapWindow.north - places[index]!.latitude)).toBeCloseTo(y)
      }
    }), RUNS)
  })

  it('writes no name over another, or says that it had to', () => {
    fc.assert(fc.property(places, (places) => {
      const clear = mapLayout(places, places[0]!.id, {}, LARGEST).places.filter(({ crowded }) => !crowded)
      expect(overlapping(clear.map(({ box }) => box))).toBe(false)
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

  it.each(editions)('complains of no city, and leads no way across a name ($id)', (edition) => {
    const { places } = officeMap(wordsOf(edition))
    expect(places.filter(({ crowded }) => crowded)).toEqual([])
    const points = places.flatMap(({ route = '' }) => {
      const [fromX, fromY, overX, overY, toX, toY] = Array.from(route.matchAll(/-?[\d.]+/g), Number)
      return route
        ? Array.from({ length: 101 }, (_, index) => {
            const [before, after] = [1 - index / 100, index / 100]
            const at = (from: number, over: number, to: number) => before ** 2 * from + 2 * before * after * over + after ** 2 * to
            return [at(fromX!, overX!, toX!), at(fromY!, overY!, toY!)] as const
          })
        : []
    })
    expect(points.length).toBeGreaterThan(700)
    for (const { id, box } of places)
      expect(points.filter(([x, y]) => x > box.left && x < box.right && y > box.top && y < box.bottom), id).toEqual([])
  })

  it('shows each city apart: no mark hides another, and a name that stands away has a line to its mark', () => {
    const { places } = officeMap(wordsOf(editions[0]))
    const [home, ...others] = places
    for (const [index, { id, at, radius, leader, dx, dy }] of others.entries()) {
      const fromHome = Math.hypot(at[0] - home!.at[0], at[1] - home!.at[1])
      expect(fromHome + radius <= home!.radius || fromHome >= home!.radius + radius, id).toBe(true)
      for (const other of others.slice(index + 1))
        expect(Math.hypot(at[0] - other.at[0], at[1] - other.at[1]), `${id}, ${other.id}`).toBeGreaterThan(radius + other.radius)
      expect(leader !== undefined, id).toBe(Math.hypot(dx, dy) > 40)
    }
    expect(others.find(({ id }) => id === 'shenzhen')).toMatchObject({ leader: expect.any(Array) as unknown, route: undefined })
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
  const place = (events: readonly DatedEvent[], split: number) => timelineLayout(events, { first: FIRST, last: LAST, split })

  it('keeps every mark on its axis, whatever is dated, and draws no end where the date goes on', () => {
    fc.assert(fc.property(events, fc.double({ min: 2000, max: 2018, noNaN: true }), (events, split) => {
      const { early, late, band, at } = place(events, split)
      expect(early.length + late.length).toBe(events.length)
      for (const { x, event } of early) {
        expect(x >= LEFT && x <= RIGHT).toBe(true)
        expect(event.extent[1]).toBeLessThanOrEqual(split)
      }
      expect(band).toMatchObject({ left: at(split), right: RIGHT })
      for (const { from, to, cut, event, vague, y } of late) {
        expect(from).toBeGreaterThanOrEqual(LEFT)
        expect(to).toBeLessThanOrEqual(RIGHT)
        expect(to).toBeGreaterThan(from)
        expect(y > band.top && y < band.bottom).toBe(true)
        expect(cut).toEqual({ from: event.extent[0] < split, to: event.extent[1] > LAST })
        expect(vague).toBe(event.precision === 'year' || event.precision === 'mid-year')
      }
    }), RUNS)
  })

  it('keeps the order of time, downwards and to the right, a line for each event', () => {
    fc.assert(fc.property(events, (events) => {
      const { late } = place(events, 2010)
      for (const [index, { from, y, event }] of late.entries()) {
        const before = late[index - 1]
        expect(from).toBeGreaterThanOrEqual(before?.from ?? LEFT)
        expect(event.extent[0]).toBeGreaterThanOrEqual(before?.event.extent[0] ?? -Infinity)
        expect(y).toBeGreaterThan(before?.y ?? 0)
      }
    }), RUNS)
  })

  it('has room for its words before the marks, or says that it has none', () => {
    fc.assert(fc.property(events, (events) => {
      const { late, columns: { who, what, when }, band, size } = place(events, 2017)
      expect(when).toBeLessThan(band.left)
      for (const [index, { event: { name, date }, crowded, y }] of late.entries()) {
        expect(what + advance(name, size) + advance(date, 22)).toBeLessThan(when)
        if (crowded)
          continue
        expect(who).toBeGreaterThanOrEqual(0)
        expect(y - (late[index - 1]?.y ?? -Infinity)).toBeGreaterThanOrEqual(28)
        expect(y).toBeLessThan(ACADEMIC - 12)
      }
    }), RUNS)
  })

  it('places as many events as have room, with smaller names when they are many, and says when they are too many', () => {
    const at = (_: unknown, index: number): DatedEvent => ({
      id: `e${index}`,
      actors: ['company'],
      precision: 'month',
      date: 'June 2018',
      name: 'Something new',
      extent: [2018.5, 2018.58],
    })
    const of = (length: number) => place(Array.from({ length }, at), 2017)
    expect(of(8)).toMatchObject({ size: 28, late: Array.from({ length: 8 }, () => ({ crowded: false })) })
    expect(of(10)).toMatchObject({ size: 22, late: Array.from({ length: 10 }, () => ({ crowded: false })) })
    expect(of(11).late.every(({ crowded }) => crowded)).toBe(true)
  })

  it.each(editions)('has the words of $id in the size that carries to the back row', (edition) => {
    expect(articleTimeline(wordsOf(edition))).toMatchObject({ size: 28 })
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
