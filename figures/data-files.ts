import type { DataColumn, DataFileName } from '../data'
import type { AllWords } from '../locales/types'
import type { Cell, Row } from './data-rows'
import { stringify } from 'csv-stringify/sync'
import { dataColumns, dataFileNames, source } from '../data'
import { dataRows } from './data-rows'
import { fill, formatFigure } from './format'

/** A data file for readers: the same rows as CSV, for spreadsheets, and as JSON, with what a reader has to cite. */
export interface DataFile {
  readonly name: DataFileName
  readonly csv: string
  readonly json: string
}

const listed = (cell: Cell | undefined) => Array.isArray(cell) ? cell.join('; ') : cell ?? null

/** The columns that any of the rows has, in their usual order. */
function columnsOf(rows: readonly Row[]): DataColumn[] {
  return dataColumns.filter(column => rows.some(row => column in row))
}

/** RFC 4180, with the byte order mark by which spreadsheets know that the Chinese is UTF-8. */
function toCsv(rows: readonly Row[]): string {
  const columns = columnsOf(rows)
  return stringify(
    rows.map(row => columns.map(column => listed(row[column]))),
    { bom: true, header: true, columns, record_delimiter: 'windows' },
  )
}

/** How to cite the article, in one line. */
export function citation(words: AllWords): string {
  const { author, title, publishedIn } = source
  return fill(words.dataFiles.citation, {
    author,
    title,
    publisher: publishedIn.nameZh,
    date: formatFigure(publishedIn.date, words),
    url: publishedIn.url,
  })
}

function toJson(name: DataFileName, rows: readonly Row[], words: AllWords): string {
  const columns = columnsOf(rows)
  const file = {
    dataset: name,
    title: words.data.files[name],
    citation: citation(words),
    licence: words.dataFiles.licence,
    sections: source.sections,
    columns: Object.fromEntries(columns.map(column => [column, words.dataFiles.columns[column]])),
    rows: rows.map(row => Object.fromEntries(columns.map(column => [column, row[column] ?? null]))),
  }
  return `${JSON.stringify(file, null, 2)}\n`
}

/** All that the deck knows, as files that other programs read. */
export function dataFiles(words: AllWords): DataFile[] {
  const rows = dataRows(words)
  return dataFileNames.map(name => ({ name, csv: toCsv(rows[name]), json: toJson(name, rows[name], words) }))
}
