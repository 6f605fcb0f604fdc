import type { Edition } from '../locales/editions'
import { editionOf, editions } from '../locales/editions'

/**
 * The edition that a command is for: `--lang zh`, or just `zh`; the first one when nothing was said.
 * @throws with the editions that there are
 */
export function chosenEdition(lang: string | undefined, [positional]: readonly string[] = []): Edition {
  return editionOf(lang ?? positional ?? editions[0].id)
}

/** All editions, or the one that `--lang` names. */
export function chosenEditions(lang: string | undefined): readonly Edition[] {
  return lang === undefined ? editions : [editionOf(lang)]
}
