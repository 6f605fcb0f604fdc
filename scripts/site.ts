import type { Edition } from '../locales/editions'
import type { Report } from './progress'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { editions } from '../locales/editions'
import { checkBudget } from './budget'
import { buildDeck, pdfName, ROOT } from './build'
import { exportDeck } from './export-deck'
import { writeHostFiles } from './host-files'
import { prerender } from './prerender'
import { silent } from './progress'
import { writeReadingPage } from './read-page'
import { writeServiceWorker } from './service-worker'

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
}

/** A site that is being made. */
export interface Site {
  /** Folder of the build, absolute. */
  dist: string
  /** Path on the host, with a slash at both ends. */
  base: string
  /** Such as `https://example.org`; empty when nobody said. */
  origin: string
}

/** One edition of a site that is being made, with its own folder and base: what each step after Slidev's build gets. */
export interface EditionSite extends Site {
  edition: Edition
  /** The whole site. */
  site: Site
}

/** The part of a site that is one edition. */
export function editionSite(site: Site, edition: Edition): EditionSite {
  return { dist: path.join(site.dist, edition.folder), base: site.base + edition.folder, origin: site.origin, edition, site }
}

/** The address of a path below the base: whole where the host is known, otherwise from the host's root. */
export function addressOf({ origin, base }: Pick<Site, 'origin' | 'base'>, path = ''): string {
  return `${origin}${base}${path}`
}

/** What an edition needs besides Slidev's build. */
async function finishEdition(site: EditionSite, reportFor: (kind: string) => Report): Promise<void> {
  const { dist, edition } = site
  const report = (kind: string) => reportFor(`${kind}, ${edition.id}`)
  await exportDeck({ dist, edition, files: { pdf: path.join(dist, pdfName(edition)) }, reportFor: report })
  await prerender(site, report('pages'))
  await writeReadingPage(site)
}

/**
 * Makes the site: Slidev's build of each edition, one after the other, each with its own base; then what a static host needs besides.
 * @returns the folder of the build
 * @throws with the reason when a step fails; the folder then has no `index.html`, so that nobody publishes half a site
 */
export async function buildSite({ out, base, origin = '', args, reportFor = () => silent }: SiteOptions): Promise<string> {
  const site: Site = { dist: path.resolve(ROOT, out), base, origin }
  const parts = editions.map(edition => editionSite(site, edition))
  // The first empties the folder.
  for (const { edition, dist, base } of parts)
    await buildDeck({ edition, out: dist, base, args, pdf: true, editions })
  try {
    await Promise.all(parts.map(part => finishEdition(part, reportFor)))
    await writeHostFiles(site)
    for (const part of parts)
      await checkBudget(part)
    await writeServiceWorker(site)
  }
  catch (error) {
    await rm(path.join(site.dist, 'index.html'), { force: true })
    throw new Error(`${(error as Error).message}\nThe build is incomplete, so it has no index.html. "npx slidev build" builds a plain deck.`, { cause: error })
  }
  return site.dist
}
