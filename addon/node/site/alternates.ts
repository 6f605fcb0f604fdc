import type { EditionSite } from './site'
import { editions } from '../deck'
import { addressOf } from './site'

/** The same page in each edition, this one among them, and where to go who reads neither language: for `hreflang`. */
export function alternates({ site }: Pick<EditionSite, 'site'>, path: string): { hreflang: string, href: string }[] {
  const href = (folder: string) => addressOf(site, folder + path)
  return [
    ...editions.map(({ language, folder }) => ({ hreflang: language, href: href(folder) })),
    { hreflang: 'x-default', href: href(editions[0].folder) },
  ]
}
