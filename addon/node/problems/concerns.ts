import type { Edition } from '../../../locales/editions'
import type { Problem } from '../../lib/problem'
import { editions } from '../../../locales/editions'

/** Whether a problem is of an edition, or of what all of them share: slides and words of another one are not. */
export function concerns({ file }: Problem, { id }: Edition): boolean {
  const others = editions.filter(edition => edition.id !== id)
  return !others.some(other => [other.entry, `locales/${other.id}.ts`, `locales/${other.id}.documents.ts`].includes(file))
}
