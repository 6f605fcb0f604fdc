import type { Edition } from '../deck'
import { closest, distance } from 'fastest-levenshtein'

/** Where an address was to lead that leads nowhere. */
export interface MissingPlace {
  readonly edition: Edition
  /** The slide that is nearest; undefined where nothing is near. */
  readonly no: number | undefined
}

/** A path as it was typed; nothing, where it can't be decoded. */
function typed(path: string): string {
  try {
    return decodeURIComponent(path)
  }
  catch {
    return ''
  }
}

/**
 * Reads an address that leads nowhere.
 * @param path below the whole site's base
 * @param editions those of the site
 * @param ids of the slides, in their order
 */
export function missingPlace(path: string, editions: readonly [Edition, ...Edition[]], ids: readonly string[]): MissingPlace {
  // The longest folder: the first edition's holds them all. Its letters may be of the wrong size.
  const within = (folder: string) => `${path}/`.toLowerCase().startsWith(folder)
  const [edition = editions[0]] = editions
    .filter(({ folder }) => within(folder))
    .sort((one, other) => other.folder.length - one.folder.length)
  const rest = typed(path.slice(edition.folder.length))
  const number = /\d+/.exec(rest)?.[0]
  if (number)
    return { edition, no: Math.min(Math.max(Number(number), 1), ids.length) }
  const words = rest.toLowerCase().split('/').filter(Boolean)
  const near = words.toReversed()
    .map(word => ({ word, id: closest(word, ids) }))
    .find(({ word, id }) => distance(word, id) <= word.length / 3)
  return { edition, no: near && ids.indexOf(near.id) + 1 }
}
