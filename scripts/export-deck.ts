import type { Edition } from '../locales/editions'
import type { Act, Words } from '../locales/types'
import type { ExpectedPage } from './pdf-proof'
import type { PrintJob, PrintRoute } from './print-page'
import type { PrintedSlide } from './print-state'
import type { Report } from './progress'
import { noteText } from '../lib/notes'
import { editions } from '../locales/editions'
import { wordsOf } from '../locales/records'
import { launchBrowser } from './browser'
import { loadSlides } from './deck'
import { SLIDE } from './deck-page'
import { documentFacts } from './document-facts'
import { finishPdf } from './pdf-finish'
import { provePdf } from './pdf-proof'
import { makePptx, provePptx } from './pptx'
import { slideName, withPrintPage } from './print-page'
import { silent } from './progress'
import { replaceFiles } from './replace-files'
import { serveDist } from './static-server'

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
  /** Who is told of each page of a file. */
  reportFor?: (kind: ExportKind) => Report
}

type Job = Omit<PrintJob, 'report'> & { words: Words }

/** Device pixels to a slide pixel in pictures: sharp on a projector of twice the slide's size. */
const PICTURE_SCALE = 2

const PAPER = {
  print: { width: `${SLIDE.width}px`, height: `${SLIDE.height}px` },
  handout: { format: 'A4' },
} satisfies Record<PrintRoute, object>

function expectPage(name: string, { headline, notes, hasChart }: PrintedSlide): ExpectedPage {
  return { name, texts: [headline, ...notes.split('\n').filter(Boolean)], hasChart }
}

/** Prints one of the deck's print pages to a finished and proven PDF. */
async function makePdf(job: Job, route: PrintRoute, report: Report): Promise<Uint8Array> {
  const { result, printed } = await withPrintPage({ ...job, report }, route, 1, async (page) => {
    // The slides' own look: print media would drop dark mode and what styles keep for the screen.
    await page.emulateMedia({ media: 'screen' })
    return page.pdf({ ...PAPER[route], printBackground: true, preferCSSPageSize: true, tagged: true })
  })
  const facts = documentFacts(job.slides)
  const bookmarks = job.slides.map(({ frontmatter }, index) => ({
    act: job.words.acts[frontmatter.act as Act],
    title: printed[index]!.headline.replace(/\s+/g, ' '),
  }))
  const bytes = await finishPdf(result, facts, bookmarks)
  await provePdf(bytes, job.slides.map((slide, index) => expectPage(slideName(slide), printed[index]!)), report)
  return bytes
}

/** A proven presentation of the deck's pictures. */
async function makePresentation(job: Job, report: Report): Promise<Uint8Array> {
  const { result: pictures, printed } = await withPrintPage({ ...job, report }, 'print', PICTURE_SCALE, async (page) => {
    const shots: Uint8Array[] = []
    for (const slide of await page.locator('.print-slide-container').all()) {
      shots.push(await slide.screenshot())
      report('photographed', shots.length, job.slides.length)
    }
    return shots
  })
  const slides = job.slides.map((slide, index) => ({
    name: slideName(slide),
    title: printed[index]!.headline,
    notes: noteText(slide.note),
    png: pictures[index]!,
  }))
  const bytes = await makePptx(slides, documentFacts(job.slides))
  await provePptx(bytes, slides, report)
  return bytes
}

/**
 * Exports a built deck, each slide in its last click state. No file is replaced before all of them are proven, and each is replaced in one step.
 * @returns the size of each file in bytes, by its path
 * @throws when there is no build, no browser, a slide that does not come to rest, an error in the page, or a file that does not show what it must; the message names the slide
 */
export async function exportDeck({ edition = editions[0], dist, files, dark = false, reportFor = () => silent }: ExportOptions): Promise<Map<string, number>> {
  const slides = await loadSlides(edition)
  const server = await serveDist({ dir: dist })
  try {
    const browser = await launchBrowser()
    const job = { browser, server, slides, dark, words: wordsOf(edition) }
    const made = new Map<string, Uint8Array>()
    try {
      if (files.pdf)
        made.set(files.pdf, await makePdf(job, 'print', reportFor('pdf')))
      if (files.handout)
        made.set(files.handout, await makePdf(job, 'handout', reportFor('handout')))
      if (files.pptx)
        made.set(files.pptx, await makePresentation(job, reportFor('pptx')))
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
