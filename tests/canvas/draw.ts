import type { ChartConfiguration } from 'chart.js'
import type { Actor } from '../../data/types'
import type { Box, DotWords } from '../../figures/chart-layout'
import type { Palette } from '../../figures/chart-style'
import type { ChartCase } from '../chart-cases'
import { drawOnPaper } from '../../addon/charts'
import { isCeiling, sideOf } from '../../data/bounds'
import { canvasMeasure } from '../../figures/canvas-text'
import { barConfig, logDotConfig } from '../../figures/chart-config'
import { Chart } from '../../figures/chart-parts'

/**
 * Runs in a browser's empty page: draws a chart as the deck does and reads it off its pixels. Lengths come from Chart.js's own scale,
 * which prints the axis, and not from the deck's layout.
 */

/** What a browser shows of one mark. */
export interface MarkReport {
  readonly index: number
  /** Where its ends should be, in pixels from the base, by the printed axis. */
  readonly low: number
  readonly high: number
  /** For each hue, pixel by pixel from the base: 0 is paper, 1 the full hue. */
  readonly strips: readonly { readonly hue: string, readonly tones: readonly number[] }[]
  /** Share of the places along the base, across the mark, that have its first hue. */
  readonly foot: number
}

export interface TextReport {
  readonly text: string
  /** Of its ink. */
  readonly box: Box
  /** The darkest of it that can be seen in the end, from 0 for paper to 1 for ink. */
  readonly seen: number
}

export interface Report {
  readonly marks: readonly MarkReport[]
  readonly texts: readonly TextReport[]
  readonly plot: Box
  /** Whether Chart.js keeps to the layout. */
  readonly wantedPlot: Box
  /** Pixels of an actor's hue outside of the plot. */
  readonly stray: number
  /** Pixels that are not paper in the outermost rows and columns, but for the axis line. */
  readonly edge: number
}

const WIDTH = 1152
/** Hues of one channel each, so that mixed pixels can be told apart; grid lines are as good as paper. */
const palette: Palette = {
  paper: '#ffffff',
  ink: '#000000',
  quiet: '#707070',
  rule: '#fefefe',
  university: '#0000e0',
  company: '#e00000',
  state: '#00a000',
}
/** Beyond a mark's far end the next thing is its label. */
const FURTHER = { 'at-least': 57, 'about': 31, 'exact': 5, 'at-most': 5, 'unknown': 0 }

declare global {
  interface Window {
    readChart: typeof readChart
    hueBeforeGrowing: typeof hueBeforeGrowing
    paperDifference: typeof paperDifference
    linesDifference: typeof linesDifference
    refusal: typeof refusal
  }
}

type Rgb = readonly [number, number, number]

function channels(colour: string): Rgb {
  return [1, 3, 5].map(at => Number.parseInt(colour.slice(at, at + 2), 16)) as unknown as Rgb
}

/** How much of a colour is laid on paper in a pixel. */
function toneOf(pixel: Rgb, hue: Rgb): number {
  const along = hue.map(channel => 255 - channel)
  const dot = along.reduce((sum, channel, index) => sum + channel * (255 - pixel[index]!), 0)
  return dot / along.reduce((sum, channel) => sum + channel ** 2, 0)
}

/** Every text that is written while `draw` runs, where its ink is; what is turned round is left out. */
function recordTexts(ctx: CanvasRenderingContext2D, draw: () => void): { text: string, box: Box }[] {
  const found: { text: string, box: Box }[] = []
  const original = ctx.fillText
  ctx.fillText = (text, x, y) => {
    const {
      actualBoundingBoxLeft: left,
      actualBoundingBoxRight: right,
      actualBoundingBoxAscent: up,
      actualBoundingBoxDescent: down,
    } = ctx.measureText(text)
    const { a, b, e, f } = ctx.getTransform()
    if (b === 0 && a > 0 && text.trim())
      found.push({ text, box: { left: x + e - left, right: x + e + right, top: y + f - up, bottom: y + f + down } })
    original.call(ctx, text, x, y)
  }
  draw()
  return found
}

/** Draws a chart, standing still as in print, and reads it. */
function readChart(chartCase: ChartCase, dots?: DotWords): Report {
  const { series, direction, height } = chartCase
  const canvas = Object.assign(document.createElement('canvas'), { width: WIDTH, height })
  canvas.style.cssText = `width: ${WIDTH}px; height: ${height}px`
  document.body.replaceChildren(canvas)
  const ctx = canvas.getContext('2d', { willReadFrequently: true })!
  const on = { still: true, pixelRatio: 1, width: WIDTH, height, measure: canvasMeasure() }
  const config = (dots ? logDotConfig(series, dots, on, palette) : barConfig(series, direction, on, palette)) as ChartConfiguration
  const chart = new Chart(canvas, config)
  const texts = recordTexts(ctx, () => chart.draw())
  const { data } = ctx.getImageData(0, 0, WIDTH, height)
  const pixel = (x: number, y: number): Rgb => {
    const at = (Math.round(y) * WIDTH + Math.round(x)) * 4
    return [data[at] ?? 255, data[at + 1] ?? 255, data[at + 2] ?? 255]
  }
  const isUp = direction === 'up'
  const scale = chart.scales[isUp ? 'y' : 'x']!
  const { left, top, right, bottom } = chart.chartArea
  const base = isUp ? bottom : left
  const along = (value: number) => Math.abs(scale.getPixelForValue(value) - base)

  const marks = series.marks.flatMap((mark, index): MarkReport[] => {
    const far = mark.upTo ?? mark.value
    if (mark.value === null || far === null || (dots && far <= 0))
      return []
    const element = chart.getDatasetMeta(0).data[index]!
    const { x, y, width, height } = element.getProps(['x', 'y', 'width', 'height'], true) as unknown as Record<
      'x' | 'y' | 'width' | 'height',
      number
    >
    const [across, thickness] = [isUp ? x : y, (isUp ? width : height) || 22]
    const names: (Actor | 'quiet')[] = mark.hypothetical || mark.actors.length === 0 ? ['quiet'] : [...mark.actors]
    const high = along(far)
    const length = Math.ceil(high + FURTHER[sideOf(mark.bound)] + (dots && !isCeiling(mark.bound) ? 11 : 0))
    const strips = names.map((name, stripe) => {
      // A third into the stripe: hues and the dashes of a closed end meet elsewhere.
      const middle = across - thickness / 2 + ((stripe + 0.5) * thickness) / names.length
      const tones = Array.from({ length }, (_, step) =>
        toneOf(isUp ? pixel(middle, bottom - 1 - step) : pixel(left + step, middle), channels(palette[name])))
      return { hue: name, tones }
    })
    const first = channels(palette[names[0]!])
    const isFirst = (colour: Rgb) => colour.every((channel, at) => Math.abs(channel - first[at]!) < 30)
    const footed = Array.from(
      { length: 20 },
      (_, step) => across - thickness / 2 + (((step + 0.5) / 20) * thickness) / names.length,
    ).filter(at => [-2, -1, 0, 1].some(off => isFirst(isUp ? pixel(at, bottom + off) : pixel(left + off, at))))
    return [{ index, low: mark.value > 0 ? along(mark.value) : 0, high, strips, foot: footed.length / 20 }]
  })

  let [stray, edge] = [0, 0]
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const colour = pixel(x, y)
      const isInside = x >= left - 3 && x <= right + 3 && y >= top - 3 && y <= bottom + 3
      if (!isInside && Math.max(...colour) - Math.min(...colour) > 60)
        stray += 1
      const isAxis = Math.abs(y - bottom) < 2 || Math.abs(x - left) < 2
      if ((x === 0 || y === 0 || x === WIDTH - 1 || y === height - 1) && !isAxis && Math.min(...colour) < 250)
        edge += 1
    }
  }
  const seenOf = ({ left, top, right, bottom }: Box) => {
    let darkest = 255
    for (let y = Math.floor(top); y <= bottom; y++) {
      for (let x = Math.floor(left); x <= right; x++) darkest = Math.min(darkest, Math.max(...pixel(x, y)))
    }
    return (255 - darkest) / 255
  }
  const report: Report = {
    marks,
    texts: texts.map(({ text, box }) => ({ text, box, seen: seenOf(box) })),
    plot: { left, top, right, bottom },
    wantedPlot: config.options!.plugins!.bounds!.layout!.plot as Box,
    stray,
    edge,
  }
  chart.destroy()
  return report
}

/** Pixels of an actor's hue away from the base when a chart begins to grow, which is how a slide shows it first. */
function hueBeforeGrowing({ series, direction, height }: ChartCase): number {
  const canvas = Object.assign(document.createElement('canvas'), { width: WIDTH, height })
  document.body.replaceChildren(canvas)
  const on = { still: false, pixelRatio: 1, width: WIDTH, height, measure: canvasMeasure() }
  const chart = new Chart(canvas, barConfig(series, direction, on, palette) as ChartConfiguration)
  chart.reset()
  chart.draw()
  const { left, top, right, bottom } = chart.chartArea
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, WIDTH, height)
  let count = 0
  for (let y = Math.ceil(top); y < bottom - (direction === 'up' ? 3 : 0); y++) {
    for (let x = Math.ceil(left + (direction === 'up' ? 0 : 3)); x < right; x++) {
      const pixel = data.subarray((y * WIDTH + x) * 4, (y * WIDTH + x) * 4 + 3)
      count += Math.max(...pixel) - Math.min(...pixel) > 60 ? 1 : 0
    }
  }
  chart.destroy()
  return count
}

/** Pixels to one that is compared: coarse, so that two ways to smooth an edge look the same. */
const COARSE = 8

/** Grey values of a picture, coarse. */
function greys(picture: CanvasImageSource, width: number, height: number): number[] {
  const small = new OffscreenCanvas(Math.ceil(width / COARSE), Math.ceil(height / COARSE)).getContext('2d')!
  small.imageSmoothingQuality = 'high'
  small.drawImage(picture, 0, 0, small.canvas.width, small.canvas.height)
  const { data } = small.getImageData(0, 0, small.canvas.width, small.canvas.height)
  return Array.from({ length: data.length / 4 }, (_, at) => (data[4 * at]! + data[4 * at + 1]! + data[4 * at + 2]!) / 3)
}

/** How far a chart that was drawn for the printer is from the same one on a canvas, in grey values where they differ most. */
async function differenceOf(config: () => ChartConfiguration, width: number, height: number): Promise<number> {
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  document.body.replaceChildren(canvas)
  const chart = new Chart(canvas, config())
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  for (const [name, value] of Object.entries({ id: 'paper', width, height, viewBox: `0 0 ${width} ${height}` }))
    svg.setAttribute(name, String(value))
  document.body.append(svg)
  drawOnPaper(svg, Chart, config())
  const image = new Image()
  image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(svg))}`
  await image.decode()
  const under = new OffscreenCanvas(width, height).getContext('2d')!
  under.fillStyle = '#fff'
  under.fillRect(0, 0, width, height)
  under.drawImage(canvas, 0, 0)
  const shown = greys(under.canvas, width, height)
  under.fillRect(0, 0, width, height)
  under.drawImage(image, 0, 0)
  const printed = greys(under.canvas, width, height)
  chart.destroy()
  return Math.max(...shown.map((grey, at) => Math.abs(grey - printed[at]!)))
}

/** The same for a chart of the deck. */
function paperDifference({ series, direction, height }: ChartCase, dots?: DotWords): Promise<number> {
  const on = { still: true, pixelRatio: 1, width: WIDTH, height, measure: canvasMeasure() }
  const config = () => (dots ? logDotConfig(series, dots, on, palette) : barConfig(series, direction, on, palette)) as ChartConfiguration
  return differenceOf(config, WIDTH, height)
}

/** The same for what charts of other talks may have: curves, dashes, points of each form, turned labels. */
function linesDifference(): Promise<number> {
  const data = [3, 7, 4, 9, 2, 6]
  const shapes = ['circle', 'rect', 'rectRounded', 'rectRot', 'triangle', 'star']
  const labels = data.map((_, index) => `a label that is rather long ${index}`)
  return differenceOf(() => ({
    type: 'line',
    data: {
      labels,
      datasets: [
        { data, borderColor: '#0000e0', tension: 0.4, borderWidth: 3, pointStyle: shapes, pointRadius: 9, backgroundColor: '#e0000080' },
        { data: data.map(value => 10 - value), borderColor: '#00a000', borderDash: [9, 5], stepped: true, pointRadius: 0 },
      ],
    },
    options: { animation: false, responsive: false, devicePixelRatio: 1, scales: { x: { ticks: { minRotation: 35 } } } },
  }), 800, 480)
}

/** What is said where a chart has a pattern in it; empty where nothing is. */
function refusal(): string {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('viewBox', '0 0 300 150')
  const tile = document.createElement('canvas')
  const backgroundColor = tile.getContext('2d')!.createPattern(tile, 'repeat')!
  try {
    drawOnPaper(svg, Chart, { type: 'bar', data: { labels: ['a'], datasets: [{ data: [1], backgroundColor }] } })
    return ''
  }
  catch (error) {
    return `${(error as Error).message}, ${svg.childNodes.length} left`
  }
}

Object.assign(window, { readChart, hueBeforeGrowing, paperDifference, linesDifference, refusal })
