import type { Edition } from '../../deck'
import type { Problem } from '../../lib/problem'

/** Whether a problem is of an edition, or of what all of them share: slides and words of another one are not. */
export function concerns({ file }: Problem, { id }: Edition, editions: readonly Edition[]): boolean {
  const others = editions.filter(edition => edition.id !== id)
  return !others.some(other => file === other.entry || file.startsWith(`locales/${other.id}.`))
}
