import type { TestProject } from 'vitest/node'
import type { Edition } from '../../addon/deck'
import type { DocumentFacts } from '../../addon/node/print/document-facts'
import type { DeckSlide } from '../../addon/node/slidev/slides'
import type { EditionId } from '../../locales/editions'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { serveDist } from '../../addon/node/browser/static-server'
import { ROOT } from '../../addon/node/deck'
import { documentFacts } from '../../addon/node/print/document-facts'
import { exportDeck } from '../../addon/node/print/export-deck'
import { buildSite } from '../../addon/node/site/site'
import { pdfName } from '../../addon/node/slidev/build-edition'
import { loadSlides } from '../../addon/node/slidev/slides'
import { assertDeck } from '../../checks/validate-deck'
import { editions } from '../../locales/editions'
import { readHeaders } from './host-headers'

/** One edition of the built site. */
export interface BuiltEdition {
  /** Its address, with a slash at the end. */
  url: string
  /** Its path on the host, with a slash at both ends. */
  base: string
  /** Folder of its build. */
  dist: string
  /** The slides that its file asks for. */
  slides: (Pick<DeckSlide, 'no' | 'id' | 'title' | 'note'> & { act: string })[]
  /** What its documents say of themselves. */
  facts: Omit<DocumentFacts, 'date'> & { date: string }
  /** Files of the export. */
  pdf: string
  handout: string
  pptx: string
  /** Why there are none; empty when there are. */
  pdfProblem: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** The edition that a project tests. */
    edition: EditionId
    /** The site on a host's sub-path, by edition. */
    site: Record<EditionId, BuiltEdition>
    /** Address and folder of the whole site. */
    siteUrl: string
    siteDist: string
  }
}

const SITE = { out: '.cache/test-dist', base: '/talks/iar/', origin: 'https://example.org' }

/** Exports an edition of the built site, and tells what its tests need to know. */
async function builtEdition(edition: Edition, siteDist: string, siteUrl: string): Promise<BuiltEdition> {
  const dist = path.join(siteDist, edition.folder)
  const files = { pdf: path.join(dist, pdfName(edition)), handout: path.join(ROOT, `.cache/test-handout.${edition.id}.pdf`), pptx: path.join(ROOT, `.cache/test.${edition.id}.pptx`) }
  // A deck that cannot be printed still has slides to test.
  const pdfProblem = await exportDeck({ edition, dist, files: { handout: files.handout, pptx: files.pptx } }).then(() => '', (error: Error) => error.message)
  const slides = await loadSlides(edition)
  const facts = documentFacts(slides)
  return {
    url: siteUrl + edition.folder,
    base: SITE.base + edition.folder,
    dist,
    slides: slides.map(({ no, id, title, note, frontmatter }) => ({ no, id, title, note, act: String(frontmatter.act) })),
    facts: { ...facts, date: facts.date.toISOString() },
    ...files,
    pdfProblem,
  }
}

/** Builds the site once for all browser tests, serves it from a sub-path, and exports it. */
export default async function setup(root: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (!root.vitest.projects.some(({ name }) => name.startsWith('browser')))
    return undefined
  await assertDeck()
  // REUSE_BUILD=1, for whoever writes a test: takes the build of the run before.
  const siteDist = process.env.REUSE_BUILD ? path.resolve(ROOT, SITE.out) : await buildSite(SITE)
  // As on a host that reads `_headers`, a browser keeps what may be kept: most of a visit is loading the deck.
  const hostHeaders = readHeaders(await readFile(path.join(siteDist, '_headers'), 'utf8'))
  const server = await serveDist({
    dir: siteDist,
    headersFor: (local): Record<string, string> => {
      const { 'Cache-Control': caching } = hostHeaders(SITE.base + local.slice(1))
      return caching ? { 'Cache-Control': caching } : {}
    },
  })
  const built = await Promise.all(editions.map(edition => builtEdition(edition, siteDist, server.url)))
  root.provide('siteUrl', server.url)
  root.provide('siteDist', siteDist)
  root.provide('site', Object.fromEntries(editions.map(({ id }, index) => [id, built[index]!])) as Record<EditionId, BuiltEdition>)
  return server.close
}
