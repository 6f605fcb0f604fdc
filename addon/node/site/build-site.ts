import type { Report } from '../cli/progress'
import type { EditionSite, Site } from './site'
import path from 'node:path'
import { WITHOUT_NOTES } from '../cli/build-arguments'
import { replaceFolder } from '../cli/output-folder'
import { noReport } from '../cli/progress'
import { editions } from '../deck'
import { exportDeck } from '../print/export-deck'
import { buildInto, pdfName } from '../slidev/build-edition'
import { checkBudget } from './budget'
import { writeServiceWorker } from './bundle-service-worker'
import { writeHostFiles } from './host-files'
import { prerender } from './prerender'
import { writeReadingFile } from './read-file'
import { writeReadingPage } from './read-page'
import { editionSite } from './site'

export interface SiteOptions {
  /** Folder, absolute or from the repository's. */
  out: string
  /** Path on the host, with a slash at both ends. */
  base: string
  /** Where the site will live, such as `https://example.org`, without a slash at the end; empty when nobody said. */
  origin?: string
  /** More arguments for `slidev build`. */
  args?: string[]
  /** Who is told of each page of the PDFs. */
  reportFor?: (kind: string) => Report
  /** Who is told of each step, a line at a time. */
  tell?: (line: string) => void
}

/** What an edition needs besides Slidev's build. */
async function finishEdition(site: EditionSite, hasReadingPage: boolean, reportFor: (kind: string) => Report): Promise<void> {
  const { dist, edition } = site
  const report = (kind: string) => reportFor(`${kind}, ${edition.id}`)
  await exportDeck({ dist, edition, files: { pdf: path.join(dist, pdfName(edition)) }, reportFor: report })
  await prerender(site, report('pages'), hasReadingPage)
  if (hasReadingPage && await writeReadingPage(site))
    await writeReadingFile(site)
}

/**
 * Finishes all editions at once. When one fails, the others end at their next page, so that the reason is the last that is said.
 * @throws with the first reason, and its edition
 */
async function finishEditions(parts: EditionSite[], hasReadingPage: boolean, reportFor: (kind: string) => Report): Promise<void> {
  const failures: Error[] = []
  const guarded = (kind: string): Report => {
    const report = reportFor(kind)
    return (...page) => {
      if (failures.length > 0)
        throw new Error('Another edition failed.')
      report(...page)
    }
  }
  await Promise.all(parts.map(async (part) => {
    await finishEdition(part, hasReadingPage, guarded).catch((error: Error) => {
      failures.push(new Error(`The site can't be finished, ${part.edition.name}: ${error.message}`, { cause: error }))
    })
  }))
  const [failure] = failures
  if (failure)
    throw failure
}

/**
 * Makes the site: Slidev's build of each edition, one after the other, each with its own base; then what a static host needs besides.
 * @returns the folder of the build
 * @throws with the reason when a step fails, or when the folder holds anything but an earlier build; the folder is as it was then
 */
export async function buildSite(
  { out, base, origin = '', args, reportFor = () => noReport, tell = () => {} }: SiteOptions,
): Promise<string> {
  return replaceFolder(out, async (draft) => {
    const site: Site = { dist: draft, base, origin }
    const parts = editions.map(edition => editionSite(site, edition))
    const steps = parts.length + 3
    // The first empties the folder.
    for (const [index, { edition, dist, base }] of parts.entries()) {
      tell(`${index + 1} of ${steps}: Slidev, ${edition.name}`)
      await buildInto(dist, { edition, base, args, pdf: true, editions, tell })
    }
    tell(`${steps - 2} of ${steps}: PDF, pages and reading page of each edition`)
    // It is made of the notes.
    await finishEditions(parts, !args?.includes(WITHOUT_NOTES), reportFor)
    tell(`${steps - 1} of ${steps}: files for hosts; what the first slide weighs`)
    await writeHostFiles(site)
    for (const part of parts)
      await checkBudget(part, tell)
    tell(`${steps} of ${steps}: service worker`)
    await writeServiceWorker(site)
  })
}
