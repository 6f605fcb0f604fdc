import type { Buffer } from 'node:buffer'
import type { Page } from 'playwright-core'
import type { DeckWords, Edition } from '../../deck'
import type { PrintedPage } from '../browser/deck-steps'
import type { Report } from '../cli/progress'
import type { DocumentFacts } from './document-facts'
import type { PrintJob, PrintRoute } from './print-page'
import type { PrintedSlide } from './print-state'
import type { ExpectedPage } from './verify-pdf'
import { launchBrowser } from '../browser/browser'
import { SLIDE } from '../browser/deck-page'
import { pagesOf, stepsOf } from '../browser/deck-steps'
import { serveDist } from '../browser/static-server'
import { noReport } from '../cli/progress'
import { replaceFiles } from '../cli/replace-files'
import { deck, editions } from '../deck'
import { loadSlides } from '../slidev/slides'
import { documentFacts } from './document-facts'
import { finishPdf } from './pdf-finish'
import { makePptx, takeSlides } from './pptx'
import { withPrintPage } from './print-page'
import { picturesOn, tellTags } from './print-tags'
import { verifyPdf } from './verify-pdf'

/** The files that an export can make. */
export type ExportKind = 'pdf' | 'handout' | 'pptx'

export interface ExportOptions {
  /** The first one when left out. */
  edition?: Edition
  /** Folder of the built deck. */
  dist: string
  /** Where each file goes; a kind without a path is not made. */
  files: Partial<Record<ExportKind, string>>
  dark?: boolean
  /** Numbers of the slides; all of them when left out. */
  slides?: readonly number[]
  /** Whether each step of a slide has a page of its own, in the PDF and for PowerPoint. */
  clicks?: boolean
  /** Who is told of each page of a file. */
  reportFor?: (kind: ExportKind) => Report
}

type Job = Omit<PrintJob, 'report'> & {
  /** Names of the acts. */
  acts: DeckWords['acts']
  facts: DocumentFacts
  /** How many slides the talk has, without its appendix. */
  talk: number
}

const PAPER = {
  print: { width: `${SLIDE.width}px`, height: `${SLIDE.height}px` },
  handout: { format: 'A4' },
} satisfies Record<PrintRoute, object>

/** What becomes a page. */
const SHEETS: Readonly<Record<PrintRoute, string>> = { print: '.print-slide-container', handout: '.handout-page' }

function expectPage({ name, isFirst }: PrintedPage, { headline, notes, hasChart, unshown }: PrintedSlide): ExpectedPage {
  return { name, texts: [headline, ...notes.split('\n').filter(Boolean)], hasChart, isNextStep: !isFirst, unshown }
}

/**
 * What a PDF reader shows as the number of a page: that of the slide, in the appendix one that begins anew, and the clicks made.
 * @param page of the PDF: the slide on it, and the clicks made
 * @param talk how many slides the talk has
 */
function pageLabel(page: PrintedPage, talk: number): string {
  const { slide: { no }, step, isFirst } = page
  const label = no > talk ? `A-${no - talk}` : String(no)
  return isFirst ? label : `${label}.${step}`
}

/**
 * Proves that each click changes what is seen: a page that looks like the one before shows another step than it should.
 * @throws with each step that does not
 */
async function verifySteps(page: Page, pages: PrintedPage[]): Promise<void> {
  const slides = page.locator('.print-slide-container')
  // Of a page as tall as all slides, each picture takes five times as long.
  await page.setViewportSize(SLIDE)
  const faults: string[] = []
  let before: Buffer | undefined
  for (const [index, { name, isFirst }] of pages.entries()) {
    const hasSteps = !isFirst || pages[index + 1]?.isFirst === false
    const shot = hasSteps ? await slides.nth(index).screenshot() : undefined
    if (!isFirst && shot && before?.equals(shot))
      faults.push(`slide ${name} looks like the click before`)
    before = shot
  }
  if (faults.length > 0)
    throw new Error(faults.join('\n  '))
}

/** Prints one of the deck's print pages to a finished and verified PDF. */
async function makePdf(job: Job, route: PrintRoute, report: Report): Promise<Uint8Array> {
  const { result, printed } = await withPrintPage({ ...job, report }, route, 1, async (page) => {
    // The slides' own look: print media would drop dark mode and what styles keep for the screen.
    await page.emulateMedia({ media: 'screen' })
    await page.evaluate(tellTags)
    const pictures = await page.evaluate(picturesOn, SHEETS[route])
    const bytes = await page.pdf({ ...PAPER[route], printBackground: true, preferCSSPageSize: true, tagged: true })
    await verifySteps(page, job.pages)
    return { bytes, pictures }
  })
  const bookmarks = job.pages.flatMap(({ slide, isFirst }, page) => isFirst
    ? [{ act: job.acts[String(slide.frontmatter.act)] ?? '', title: printed[page]!.headline.replace(/\s+/g, ' '), page }]
    : [])
  const pages = job.pages.map((page, index) => ({ label: pageLabel(page, job.talk), pictures: result.pictures[index] ?? [] }))
  const bytes = await finishPdf(result.bytes, job.facts, bookmarks, pages)
  await verifyPdf(bytes, job.pages.map((page, index) => expectPage(page, printed[index]!)), report)
  return bytes
}

/** A verified presentation: what the print page shows, taken apart. */
async function makePresentation(job: Job, report: Report): Promise<Uint8Array> {
  const { result: taken, printed } = await withPrintPage({ ...job, report }, 'print', 1, async (page) => {
    await page.emulateMedia({ media: 'screen' })
    return takeSlides(page, report)
  })
  const slides = job.pages.map(({ slide, name, isFirst }, index) => ({
    name,
    isNextStep: !isFirst,
    title: printed[index]!.headline,
    note: slide.note ?? '',
  }))
  return makePptx(slides, taken, job.facts)
}

/**
 * Exports a built deck, or some of its slides, each slide in its last click state, or with `clicks` each of its steps. No file is replaced
 * before all of them are verified, and each is replaced in one step.
 * @returns the size of each file in bytes, by its path
 * @throws when there is no build, no browser, a slide that does not come to rest, an error in the page, or a file that does not show what
 * it must; the message names the slide
 */
export async function exportDeck({
  edition = editions[0],
  dist,
  files,
  dark = false,
  slides: wanted,
  clicks = false,
  reportFor = () => noReport,
}: ExportOptions): Promise<Map<string, number>> {
  const all = await loadSlides(edition)
  const slides = all.filter(({ no }) => !wanted || wanted.includes(no))
  const range = wanted && slides.map(({ no }) => no).join()
  const server = await serveDist({ dir: dist })
  try {
    const browser = await launchBrowser()
    const made = new Map<string, Uint8Array>()
    try {
      const query = (print: string) => `print=${print}${range === undefined ? '' : `&range=${range}`}`
      const job: Job = {
        browser,
        server,
        pages: pagesOf(slides),
        query: query('true'),
        dark,
        acts: (await deck.words(edition)).acts,
        facts: documentFacts(all),
        talk: all.filter(({ frontmatter }) => frontmatter.act !== deck.outsideTalk).length,
      }
      const steps: Job = clicks ? { ...job, pages: await stepsOf(browser, server, slides), query: query('clicks') } : job
      if (files.pdf)
        made.set(files.pdf, await makePdf(steps, 'print', reportFor('pdf')))
      if (files.handout)
        made.set(files.handout, await makePdf(job, 'handout', reportFor('handout')))
      if (files.pptx)
        made.set(files.pptx, await makePresentation(steps, reportFor('pptx')))
    }
    finally {
      await browser.close()
    }
    await replaceFiles(made)
    return new Map(Array.from(made, ([file, bytes]) => [file, bytes.length]))
  }
  finally {
    await server.close()
  }
}
