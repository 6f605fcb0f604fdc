import type { Report } from './progress'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { checkBudget } from './budget'
import { buildDeck, PDF_NAME } from './build'
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
  /** Who is told of each page of the PDF. */
  reportFor?: (kind: string) => Report
}

/** A site that is being made: what each step after Slidev's build gets. */
export interface Site {
  /** Folder of the build, absolute. */
  dist: string
  /** Path on the host, with a slash at both ends. */
  base: string
  /** Such as `https://example.org`; empty when nobody said. */
  origin: string
}

/** The address of a path below the base: whole where the host is known, otherwise from the host's root. */
export function addressOf({ origin, base }: Pick<Site, 'origin' | 'base'>, path = ''): string {
  return `${origin}${base}${path}`
}

/**
 * Makes the site: Slidev's build, then in this order what a static host needs besides it.
 * @returns the folder of the build
 * @throws with the reason when a step fails; the folder then has no `index.html`, so that nobody publishes half a site
 */
export async function buildSite({ out, base, origin = '', args, reportFor = () => silent }: SiteOptions): Promise<string> {
  const dist = await buildDeck({ out, base, args, pdf: true })
  try {
    await exportDeck({ dist, files: { pdf: path.join(dist, PDF_NAME) }, reportFor })
    const site: Site = { dist, base, origin }
    await prerender(site, reportFor('pages'))
    await writeReadingPage(site)
    await writeHostFiles(site)
    await checkBudget(site)
    await writeServiceWorker(site)
  }
  catch (error) {
    await rm(path.join(dist, 'index.html'), { force: true })
    throw new Error(`${(error as Error).message}\nThe build is incomplete, so it has no index.html. "npx slidev build" builds a plain deck.`, { cause: error })
  }
  return dist
}
