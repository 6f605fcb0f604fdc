import type { DataFile } from '../addon/deck'
import type { AllWords } from '../locales/types'
import type { DataTable } from './data-tables'
import { stringify } from 'csv-stringify/sync'
import { source } from '../data'
import { dataPackage, titleOf } from './data-package'
import { dataTables } from './data-tables'
import { dataWorkbook } from './data-workbook'
import { fill, formatFigure } from './format'

/**
 * RFC 4180 in plain UTF-8. Without a byte order mark: R, Python, D3 and csv-parse take one for a part of the first column's name. Who
 * opens files with a double click has the workbook.
 */
function toCsv({ columns, rows }: DataTable): string {
  const cells = rows.map(row => columns.map(column => row[column]))
  return stringify(cells, { header: true, columns: [...columns], record_delimiter: 'windows' })
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

const toText = (content: object) => `${JSON.stringify(content, null, 2)}\n`

/** The same rows as in CSV, with what a reader has to cite. */
function toJson({ name, columns, rows }: DataTable, words: AllWords): string {
  return toText({
    dataset: name,
    title: titleOf(name, words),
    citation: citation(words),
    licence: words.dataFiles.licence,
    // As printed; the header and the part before the first heading have none.
    sections: Object.fromEntries(Object.entries(source.sections).filter(([, heading]) => heading)),
    columns: Object.fromEntries(columns.map(column => [column, words.dataFiles.columns[column]])),
    rows,
  })
}

const CSV = 'text/csv;charset=utf-8'
const JSON_TEXT = 'application/json;charset=utf-8'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Name of the workbook in `data/`. */
export const WORKBOOK = 'all-data.xlsx'

/** What a file holds that is text. */
export type TextFile = DataFile & { readonly content: string }

/** All that the deck knows, as texts that other programs read: each table as CSV and JSON, and what they are. */
export function textFiles(words: AllWords, tables: readonly DataTable[] = dataTables(words)): TextFile[] {
  return [
    ...tables.flatMap((table): TextFile[] => [
      { name: `${table.name}.csv`, type: CSV, content: toCsv(table) },
      { name: `${table.name}.json`, type: JSON_TEXT, content: toJson(table, words) },
    ]),
    { name: 'datapackage.json', type: JSON_TEXT, content: toText(dataPackage(tables, words, citation(words))) },
  ]
}

/** The same, and a workbook of all tables. */
export async function dataFiles(words: AllWords): Promise<DataFile[]> {
  const tables = dataTables(words)
  return [
    ...textFiles(words, tables),
    {
      name: WORKBOOK,
      type: XLSX,
      content: await dataWorkbook(tables, words, citation(words)),
    },
  ]
}
