import type { Chart, ChartConfiguration } from 'chart.js'
import { SvgContext } from './lib/svg-context'

/**
 * What a deck's charts may import of the addon: charts of Chart.js on paper. Apart from `index.ts`, so that only slides with charts load
 * it. A browser prints a canvas as it likes: as a picture, in black, or so that other programs lose what lies under it. So what is printed
 * is the same chart, drawn by the same library from the same configuration, as SVG.
 */

/** What Chart.js asks of the world around a canvas, where there is no canvas. */
class PaperPlatform {
  acquireContext({ getContext }: SvgContext['canvas']): SvgContext {
    return getContext()
  }

  releaseContext = () => true
  addEventListener(): void {}
  removeEventListener(): void {}
  getDevicePixelRatio = () => 1
  getMaximumSize = ({ width, height }: SvgContext['canvas']) => ({ width, height })
  isAttached = () => true
  updateConfig(): void {}
}

/**
 * Draws a chart into an SVG element, in place of what it showed before, as it stands when all movement is over.
 * @param svg with a `viewBox`, which says how large the chart is, and an `id` that no other drawing of the page has
 * @param ChartJs the library, with the parts registered that the chart needs
 * @param config not shared with a chart that is on a canvas
 * @throws Error where the chart has what can't be drawn as SVG; the element is empty then
 */
export function drawOnPaper(svg: SVGSVGElement, ChartJs: typeof Chart, config: ChartConfiguration): void {
  svg.replaceChildren()
  const { width, height } = svg.viewBox.baseVal
  const context = new SvgContext({ width, height }, svg.id)
  const chart = new ChartJs(context.canvas as unknown as HTMLCanvasElement, {
    ...config,
    platform: PaperPlatform as unknown as ChartConfiguration['platform'],
    options: {
      ...config.options,
      responsive: false,
      animation: false,
      events: [],
      devicePixelRatio: 1,
      // Without it Chart.js keeps lines as objects that only a canvas understands.
      datasets: { ...config.options?.datasets, line: { segment: {}, ...config.options?.datasets?.line } },
    },
  })
  svg.append(...context.take())
  chart.destroy()
}
