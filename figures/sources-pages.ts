import type { Figure } from '../data/types'
import { figures } from '../data'

/** Rows that fit on one page of the appendix. */
const PAGE_SIZE = 12

/** Pages that the list of all figures takes. */
export const sourcesPages = Math.ceil(figures.length / PAGE_SIZE)

/** The figures on one page of the appendix, counted from 1. */
export function sourcesPage(page: number): readonly Figure[] {
  return figures.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)
}

/** The page of the appendix, from 1, that lists a figure; the first for an unknown one. */
export function sourcesPageOf(id: string | undefined): number {
  const index = figures.findIndex(figure => figure.id === id)
  return Math.floor(Math.max(0, index) / PAGE_SIZE) + 1
}
