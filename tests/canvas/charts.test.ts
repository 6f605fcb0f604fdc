import type { Browser, Page } from 'playwright-core'
import type { Bound } from '../../data/types'
import type { Box } from '../../figures/chart-layout'
import type { Mark } from '../../figures/series'
import type { ChartCase } from '../chart-cases'
import type { MarkReport, Report } from './draw'
import path from 'node:path'
import fc from 'fast-check'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../addon/node/browser/browser'
import { chartCase, dotCase, dotWordsOf } from '../chart-cases'
import { inParts, LANDING } from '../parts'

/**
 * Charts drawn in a real browser and read off their pixels: without the site, so that it takes seconds. The cases are the same each time;
 * to see others, change the seed.
 */
const SEED = 20190128
const SAMPLED = 60
/** How many of them each `npm test` draws. */
const FEW = 10
/** How far a reading may be off: antialiasing, in pixels and in strength. */
const PIXEL = 1
const TONE = 0.06
/** How strongly the possible and the supposed are laid on, at most. */
const LIGHT = 0.6
const SUPPOSED = 0.2

let browser: Browser
let page: Page

/** The deck's chart code in one script, without the deck. */
async function chartScript(): Promise<string> {
  const entry = path.join(import.meta.dirname, 'draw.ts')
  const made = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, lib: { entry, name: 'charts', formats: ['iife'] } },
  })
  const { output } = [made].flat()[0] as { output: { code: string }[] }
  return output[0]!.code
}

beforeAll(async () => {
  const [script, started] = await Promise.all([chartScript(), launchBrowser()])
  browser = started
  page = await browser.newPage()
  await page.setContent('<!doctype html><body></body>')
  await page.addScriptTag({ content: script })
}, 60_000)
afterAll(() => browser?.close())

const bounds = ['exact', 'at-least', 'at-most', 'about'] as const
function chartOf(direction: ChartCase['direction'], marks: Mark[], rest: Partial<ChartCase['series']> = {}): ChartCase {
  return {
    language: 'en',
    direction,
    height: 480,
    series: { intl: { locale: 'en-GB', list: 'disjunction', number: { maximumFractionDigits: 1 } }, axisTitle: 'papers', marks, ...rest },
  }
}
function mark(value: number | null, bound: Bound, rest: Partial<Mark> = {}): Mark {
  return {
    label: ['2014'],
    value,
    bound,
    actors: ['company', 'university'],
    text: value === null ? 'not reported' : `${bound} ${value}`,
    ...rest,
  }
}

/** Each bound, as a number and as a range, one, two and three hues, small beside large, both ways. */
const chosen = (['up', 'right'] as const).flatMap(direction =>
  bounds.flatMap(bound => [
    {
      what: `${direction}: ${bound}`,
      chart: chartOf(direction, [
        mark(1300, bound),
        mark(null, 'unknown'),
        mark(400, bound, { actors: ['university'] }),
        mark(22, 'exact'),
      ]),
    },
    {
      what: `${direction}: ${bound}, a range`,
      chart: chartOf(direction, [
        mark(700, bound, { upTo: 1300 }),
        mark(0, bound, { upTo: 900, actors: ['state', 'company', 'university'] }),
      ]),
    },
    {
      what: `${direction}: ${bound}, 0 and 1 beside a million`,
      chart: chartOf(direction, [mark(0, bound), mark(1, bound), mark(1_000_000, bound, { actors: [] })]),
    },
    {
      what: `${direction}: ${bound}, supposed`,
      chart: chartOf(direction, [mark(31.5, bound, { hypothetical: true, actors: [] }), mark(2, bound)], {
        cell: ' (one cell = {n} days)',
      }),
    },
  ]),
)
const sampled = fc.sample(chartCase, { seed: SEED, numRuns: SAMPLED }).map((chart, index) => ({ what: `${SEED}/${index}`, chart }))
const sampledDots = fc.sample(dotCase, { seed: SEED, numRuns: SAMPLED / 2 }).map((chart, index) => ({ what: `${SEED}/${index}`, chart }))
const chosenDots = chosen.filter(({ chart }) => chart.direction === 'up' && !chart.series.cell)

/** What a test that fails has to say. */
function told({ series, direction }: ChartCase) {
  const marks = series.marks.map(({ value, upTo, bound, actors, text }) => ({ value, upTo, bound, actors, text }))
  return `${direction}: ${JSON.stringify(marks)}`
}

function overlap(one: Box, other: Box) {
  return one.left < other.right - PIXEL
    && other.left < one.right - PIXEL
    && one.top < other.bottom - PIXEL
    && other.top < one.bottom - PIXEL
}
const squeeze = (text: string) => text.replaceAll(' ', '')

function expectWholePicture(report: Report, { series, height }: ChartCase, about: string): void {
  for (const side of ['left', 'top', 'right', 'bottom'] as const)
    expect(report.plot[side], `${about}: the plot's ${side}`).toBeCloseTo(report.wantedPlot[side], 0)
  expect(report.stray, `${about}: pixels of a hue outside the plot`).toBe(0)
  expect(report.edge, `${about}: pixels cut by the canvas's edge`).toBe(0)
  const written = squeeze(report.texts.map(({ text }) => text).join(''))
  for (const { text } of series.marks) expect(written, about).toContain(squeeze(text))
  report.texts.forEach(({ text, box, seen }, index) => {
    expect(Math.min(box.left, box.top, 1152 - box.right, height - box.bottom), `${about}: "${text}" lies inside`).toBeGreaterThanOrEqual(
      0,
    )
    expect(seen, `${about}: "${text}" can be seen`).toBeGreaterThan(0.4)
    for (const other of report.texts.slice(index + 1))
      expect(overlap(box, other.box), `${about}: "${text}" over "${other.text}"`).toBe(false)
  })
}

/** Where the last pixel of at least such a strength ends. */
const endOf = (tones: readonly number[], least: number) => tones.findLastIndex(tone => tone >= least) + 1

/** Without the lines between cells: each pixel as the middle one of those around it. */
function quiet(tones: readonly number[], hasCells: boolean): readonly number[] {
  return hasCells ? tones.map((_, at) => tones.slice(Math.max(0, at - 4), at + 5).sort((one, other) => one - other)[4] ?? 0) : tones
}

function expectBar(
  { low, high, strips, foot }: MarkReport,
  { bound, upTo, hypothetical, value }: Mark,
  hasCells: boolean,
  about: string,
): void {
  const full = hypothetical ? SUPPOSED : 1
  const slack = hypothetical ? 0.15 : TONE
  if (high < 2)
    // The dashes of a supposition lie over it.
    expect(foot, `${about}: shows that there is a bar`).toBeGreaterThanOrEqual(hypothetical ? 0.3 : 0.8)
  for (const { hue, tones: read } of strips) {
    const tones = read.map(tone => tone / full)
    const ends = `${value}${upTo === undefined ? '' : ` to ${upTo}`}, at ${low.toFixed(1)} and ${high.toFixed(1)}`
    const what = `${about}: the ${hue} of ${bound} ${ends}: ${tones
      .slice(-70)
      .map(tone => tone.toFixed(2))
      .join(' ')}`
    // Neither the antialiased end nor what cuts a cell.
    const inside = (from: number, to: number) => quiet(tones, hasCells).slice(Math.ceil(from) + 2, Math.max(0, Math.floor(to) - 2))
    const most = (values: readonly number[]) => Math.max(0, ...values)
    const least = (values: readonly number[]) => Math.min(...values)
    if (high < 3)
      continue
    if (bound === 'exact' || bound === 'at-most')
      expect(Math.abs(endOf(tones, upTo === undefined ? 0.4 : 0.15) - high), `${what}: ends at its value`).toBeLessThanOrEqual(PIXEL)
    if (bound === 'exact' && low > 4)
      expect(least(inside(0, low)), `${what}: certain up to there`).toBeGreaterThan(1 - slack)
    if (bound === 'exact' && upTo !== undefined && !hasCells && low > 4 && high - low > 4) {
      expect(Math.abs(endOf(tones, 0.75) - low), `${what}: certain up to its lower end`).toBeLessThanOrEqual(PIXEL)
      expect(most(inside(low, high)), `${what}: lighter above`).toBeLessThan(LIGHT)
    }
    if (bound === 'at-most') {
      expect(most(inside(0, high - 4)), `${what}: nothing is certain`).toBeLessThan(LIGHT)
      if (!hypothetical && high > 10)
        expect(tones[Math.floor(high) - 2], `${what}: has a lid`).toBeGreaterThan(0.9)
    }
    if (bound === 'at-least' || bound === 'about') {
      expect(tones[Math.round(high) + 15], `${what}: goes on`).toBeGreaterThan(0.02)
      expect(most(tones.slice(-4)), `${what}: and fades out`).toBeLessThan(0.06 / full)
    }
    if ((bound === 'at-least' || bound === 'about') && !hasCells) {
      const fading = tones.slice(Math.floor(high))
      for (const [index, tone] of fading.entries()) {
        expect(tone, `${what}: pixel ${index} beyond is no stronger than before`).toBeLessThanOrEqual(
          (fading[index - 1] ?? 1.1) + 0.02 / full,
        )
      }
    }
    if (bound === 'at-least' && upTo === undefined && !hasCells) {
      expect(least(inside(0, high)), `${what}: certain up to there`).toBeGreaterThan(1 - slack)
      expect(tones[Math.round(high) + 26], `${what}: half of it in the middle of its fade`).toBeCloseTo(0.5, 0)
    }
    if (bound === 'about' && upTo === undefined && !hasCells && high > 30) {
      expect(Math.abs(tones[Math.round(high)]! - 0.5), `${what}: half of it at its value`).toBeLessThan(0.1)
      expect(tones[Math.round(high) - 15], `${what}: soft before`).toBeLessThan(0.95)
    }
  }
}

function read(chart: ChartCase, isDots: boolean) {
  const words = isDots ? dotWordsOf(chart.language) : undefined
  return page.evaluate(([chart, words]) => window.readChart(chart, words), [chart, words] as const)
}

describe('bars in a browser', () => {
  const parts = inParts([...chosen, ...sampled], (_, index) => index < chosen.length + FEW)
  describe.each(parts)('$when', ({ some, options }) => it.each(some)('$what', options, async ({ chart }) => {
    const about = told(chart)
    const report = await read(chart, false)
    expectWholePicture(report, chart, about)
    expect(report.marks).toHaveLength(chart.series.marks.filter(({ value }) => value !== null).length)
    for (const bar of report.marks) expectBar(bar, chart.series.marks[bar.index]!, chart.series.cell !== undefined, about)
  }))
})

describe('bars that begin to grow', LANDING, () => {
  it.each(chosen)('have nothing of their end yet, $what', async ({ chart }) => {
    expect(await page.evaluate(chart => window.hueBeforeGrowing(chart), chart)).toBe(0)
  })
})

describe('dots on a logarithmic axis in a browser', () => {
  const parts = inParts([...chosenDots, ...sampledDots], (_, index) => index < chosenDots.length + FEW)
  describe.each(parts)('$when', ({ some, options }) => it.each(some)('$what', options, async ({ chart }) => {
    const about = told(chart)
    const report = await read(chart, true)
    expectWholePicture(report, chart, about)
    for (const { index, high, strips } of report.marks) {
      const { bound, upTo } = chart.series.marks[index]!
      for (const { hue, tones } of strips) {
        const what = `${about}: the ${hue} of mark ${index}, at ${high.toFixed(1)}`
        if (bound === 'exact')
          expect(Math.abs(endOf(tones, 0.5) - high - 9), `${what}: a dot round its value`).toBeLessThanOrEqual(4)
        if (bound !== 'at-most' && upTo === undefined)
          expect(tones[Math.round(high)], `${what}: a dot`).toBeGreaterThan(bound === 'about' ? 0.3 : 0.6)
        if (bound === 'at-most')
          expect(Math.abs(endOf(tones, 0.9) - high), `${what}: a lid at its ceiling`).toBeLessThanOrEqual(PIXEL)
        if (bound === 'at-least')
          expect(tones[Math.round(high) + 20], `${what}: goes on`).toBeGreaterThan(0.1)
      }
    }
  }))
})

describe('a chart drawn for the printer', () => {
  /** More than smoothing makes of an edge or a letter, less than a missing digit. */
  const NOTICEABLE = 40
  const both = [...chosen, ...sampled.slice(0, 10)].map(one => ({ ...one, dots: false })).concat([...chosenDots, ...sampledDots.slice(0, 5)].map(one => ({ ...one, what: `${one.what}, dots`, dots: true })))

  it.each(both)('looks as on the screen: $what', async ({ chart, dots }) => {
    const args = [chart, dots ? dotWordsOf(chart.language) : undefined] as const
    expect(await page.evaluate(([chart, words]) => window.paperDifference(chart, words), args), told(chart)).toBeLessThan(NOTICEABLE)
  })

  it('may have curves, dashes, points of each form and turned labels', async () => {
    expect(await page.evaluate(() => window.linesDifference())).toBeLessThan(NOTICEABLE)
  })

  it('may not have what a printer would blur', async () => {
    expect(await page.evaluate(() => window.refusal())).toMatch(/pattern.*, 0 left$/)
  })
})
