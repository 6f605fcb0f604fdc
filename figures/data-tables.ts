import type { DataColumn, DataFileName } from '../data'
import type { AllWords } from '../locales/types'
import type { Cell, Row } from './data-rows'
import { dataColumns, dataFileNames, listColumns } from '../data'
import { dataRows } from './data-rows'

/** One value, as every file has it. */
export type PlainCell = string | number | null

/** A dataset as a table in which no cell holds a list. */
export interface DataTable {
  readonly name: DataFileName
  readonly columns: readonly DataColumn[]
  readonly rows: readonly Readonly<Partial<Record<DataColumn, PlainCell>>>[]
}

const isListed = (column: DataColumn) => (listColumns as readonly DataColumn[]).includes(column)
const itemsOf = (cell: Cell | undefined): readonly (string | number)[] => cell === null || cell === undefined ? [] : [cell].flat()

/** Whether records of a table can have several of what a column holds; then the column is left to `lists`. */
function isListOf(rows: readonly Row[], column: DataColumn): boolean {
  return isListed(column) && column !== 'paragraph' && rows.some(row => Array.isArray(row[column]))
}

/** What records of a table have several of: a row for each item. */
function listRows(dataset: DataFileName, rows: readonly Row[]): DataTable['rows'] {
  const found = listColumns.filter(column => column === 'paragraph' || isListOf(rows, column)).flatMap(column =>
    rows.filter(row => column !== 'paragraph' || itemsOf(row[column]).length > 1).flatMap(row =>
      itemsOf(row[column]).map(item => ({ id: row.id as string, dataset, column, item: String(item) }))))
  // A record with several rows says it once.
  return [...new Map(found.map(row => [Object.values(row).join('\n'), row])).values()]
}

/** All that the deck knows, as tables. */
export function dataTables(words: AllWords): DataTable[] {
  const byName = dataRows(words)
  const names = dataFileNames.filter(name => name !== 'lists')
  const tables = names.map((name): DataTable => {
    const rows = byName[name]
    const columns = dataColumns.filter(column => rows.some(row => column in row) && !isListOf(rows, column))
    return {
      name,
      columns,
      rows: rows.map(row => Object.fromEntries(columns.map(column => [column, itemsOf(row[column])[0] ?? null]))),
    }
  })
  // Every figure once: the files of figures have their rows, too.
  const lists = names.filter(name => name !== 'all-figures').flatMap(name => listRows(name, byName[name]))
  return [...tables, { name: 'lists', columns: ['id', 'dataset', 'column', 'item'], rows: lists }]
}
