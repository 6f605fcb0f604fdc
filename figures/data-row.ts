import type { DataColumn } from '../data'

/** A list becomes rows of a file of its own (`figures/data-files.ts`). */
export type Cell = string | number | null | readonly (string | number)[]
export type Row = Readonly<Partial<Record<DataColumn, Cell>>>
