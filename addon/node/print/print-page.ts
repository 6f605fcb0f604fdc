import type { Browser, Page } from 'playwright-core'
import type { PrintedPage } from '../browser/deck-steps'
import type { StaticServer } from '../browser/static-server'
import type { Report } from '../cli/progress'
import type { PrintedSlide, PrintState } from './print-state'
import { closePage, newDeckPage, SLIDE } from '../browser/deck-page'
import { watchProblems } from '../browser/page-problems'
import { noReport } from '../cli/progress'
import { printEmpties } from './print-empties'
import { hideUnshown, printedSlides, printFaults, printState, settleLinks } from './print-state'

/** Routes of the deck that show all slides for paper. */
export type PrintRoute = 'print' | 'handout'

export interface PrintJob {
  browser: Browser
  server: StaticServer
  /** What the pages must show, in this order. */
  pages: PrintedPage[]
  /** What the address asks of the deck's print page, such as `print=clicks&range=3-5,8`. */
  query: string
  dark: boolean
  report: Report
}

/** Longest time in which nothing at all may change on a print page, in milliseconds. */
const CHANGE_TIMEOUT = 60_000

declare global {
  interface Window {
    printEmpties: typeof printEmpties
    printState: typeof printState
    printFaults: typeof printFaults
    printedSlides: typeof printedSlides
    settleLinks: typeof settleLinks
    hideUnshown: typeof hideUnshown
  }
}

/** Waits until all slides are there and drawn, and tells of each that is. */
async function waitUntilDrawn(page: Page, names: string[], report: Report): Promise<void> {
  let last: PrintState = { waiting: 'the deck has not started', done: -1 }
  try {
    while (last.waiting !== '') {
      const change = await page.waitForFunction(({ names, last }) => {
        const state = window.printState(names)
        return state.waiting !== last.waiting && state
      }, { names, last }, { timeout: CHANGE_TIMEOUT })
      last = await change.jsonValue() as PrintState
      report('drawn', Math.min(last.done, names.length), names.length)
    }
  }
  catch (error) {
    throw new Error(`The deck does not come to rest: ${last.waiting}.`, { cause: error })
  }
}

/**
 * Opens a page of the deck that shows all slides, and waits until every slide is there and drawn.
 * @param page a fresh one, from `newDeckPage`
 * @param address of that page of the deck
 * @param names how messages call the slides
 * @param report is told of each slide
 * @throws when it does not come to rest
 */
export async function openPrintPage(page: Page, address: string, names: string[], report: Report = noReport): Promise<void> {
  const parts = [printState, printFaults, printEmpties, printedSlides, settleLinks, hideUnshown]
  await page.addInitScript(parts.map(part => `globalThis.${part.name} = ${part.toString()}`).join('\n'))
  await page.goto(address)
  await waitUntilDrawn(page, names, report)
  // A font is asked for when text in it is first laid out, so ask again after a frame was drawn.
  await page.waitForFunction(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(() => resolve(true)))))
  await page.evaluate(() => document.fonts.ready)
  await waitUntilDrawn(page, names, report)
}

/**
 * Opens a page of the deck that shows all slides, waits until it stands still, lets `use` take it, and closes it.
 * @returns what `use` returns, and what each slide shows
 * @throws when the page does not come to rest, shows what must not be printed, or logged a problem until the end
 */
export async function withPrintPage<T>(
  job: PrintJob,
  route: PrintRoute,
  scale: number,
  use: (page: Page) => Promise<T>,
): Promise<{ result: T, printed: PrintedSlide[] }> {
  const { browser, server, pages, query, dark, report } = job
  const names = pages.map(({ name }) => name)
  const places = pages.map(({ slide, step }) => ({ no: slide.no, step }))
  // For paper as tall as all slides, so that nothing counts as outside of the view; pictures at a larger scale would outgrow the browser.
  const page = await newDeckPage(browser, {
    dark,
    scale,
    viewport: { width: SLIDE.width, height: SLIDE.height * (scale > 1 ? 1 : pages.length) },
  })
  const problems = watchProblems(page, server.origin)
  try {
    await openPrintPage(page, `${server.url}${route}?${query}`, names, report)
    problems.push(...await page.evaluate(([names, places]) => window.printFaults(names, places), [names, places] as const))
    const exhibits = pages.map(({ slide }) => (slide.frontmatter.exhibits ?? []) as readonly string[])
    problems.push(...await page.evaluate(([names, exhibits]) => window.printEmpties(names, exhibits), [names, exhibits] as const))
    // Slidev's place to draw Mermaid in comes after the last slide and would make a blank page.
    // Cells of tables lose their common baseline, unless Chromium may not break what they stand in
    // (findings/chromium-print-loses-baseline-of-cells.sh).
    await page.addStyleTag({ content: '#mermaid-rendering-container { display: none } .print-slide-container { contain: size }' })
    await page.evaluate(url => window.settleLinks(url), server.url)
    if (pages.some(({ step }) => step !== undefined))
      await page.evaluate(() => window.hideUnshown())
    const printed = await page.evaluate(() => window.printedSlides())
    const result = problems.length === 0 ? await use(page) : undefined
    if (problems.length > 0 || result === undefined)
      throw new Error('The deck shows what must not be printed:')
    return { result, printed }
  }
  catch (error) {
    throw new Error([(error as Error).message, ...new Set(problems)].join('\n  '), { cause: error })
  }
  finally {
    await closePage(page).catch(() => {})
  }
}
