import type { Chart, ChartConfiguration } from 'chart.js'
import type { Ref } from 'vue'
import type { AnyConfig } from '../figures/chart-config'
import type { ChartDisplay, Palette } from '../figures/chart-style'
import type { Measure } from '../figures/chart-text'
import { onSlideEnter } from '@slidev/client'
import { useEventListener, whenever } from '@vueuse/core'
import { computed, onBeforeUnmount, shallowRef, watch } from 'vue'
import { useIsNear } from '../addon'
import { drawOnPaper } from '../addon/charts'
import { canvasMeasure } from '../figures/canvas-text'
import { chartFont, figureFont } from '../figures/chart-text'
import { paperPalette, usePalette } from './usePalette'

const toError = (error: unknown) => error instanceof Error ? error : new Error(String(error))

/** A bar or dot where it stands when all movement is over, in slide pixels from the canvas's corner. */
export interface MarkBox { readonly index: number, readonly x: number, readonly y: number, readonly width: number, readonly height: number }

/** Where a chart is drawn. */
export interface ChartSurfaces {
  /** On the screen; a page that is only for paper has none. */
  readonly canvas: Readonly<Ref<HTMLCanvasElement | null>>
  /** What such a page shows on the screen, in its scheme. */
  readonly drawing: Readonly<Ref<SVGSVGElement | null>>
  /** What is printed. */
  readonly paper: Readonly<Ref<SVGSVGElement | null>>
}

/** What a chart needs to be drawn; `build` is pure, may throw, and is called once the fonts are there that it measures. */
export interface ChartSource {
  readonly build: (measure: Measure, palette: Palette) => AnyConfig
  /** Whatever the chart may write. */
  readonly text: string
  readonly display: Readonly<Ref<ChartDisplay>>
  /** Slide pixels. */
  readonly width: number
  readonly height: number
}

/**
 * Chart.js, and the fonts that a text needs: it does not wait for fonts, and keeps the widths that it measures, so that an early first draw
 * would never heal.
 */
async function loadChart(text: string): Promise<typeof Chart> {
  const fonts = [`400 18px ${chartFont.family}`, figureFont]
  const [parts] = await Promise.all([
    import('../figures/chart-parts'),
    Promise.allSettled(fonts.map(font => document.fonts.load(font, text))),
  ])
  return parts.Chart
}

/**
 * Keeps one Chart.js chart on its surfaces: made, updated, resized, printed and destroyed. Not vue-chartjs, which updates
 * in a microtask of its own, where an error escapes every handler; here each failure ends in `failure`, and the
 * slide goes on. Chart.js comes when the slide is near.
 */
export function useChart({ canvas, drawing, paper }: ChartSurfaces, { build, text, display, width, height }: ChartSource) {
  const failure = shallowRef<Error>()
  const ready = shallowRef(false)
  const boxes = shallowRef<readonly MarkBox[]>([])
  const palette = usePalette()
  let ChartJs: typeof Chart
  let chart: Chart | undefined
  let kind: string | undefined
  let mounted = true
  const config = computed(() => {
    try {
      return build(canvasMeasure(), palette.value)
    }
    catch (error) {
      return toError(error)
    }
  })

  /** Runs one step of a chart's life; the first failure ends it. */
  function attempt(step: () => void): void {
    if (failure.value)
      return
    try {
      step()
    }
    catch (error) {
      failure.value = toError(error)
      destroy()
    }
  }

  function destroy(): void {
    chart?.destroy()
    chart = undefined
  }

  /** Makes the chart, or brings it to a new configuration; whatever can't be drawn fails here, not in a later frame. */
  function draw(config: AnyConfig | Error): void {
    if (config instanceof Error)
      throw config
    if (!canvas.value)
      return drawPage(config)
    if (chart && kind !== config.type)
      destroy()
    const made = chart ?? create(config)
    if (chart) {
      chart.data = config.data
      chart.options = config.options as Chart['options']
      chart.update(display.value.still ? 'none' : undefined)
      // Only now does the chart know its new pixel ratio; without a new one this does nothing.
      chart.resize(width, height)
    }
    chart = made
    kind = config.type
    made.draw()
    boxes.value = markBoxes(made)
  }

  /** On a page that is only for paper. */
  function drawPage(config: AnyConfig): void {
    if (drawing.value)
      drawOnPaper(drawing.value, ChartJs, config as ChartConfiguration)
    drawForPaper()
  }

  function drawForPaper(): void {
    if (paper.value)
      drawOnPaper(paper.value, ChartJs, build(canvasMeasure(), paperPalette()) as ChartConfiguration)
  }

  function create(config: AnyConfig): Chart {
    if (!canvas.value?.getContext('2d'))
      throw new Error('the browser gives no 2d context for a canvas')
    return new ChartJs(canvas.value, config as ChartConfiguration)
  }

  async function start(): Promise<void> {
    const parts = await loadChart(text).catch(toError)
    if (!mounted)
      return
    attempt(() => {
      if (parts instanceof Error)
        throw parts
      ChartJs = parts
      draw(config.value)
    })
    ready.value = !failure.value
  }
  const isNear = useIsNear()
  whenever(() => isNear.value && (canvas.value ?? paper.value), start, { immediate: true, flush: 'post', once: true })
  onBeforeUnmount(() => {
    mounted = false
    destroy()
  })

  // Not before it is ready: a layout made without the fonts would be kept.
  watch(() => ready.value ? config.value : undefined, (next, before) => next && before && attempt(() => draw(next)), { flush: 'post' })

  // What the step that is shown looks like on paper. A chart that can't be drawn so is printed as the canvas shows it.
  useEventListener(window, 'beforeprint', () => {
    if (!ready.value || !canvas.value?.getClientRects().length)
      return
    try {
      drawForPaper()
    }
    catch (error) {
      console.error(error)
    }
  })

  // Grows on the way forward only; what the audience has seen before stands still.
  onSlideEnter((to, from) => {
    if (from === undefined || to < from || display.value.still)
      return
    attempt(() => {
      chart?.reset()
      chart?.update()
    })
  })

  return { failure, ready, boxes }
}

function markBoxes(chart: Chart): MarkBox[] {
  const horizontal = chart.options.indexAxis === 'y'
  return chart.getDatasetMeta(0).data.flatMap((element, index) => {
    if (typeof chart.data.datasets[0]?.data[index] !== 'number')
      return []
    const props = element.getProps(['x', 'y', 'base', 'width', 'height'], true) as unknown as Record<
      'x' | 'y' | 'base' | 'width' | 'height',
      number | undefined
    >
    const { x = 0, y = 0 } = props
    const base = props.base ?? (horizontal ? x : y)
    const [wide, high] = horizontal ? [Math.abs(x - base), props.height ?? 0] : [props.width ?? 0, Math.abs(y - base)]
    const [centreX, centreY] = horizontal ? [(x + base) / 2, y] : [x, (y + base) / 2]
    return [{ index, x: centreX - wide / 2, y: centreY - high / 2, width: wide, height: high }]
  })
}
