import type { TestProject } from 'vitest/node'
import type { DeckSlide } from '../../scripts/deck'
import type { DocumentFacts } from '../../scripts/document-facts'
import path from 'node:path'
import process from 'node:process'
import { chromium } from 'playwright-core'
import { launchOptions } from '../../scripts/browser'
import { PDF_NAME, ROOT } from '../../scripts/build'
import { loadSlides } from '../../scripts/deck'
import { documentFacts } from '../../scripts/document-facts'
import { exportDeck } from '../../scripts/export-deck'
import { buildSite } from '../../scripts/site'
import { serveDist } from '../../scripts/static-server'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the built deck on a host's sub-path, with a slash at the end. */
    url: string
    /** Where the shared browser listens. */
    browser: string
    /** The slides that slides.md asks for. */
    slides: (Pick<DeckSlide, 'no' | 'id' | 'title' | 'note'> & { act: string })[]
    /** What the documents say of themselves. */
    facts: Omit<DocumentFacts, 'date'> & { date: string }
    /** Folder of the built deck. */
    dist: string
    /** Files of the export. */
    pdf: string
    handout: string
    pptx: string
    /** Why there are none; empty when there are. */
    pdfProblem: string
  }
}

/** Builds the deck once for all browser tests, serves it from a sub-path, exports it, and starts the browser that they share. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // REUSE_BUILD=1, for whoever writes a test: takes the build of the run before.
  const options = { out: '.cache/test-dist', base: '/talks/iar/', origin: 'https://example.org' }
  const dist = process.env.REUSE_BUILD ? path.resolve(ROOT, options.out) : await buildSite(options)
  const files = { pdf: path.join(dist, PDF_NAME), handout: path.join(ROOT, '.cache/test-handout.pdf'), pptx: path.join(ROOT, '.cache/test.pptx') }
  // A deck that cannot be printed still has slides to test.
  const pdfProblem = await exportDeck({ dist, files: { handout: files.handout, pptx: files.pptx } }).then(() => '', (error: Error) => error.message)
  const slides = await loadSlides()
  const facts = documentFacts(slides)
  const browser = await chromium.launchServer(launchOptions())
  const server = await serveDist({ dir: dist })
  project.provide('url', server.url)
  project.provide('browser', browser.wsEndpoint())
  project.provide('slides', slides.map(({ no, id, title, note, frontmatter }) => ({ no, id, title, note, act: String(frontmatter.act) })))
  project.provide('facts', { ...facts, date: facts.date.toISOString() })
  project.provide('dist', dist)
  project.provide('pdf', files.pdf)
  project.provide('handout', files.handout)
  project.provide('pptx', files.pptx)
  project.provide('pdfProblem', pdfProblem)
  return async () => {
    await browser.close()
    await server.close()
  }
}
