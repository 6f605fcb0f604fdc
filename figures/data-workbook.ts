import type { AllWords } from '../locales/types'
import type { DataTable } from './data-tables'
import { unzipSync, zipSync } from 'fflate'
import writeExcelFile from 'write-excel-file/node'
import { source } from '../data'
import { titleOf } from './data-package'
import { fill } from './format'

const HEAD = { fontWeight: 'bold' } as const
/** Widths of columns, in characters. */
const NARROW = 12
const WIDE = 48
/** The first moment that a ZIP archive can name: in local time, as they all are, so that it is the same in every time zone. */
const NO_TIME = () => new Date(1980, 0, 1)

function widthOf(table: DataTable, index: number): number {
  const lengths = table.rows.map(row => String(row[table.columns[index]!] ?? '').length)
  return Math.min(WIDE, Math.max(NARROW, ...lengths.map(length => length + 2)))
}

/** The sheet that opens: what the article is, what may be done with its figures, and what each sheet and column holds. */
function contents(tables: readonly DataTable[], words: AllWords, cited: string) {
  const { dataFiles: said } = words
  const columns = [...new Set(tables.flatMap(table => table.columns))]
  return {
    sheet: said.contents.sheet,
    columns: [{ width: 24 }, { width: 110 }],
    data: [
      [{ value: fill(said.package.title, { title: source.title }), ...HEAD }],
      [cited],
      [said.licence],
      [],
      [{ value: said.contents.file, ...HEAD }, { value: said.contents.title, ...HEAD }],
      ...tables.map(({ name }) => [name, titleOf(name, words)]),
      [],
      [{ value: said.contents.column, ...HEAD }, { value: said.contents.meaning, ...HEAD }],
      ...columns.map(column => [column, said.columns[column]]),
    ],
  }
}

/**
 * The data as one workbook, for spreadsheets that are opened with a double click: a sheet for each file, numbers as numbers and dates as
 * the text that they are, so that no program takes "2018-09" for a day. The same data gives the same bytes.
 */
export async function dataWorkbook(tables: readonly DataTable[], words: AllWords, cited: string): Promise<Uint8Array> {
  const sheets = tables.map(table => ({
    sheet: table.name,
    stickyRowsCount: 1,
    columns: table.columns.map((_, index) => ({ width: widthOf(table, index) })),
    data: [
      table.columns.map(value => ({ value, ...HEAD })),
      ...table.rows.map(row => table.columns.map((column) => {
        const value = row[column] ?? null
        return typeof value === 'string' ? { value, type: String } : value
      })),
    ],
  }))
  const written = await writeExcelFile([contents(tables, words, cited), ...sheets]).toBuffer()
  const mtime = NO_TIME()
  return zipSync(Object.fromEntries(Object.entries(unzipSync(written)).map(([name, bytes]) => [name, [bytes, { mtime }]])), { level: 9 })
}
