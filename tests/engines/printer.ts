import type { Buffer } from 'node:buffer'
import type { WalkedSite } from './served'
import type { Engine } from './window'
import { arrive } from './walk'
import { printInWebKit } from './webkit-print'
import { until } from './window'

/** Paper that is tried, in inches, and as GTK calls it. */
export const SHEETS = {
  'A4': { width: 8.27, height: 11.69, paper: 'iso_a4', landscape: false },
  'A4 across': { width: 11.69, height: 8.27, paper: 'iso_a4', landscape: true },
  'A5': { width: 5.83, height: 8.27, paper: 'iso_a5', landscape: false },
  'Letter': { width: 8.5, height: 11, paper: 'na_letter', landscape: false },
} as const

/** A page to print in whichever engine. */
export interface PrintJob {
  readonly url: string
  readonly sheet: keyof typeof SHEETS
  /** Runs in the page: whether it may be printed, showing so many slides, or the slide of that number. */
  readonly ready: (count: number) => boolean
  readonly count?: number
}

/** A slide at rest; the hooks of `serveForWalk` say when. */
export function slideReady(no: number): boolean {
  return window.pendingWork?.(no) === '' && !document.querySelector('.prerendered')
}

/** All slides of a page for paper, with their charts. */
export function pagesReady(count: number): boolean {
  return document.querySelectorAll('.print-slide-container .slidev-layout').length === count
    && !document.querySelector('[data-chart]:not([data-ready="true"])') && document.fonts.status === 'loaded'
}

/** All pictures of the reading page. */
export function picturesReady(count: number): boolean {
  return document.images.length === count && [...document.images].every(image => image.complete && image.naturalWidth > 0)
}

/** Prints pages as a visitor of an engine does. */
export async function printAll(engine: Engine, site: WalkedSite, jobs: readonly PrintJob[]): Promise<Buffer[]> {
  if (engine.kind === 'webkit') {
    return printInWebKit(jobs.map(({ url, sheet, ready, count = 0 }) => {
      const { paper, landscape } = SHEETS[sheet]
      return { url, paper, landscape, ready: `(${ready.toString()})(${count})`, margin: 10 }
    }))
  }
  const window = await engine.visit()
  await window.resize(1280, 720)
  await arrive(window, site)
  const prints: Buffer[] = []
  for (const { url, sheet, ready, count = 0 } of jobs) {
    await window.goto(url)
    await until(window, `${url} may be printed`, ready, count, 30_000)
    prints.push(await window.pdf!(SHEETS[sheet]))
  }
  return prints
}
