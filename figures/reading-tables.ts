import type { Evidence, ExhibitName, Place, ReadingColumn } from '../data'
import type { AllWords } from '../locales/types'
import type { Cell, Row } from './data-rows'
import { readingColumns } from '../data'
import { exhibits } from '../data/exhibits'
import { dataRows } from './data-rows'
import { fill, formatPlace } from './format'
import { sourcesPage } from './sources-pages'

/** A cell for readers: ids and codes are names. */
export interface ReadingCell {
  readonly text: string
  /** Numbers stand under each other by their digits. */
  readonly isNumber: boolean
  /** The article says nothing here. */
  readonly isMissing: boolean
}

/** Rows of a data file that an exhibit shows, with the columns that say something to a reader. */
export interface TableToRead {
  /** The data file, as in `data/<name>.csv`. */
  readonly name: string
  readonly caption: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly ReadingCell[])[]
}

/** What the codes of a column are called; a code without a name stays as it is. */
function namesOf(column: ReadingColumn, words: AllWords): Readonly<Record<string, string>> {
  const { labels } = words
  switch (column) {
    case 'of': return { ...words.mechanisms, 'joint-base': labels.jointBaseHead, 'titan': labels.titanHead }
    case 'role': return words.reading.roles
    case 'actor': return words.actors
    case 'from':
    case 'to':
    case 'members': return { ...words.organisations, ...words.actors }
    case 'bound': return { ...words.others.boundNames, ...words.boundNames }
    case 'claimed_by': return words.claimants
    case 'follows_from': return { ...words.figures, cities: labels.openList }
    default: return {}
  }
}

const isPlaced = (row: Row): row is Row & Place => 'section' in row && 'paragraph' in row

/** Where the row has this column, its value; undefined where it has not. */
function valueOf(row: Row, column: ReadingColumn, words: AllWords): Cell | undefined {
  // The sign stays with its number where a narrow column breaks the line.
  if (column === 'place')
    return isPlaced(row) ? formatPlace(row, words).replace('¶ ', '¶\u00A0') : undefined
  // Whoever reads the article's rows knows whose they are.
  if (column === 'source' && row.source === 'article')
    return undefined
  // A formatted figure says its date, too.
  return column === 'date' && 'formatted' in row ? undefined : row[column]
}

function cellOf(row: Row, column: ReadingColumn, words: AllWords): ReadingCell {
  const value = valueOf(row, column, words)
  const names = namesOf(column, words)
  const parts = [value ?? []].flat()
  return {
    text: parts.map(part => names[part] ?? String(part)).join(words.punctuation.comma) || words.labels.notReported,
    isNumber: parts.length > 0 && parts.every(part => typeof part === 'number'),
    isMissing: parts.length === 0,
  }
}

/** Whether the column tells a reader something: some row has it, and what it belongs to has a name. */
function isTelling(rows: readonly Row[], column: ReadingColumn, words: AllWords): boolean {
  if (column === 'of')
    return rows.every(({ of }) => typeof of === 'string' && of in namesOf('of', words))
  return rows.some(row => valueOf(row, column, words) !== undefined)
}

/**
 * The data that an exhibit shows, for readers: the rows of its data file, or the part of them that it shows.
 * @param exhibit name of the component
 * @param words the language
 * @param page of the list of all figures, from 1, where the exhibit shows a page of it
 * @returns undefined for an exhibit without data
 */
export function readingTable(exhibit: ExhibitName, words: AllWords, page = 1): TableToRead | undefined {
  const { data, partOf, figures, others }: Evidence = exhibits[exhibit]
  if (!data)
    return undefined
  const isOfAll = data === 'all-figures' || data === 'other-figures'
  const of = data === 'other-figures' ? others!.figures : exhibit === 'SourcesTable' ? sourcesPage(page) : figures
  const shown = of.map(({ id }) => id)
  const isPart = partOf !== undefined || isOfAll
  const rows = dataRows(words)[data].filter(({ id, of }) =>
    (!partOf || partOf.includes(String(of))) && (!isOfAll || shown.includes(String(id))))
  const columns = readingColumns.filter(column => isTelling(rows, column, words))
  return {
    name: data,
    caption: isPart ? fill(words.reading.part, { file: words.data.files[data] }) : words.data.files[data],
    head: columns.map(column => words.reading.columns[column]),
    rows: rows.map(row => columns.map(column => cellOf(row, column, words))),
  }
}
