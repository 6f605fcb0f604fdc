import type { Bounded } from './bounds'
import type { Alliance } from './mechanisms'
import { headcountNow } from './headcount'
import { pioneeringLabs } from './laboratory'
import { alliances, competition, competitionTeams, mechanismCount, mechanisms } from './mechanisms'
import { doctoralResearchers, doctoralTeam } from './researchers'

/** A number or a count that the article makes a part of another. */
export interface PartOfWhole {
  /** A figure, or a list of which the article names the entries. */
  readonly part: Bounded & { readonly id: string }
  readonly whole: Bounded & { readonly id: string }
  /** The list is all of it: as many entries as the whole says. */
  readonly complete?: boolean
}

/** The entries that the article names: at least so many. */
function named(id: string, list: readonly unknown[] | undefined): PartOfWhole['part'] {
  return { id, value: list?.length ?? 0, bound: 'at-least' }
}

/**
 * What the article implies to lie within what. The papers of a conference are not here: nothing says that the
 * total contains them (`papers.ts`).
 */
export const parts: readonly PartOfWhole[] = [
  { part: doctoralResearchers, whole: headcountNow },
  { part: doctoralTeam, whole: headcountNow },
  { part: named('the laboratory itself', ['multimedia-laboratory']), whole: pioneeringLabs },
  ...(alliances as readonly Alliance[]).flatMap(({ id, members, size }) => size ? [{ part: named(`members of "${id}"`, members), whole: size }] : []),
  { part: named('entrants of the challenge', competition.entrants), whole: competitionTeams },
  { part: named('mechanisms', mechanisms), whole: mechanismCount, complete: true },
]
