import type { Page } from 'playwright-core'
import type { Edition } from '../../deck'
import type { DocumentFacts } from '../print/document-facts'
import type { DeckSlide } from '../slidev/slides'
import type { Outliner } from './outlines'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { languageRuns } from '../../lib/language-runs'
import { launchBrowser } from '../browser/browser'
import { closePage, newDeckPage, SLIDE } from '../browser/deck-page'
import { slideName } from '../browser/deck-steps'
import { watchProblems } from '../browser/page-problems'
import { serveDist } from '../browser/static-server'
import { deck, editions } from '../deck'
import { documentFacts } from '../print/document-facts'
import { finishPdf } from '../print/pdf-finish'
import { openPrintPage } from '../print/print-page'
import { picturesOn, tellTags } from '../print/print-tags'
import { loadSlides } from '../slidev/slides'
import { pdfProblems, pngProblems, svgProblems } from './chart-check'
import { FRAME_STYLE, frameSlide } from './chart-frame'
import { drawSvg } from './chart-svg'
import { outlinerOf, outlineSvg } from './outlines'

/** Pixels of the PNG to a pixel of the slide. */
const SCALE = 2

export interface ChartExport {
  /** The first one when left out. */
  edition?: Edition
  /** Folder of the built deck. */
  dist: string
  /** Folder to write to. */
  out: string
  dark?: boolean
  /** Numbers of the slides; all of them when left out. */
  slides?: number[]
  /** Called after each chart with the files written. */
  onChart?: (files: string[], done: number, total: number) => void
}

/** Replaces a file in one step. */
async function replace(file: string, content: string | Uint8Array): Promise<string> {
  const draft = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}`)
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(draft, content)
  await rename(draft, file).finally(() => rm(draft, { force: true }))
  return file
}

/** Two animation frames: what has just been moved is laid out, and charts have drawn. */
function nextFrames(page: Page): Promise<void> {
  return page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))))
}

/**
 * The chart of one slide in all its formats, checked.
 * @returns the files by extension; undefined for a slide without an exhibit
 * @throws naming the slide, with everything that is wrong
 */
async function drawChart(
  page: Page,
  blank: Page,
  { no, id }: DeckSlide,
  edition: Edition,
  { facts, outliner }: { facts: DocumentFacts, outliner: Outliner },
): Promise<Record<'pdf' | 'png' | 'svg', string | Uint8Array> | undefined> {
  const citation = languageRuns((await deck.words(edition)).citation ?? '', edition.language)
  const frame = await page.evaluate(frameSlide, { no, citation })
  if (!frame)
    return undefined
  await nextFrames(page)
  const { width, height, headline, findings, descriptions } = frame
  const png = await page.screenshot({ clip: { x: 0, y: 0, width, height } })
  const drawing = { root: '[data-framed]', width, height, title: findings.join(' '), description: descriptions.join(' '), ground: true }
  const worded = await page.evaluate(drawSvg, drawing)
  const svg = await outlineSvg(worded, outliner)
  await page.evaluate(tellTags)
  const [pictures = []] = await page.evaluate(picturesOn, '[data-framed]')
  const size = { width: `${width}px`, height: `${height}px` }
  const printed = await page.pdf({ ...size, printBackground: true, preferCSSPageSize: true, tagged: true })
  const pdf = await finishPdf(printed, { ...facts, title: headline }, [], [{ pictures }])
  const problems = [
    ...await pdfProblems(pdf, frame),
    ...await pngProblems(blank, png, frame, SCALE),
    ...await svgProblems(blank, { worded, svg }, png, frame),
  ]
  if (problems.length > 0)
    throw new Error(`The chart of slide ${no} "${id}" is faulty: ${problems.join('; ')}.`)
  return { pdf, png, svg }
}

/**
 * Writes each exhibit of a built deck, in its slide's last click state with title and source line, as `<slide id>.pdf`, `.png` and `.svg`.
 * The same commit gives the same bytes. A file is replaced in one step, and only by one that passed.
 * @returns the number of charts written
 * @throws when there is no build or browser, an error in the page, or with each slide whose chart is faulty; the others are written
 */
export async function writeCharts({
  edition = editions[0],
  dist,
  out,
  dark = false,
  slides: wanted,
  onChart,
}: ChartExport): Promise<number> {
  const slides = await loadSlides(edition)
  const chosen = slides.filter(({ no }) => !wanted || wanted.includes(no))
  const server = await serveDist({ dir: dist })
  const browser = await launchBrowser().catch(async (error) => {
    await server.close()
    throw error
  })
  try {
    // Higher than a slide, because a frame adds margins to a full one.
    const page = await newDeckPage(browser, { dark, viewport: { width: SLIDE.width, height: 2 * SLIDE.height }, scale: SCALE })
    const blank = await page.context().newPage()
    const problems = watchProblems(page, server.origin)
    await openPrintPage(page, `${server.url}print?print=true`, slides.map(slideName)).catch((error: Error) => {
      throw new Error([error.message, ...problems].join('\n  '), { cause: error })
    })
    await page.addStyleTag({ content: FRAME_STYLE })
    // As on the screen: print media would drop the dark scheme.
    await page.emulateMedia({ media: 'screen' })
    const about = { facts: documentFacts(slides), outliner: await outlinerOf(page) }
    const failures: string[] = []
    let written = 0
    for (const [index, slide] of chosen.entries()) {
      const files = await drawChart(page, blank, slide, edition, about).catch((error: Error) => void failures.push(error.message))
      if (!files)
        continue
      const names = Object.entries(files).map(([extension, content]) =>
        replace(path.join(out, `${slide.id}${dark ? '-dark' : ''}.${extension}`), content),
      )
      onChart?.(await Promise.all(names), index + 1, chosen.length)
      written++
    }
    await closePage(page)
    if (failures.length + problems.length > 0)
      throw new Error([...failures, ...problems].join('\n'))
    return written
  }
  finally {
    await browser.close()
    await server.close()
  }
}

/** Writes the deck's data files to a folder. */
export async function writeDataFiles(out: string, edition: Edition = editions[0]): Promise<string[]> {
  return Promise.all(
    ((await deck.dataFiles?.(edition)) ?? []).map(({ name, content }) => replace(path.join(out, name), content)),
  )
}
