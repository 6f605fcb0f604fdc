import type { Told } from '../data/premises'
import type { Problem } from './problem'
import { figuresByFile } from '../data'
import { brokenPremises } from '../data/premises'

const fileOf = new Map(Object.entries(figuresByFile).flatMap(([file, figures]) => figures.map(({ id }) => [id as string, file])))

/**
 * What sentences of the deck take for granted and the data does not bear out, as problems of the records.
 * @param told other records than those of `data/`, for tests
 */
export function premiseProblems(told?: Told): Problem[] {
  return brokenPremises(told).map(({ file, subject, field, expected }) =>
    ({ file: file ?? fileOf.get(subject) ?? 'data/index.ts', subject, field, expected, severity: 'error' }))
}
