import type { Browser, Page } from 'playwright-core'
import type { Bound } from '../../data'
import type { DotCount } from '../../figures/dot-field'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSSRApp, h } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { launchBrowser } from '../../addon/node/browser/browser'
import DotField from '../../components/DotField.vue'
import { dotCount, dotGrid, fieldHeight } from '../../figures/dot-field'
import { headcountField } from '../../figures/headcount-field'
import { inParts } from '../parts'
import { readPixels } from './pixels'

const MARGIN = 40
const SCALE = 3
const COMPANY = [180, 0, 0]
const UNIVERSITY = [0, 0, 180]
const SLIDE = { width: 1152, height: 454 }
const SMALL = { width: 560, height: 185 }

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await launchBrowser()
  page = await browser.newPage({ viewport: { width: SLIDE.width + 2 * MARGIN, height: 480 + 2 * MARGIN }, deviceScaleFactor: SCALE })
})
afterAll(() => browser?.close())

interface Part { props: InstanceType<typeof DotField>['$props'], y?: number }

/** Draws fields of dots into one SVG on white paper, a margin around it. */
async function draw(parts: readonly Part[], { width, height }: { width: number, height: number }): Promise<void> {
  const svg = await renderToString(
    createSSRApp({
      render: () =>
        h(
          'svg',
          { width, height, style: 'overflow: visible' },
          parts.map(({ props, y = 0 }) => h('g', { transform: `translate(0 ${y})` }, [h(DotField, props)])),
        ),
    }),
  )
  await page.setContent(`<style>
    :root { --company: rgb(${COMPANY.join(' ')}); --university: rgb(${UNIVERSITY.join(' ')}); --quiet: var(--company); --paper: #fff }
    body { margin: ${MARGIN}px; background: #fff }
    svg { display: block }
    .dots { fill: none; stroke-linecap: round }
  </style>${svg}`)
}

function read(colour: readonly number[], { width, height }: { width: number, height: number }) {
  return readPixels(page, colour, { x: MARGIN, y: MARGIN, width, height }, SCALE)
}
const figure = (value: number | readonly [number, number], bound: Bound = 'exact') => dotCount({ value, bound })

describe('dots on the screen', () => {
  const counts = [
    [0, 'exact', 'small'],
    [2270, 'at-least', 'small'],
    [22, 'exact', 'small'],
    [[1232, 3456], 'exact', 'small'],
    [5003, 'at-most', 'small'],
    [987_654, 'unknown', 'small'],
    [150, 'about', 'small'],
    [0, 'at-least', 'small'],
    [1, 'exact', 'small'],
    [2000, 'at-least', 'slide'],
    [3600, 'at-least', 'slide'],
    [7777, 'exact', 'small'],
    [12_345, 'at-least', 'small'],
    [99_990, 'exact', 'slide'],
    [1_000_000, 'at-least', 'small'],
    [400, 'at-least', 'small'],
    [1461, 'exact', 'small'],
    [31, 'at-most', 'small'],
    [[40, 65], 'exact', 'small'],
  ] as const
  // Of each bound one at each test.
  const parts = inParts(counts, (_, index) => index < 7)
  describe.each(parts)('$when', ({ some, options }) => it.each(some)('%j, %s, %s box: whole', options, async (value, bound, size) => {
    const box = size === 'slide' ? SLIDE : SMALL
    const count = figure(value, bound)
    const grid = dotGrid({ fields: [count], ...box })
    await draw([{ props: { grid, count } }], box)
    const { areas, outside, lowest } = await read(COMPANY, box)
    expect(areas).toHaveLength(Math.ceil(count.possible / grid.unit))
    expect(outside).toBe(0)
    // A fading stroke is the only thing below the last dot, and only a floor has one.
    const bottom = Math.max(0, ...areas.map(area => area.bottom))
    if (count.open)
      expect(lowest).toBeGreaterThan(bottom + grid.pitch)
    else
      expect(lowest).toBeLessThanOrEqual(bottom + 1)
    // Whole dots are of one size, and hollow ones are emptier.
    const wide = areas.filter(({ left, right }) => right - left > 0.8 * 0.56 * grid.pitch)
    expect(wide.length).toBeGreaterThanOrEqual(Math.floor(count.possible / grid.unit))
    const full = Math.max(0, ...areas.map(({ size }) => size))
    const filled = areas.filter(({ size }) => size > 0.78 * full)
    if (count.sure > 0)
      expect(filled).toHaveLength(Math.floor(count.sure / grid.unit))
  }))

  it.each([
    [150, 'at-least', 900],
    [80, 'exact', 60_000],
    [1234, 'exact', 45_678],
    [30, 'at-most', 120],
    [90, 'exact', 60],
  ] as const)('%i ringed (%s) of %i: as many rings, in the same unit', async (value, bound, all) => {
    const count = figure(all)
    const ringed = figure(value, bound)
    const grid = dotGrid({ fields: [{ ...count, possible: Math.max(count.possible, ringed.possible) }], ...SMALL })
    await draw([{ props: { grid, count, ringed } }], SMALL)
    const dots = await read(COMPANY, SMALL)
    const rings = await read(UNIVERSITY, SMALL)
    expect(dots.areas).toHaveLength(Math.ceil(all / grid.unit))
    expect(rings.areas).toHaveLength(Math.ceil(value / grid.unit))
    expect(dots.outside + rings.outside).toBe(0)
  })

  it.each([
    ['grew', figure(22), figure(2000, 'at-least')],
    ['grew beyond a dot a person', figure(22), figure(36_000, 'at-least')],
    ['began with more than a row', figure(500), figure(2000, 'exact')],
    ['fell', figure(2000), figure(22, 'at-least')],
    ['stayed', figure(300), figure(300)],
    ['may have grown or fallen', figure(300, 'at-least'), figure(200, 'at-least')],
    ['is a range', figure(22), figure([900, 1500])],
  ] satisfies [string, DotCount, DotCount][])('headcount that %s: every count is there in whole', async (_, start, now) => {
    const box = { width: 700, height: 250 }
    const { grid, first, rest, apart } = headcountField({ start, now, startWidth: 150, nowWidth: 300, ...box })
    await draw([first, rest].map(({ count, y }) => ({ props: { grid, count }, y })), box)
    const { areas, outside } = await read(COMPANY, box)
    expect(outside).toBe(0)
    const upper = areas.filter(({ bottom }) => bottom - MARGIN <= first.y + fieldHeight(first.count, grid))
    const sum = (areas: { length: number }) => areas.length * grid.unit
    const near = (shown: number, count: number, cuts: number) => expect(Math.abs(shown - count)).toBeLessThan(Math.max(1, grid.unit * cuts))
    near(sum(upper), start.possible, 1)
    near(sum(areas), apart ? start.possible + now.possible : now.possible, 2)
  })
})
