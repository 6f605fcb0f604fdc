import { describe, expect, it } from 'vitest'
import { beijingFund, cities, coordinates, textbookReceived, visionSince } from '../../data'
import { mapWidth, project } from '../../lib/map-projection'
import { braid, strandPaths } from '../../lib/strands'
import { twoLines } from '../../lib/text'
import { extentOf, timeScale } from '../../lib/time-scale'

describe('map', () => {
  const window = { west: 97, east: 146, south: -2, north: 44, height: 500 }

  it('puts every city inside the window, north up and east right', () => {
    for (const { id } of cities) {
      const [x, y] = project(window, coordinates[id])
      expect(x, id).toBeGreaterThan(0)
      expect(x, id).toBeLessThan(mapWidth(window))
      expect(y, id).toBeGreaterThan(0)
      expect(y, id).toBeLessThan(500)
    }
    expect(project(window, coordinates.beijing)[1]).toBeLessThan(project(window, coordinates.singapore)[1])
    expect(project(window, coordinates.chengdu)[0]).toBeLessThan(project(window, coordinates.tokyo)[0])
  })
})

describe('time', () => {
  it('is drawn true to scale', () => {
    const x = timeScale([1992, 2019], [0, 270])
    expect([x(1992), x(2001), x(2019)]).toEqual([0, 90, 270])
  })

  it('is as long as the date is vague', () => {
    const length = (date: Parameters<typeof extentOf>[0]) => extentOf(date)[1] - extentOf(date)[0]
    expect(length(visionSince)).toBe(1)
    expect(length(beijingFund)).toBeCloseTo(1 / 12)
    expect(length(textbookReceived)).toBeCloseTo(1 / 3, 1)
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
    const points = (path: string) => Array.from(path.matchAll(/[ML]([\d.]+) ([\d.]+)/g), match => [Number(match[1]), Number(match[2])] as const)
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
