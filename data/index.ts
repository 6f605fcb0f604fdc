/** All that the deck knows, in one place: the flat lists of figures, and the datasets. */
import type { DerivedFigure, Figure, Printable } from './types'
import { assumptions, computeFigures } from './compute'
import { derivedFigures } from './derived'
import { headcountFigures } from './headcount'
import { laboratoryFigures } from './laboratory'
import { mechanismFigures } from './mechanisms'
import { officeFigures } from './offices'
import { paperFigures } from './papers'
import { precedentFigures } from './precedents'
import { researcherFigures } from './researchers'
import { sourceFigures } from './source'
import { timelineFigures } from './timeline'

/** Figures by the file that holds them, so that a complaint about one can name its file. */
export const figuresByFile = {
  'data/source.ts': sourceFigures,
  'data/precedents.ts': precedentFigures,
  'data/laboratory.ts': laboratoryFigures,
  'data/headcount.ts': headcountFigures,
  'data/researchers.ts': researcherFigures,
  'data/papers.ts': paperFigures,
  'data/compute.ts': computeFigures,
  'data/offices.ts': officeFigures,
  'data/mechanisms.ts': mechanismFigures,
  'data/timeline.ts': timelineFigures,
} as const

/** Every number and date of the article that the deck shows, in the article's order of topics. */
export const figures = Object.values(figuresByFile).flat() as readonly Figure[]

export type FigureId = (typeof figuresByFile)[keyof typeof figuresByFile][number]['id']
export type DerivedId = (typeof derivedFigures)[number]['id']
export type AssumptionId = (typeof assumptions)[number]['id']

/** An id that `[[…]]` in a slide or an exhibit's words may name. */
export type PrintableId = FigureId | DerivedId | AssumptionId

/** Everything that has an id and can be printed. */
export const printables: ReadonlyMap<string, Printable> = new Map(
  [...figures, ...(derivedFigures as readonly DerivedFigure[]), ...assumptions].map(record => [record.id, record]),
)

export * from './closing'
export * from './compute'
export * from './coordinates'
export * from './dates'
export * from './derived'
export * from './exchange'
// What exhibits show is asked by name where slides are prepared or read: whoever loads a slide has no need of it.
export type * from './exhibits'
export * from './files'
export * from './headcount'
export * from './laboratory'
export * from './mechanisms'
export * from './offices'
export * from './organisations'
export * from './papers'
export * from './policy'
export * from './precedents'
export * from './researchers'
export * from './source'
export * from './timeline'
export type * from './types'
