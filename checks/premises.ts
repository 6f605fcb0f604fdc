import type { Problem } from '../addon/deck'
import type { Told } from '../data/premises'
import { figuresByFile } from '../data'
import { brokenPremises } from '../data/premises'
import { lineOfField } from './source-line'

const fileOf = new Map(Object.entries(figuresByFile).flatMap(([file, figures]) => figures.map(({ id }) => [id as string, file])))

/**
 * What sentences of the deck take for granted and the data does not bear out, as problems of the records.
 * @param told other records than those of `data/`, for tests
 */
export function premiseProblems(told?: Told): Problem[] {
  return brokenPremises(told).map(({ subject, field, expected, file = fileOf.get(subject) ?? 'data/index.ts' }) =>
    ({ file, line: lineOfField(file, subject, field), subject, field, expected, severity: 'error' }))
}
