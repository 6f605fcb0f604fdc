import type { Edition } from '../deck'
import type { SlidePosition } from '../lib/slide-position'
import deck from '#deck'
import { EDITION_KEY } from '../lib/remembered'
import { edition as own } from './edition'

/** The editions that lie on the same host; none besides this one on the dev server, and in a plain `slidev build`. */
const built = ((import.meta.env.VITE_DECK_EDITIONS as string | undefined) ?? '').split(',')
const { editions } = deck
const isPart = built.includes(own.id)

/** Path of the whole site, of which this edition is a part. */
export const siteBase = isPart ? import.meta.env.BASE_URL.slice(0, -own.folder.length || undefined) : import.meta.env.BASE_URL

/** The editions that one can change to, the next one first. */
export const otherEditions: readonly Edition[] = isPart
  ? [...editions.slice(editions.indexOf(own) + 1), ...editions.slice(0, editions.indexOf(own))].filter(({ id }) => built.includes(id))
  : []

/** Path of an edition on the host. */
export const baseOf = ({ folder }: Pick<Edition, 'folder'>): string => siteBase + folder

/**
 * Address of the same place in another edition, in the presenter view or as the audience sees it: of the file that a static host has for
 * it.
 */
export function editionAddress(
  { folder }: Pick<Edition, 'folder'>,
  { no, clicks, isPresenter }: SlidePosition & { readonly isPresenter: boolean },
): string {
  return `${baseOf({ folder })}${isPresenter ? 'presenter/' : ''}${no}/${clicks > 0 ? `?clicks=${clicks}` : ''}`
}

/**
 * The edition that a visitor chose earlier, or chose to stay in. Where a browser denies storage, it is forgotten (addon/client/storage.ts).
 */
export const storedEdition = (): string | null => localStorage.getItem(EDITION_KEY)

/** Remembers an edition as chosen. */
export const storeEdition = (id: string): void => localStorage.setItem(EDITION_KEY, id)

/** Stays in this edition: nobody is asked again. */
export const stayInEdition = (): void => storeEdition(own.id)

/**
 * Another edition in the language that the browser asks for first; undefined when that is this one's, when there is none, and for whoever
 * has chosen before.
 */
export function wantedEdition(languages: readonly string[] = navigator.languages): Edition | undefined {
  if (storedEdition() !== null)
    return undefined
  const speaks = ({ language }: Edition, wanted = '') => wanted.split('-')[0]!.toLowerCase() === language.split('-')[0]
  const wanted = languages.find(wanted => editions.some(edition => speaks(edition, wanted)))
  return otherEditions.find(edition => speaks(edition, wanted))
}
