import type { Edition } from '../../deck'
import path from 'node:path'

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
