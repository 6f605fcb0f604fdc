import type { DataColumn, DataFileName } from '../data'
import type { AllWords } from '../locales/types'
import type { DataTable } from './data-tables'
import { coordinatesSource, figuresByFile, organisationRoles, source } from '../data'
import { otherBounds, otherUnits } from '../data/other-types'
import { actors, bounds, claimants, datePrecisions, measuredUnits, sectionIds, wholeUnits } from '../data/types'
import { fill } from './format'

/** What the values of a column are, in the words of Table Schema. */
interface ColumnType {
  readonly type: 'string' | 'number' | 'integer'
  readonly constraints?: Readonly<Record<string, unknown>>
}

const ISO = '(?:\\.\\.|\\d{4}(?:-\\d{2}(?:-\\d{2})?)?)'
const TYPES: Partial<Record<DataColumn, ColumnType>> = {
  id: { type: 'string', constraints: { required: true } },
  value: { type: 'number' },
  low: { type: 'number' },
  high: { type: 'number' },
  bound: { type: 'string', constraints: { enum: [...new Set([...bounds, ...otherBounds])] } },
  unit: { type: 'string', constraints: { enum: [...new Set([...wholeUnits, ...measuredUnits, ...otherUnits, 'date'])] } },
  date: { type: 'string', constraints: { pattern: `${ISO}(?:/${ISO})?` } },
  precision: { type: 'string', constraints: { enum: datePrecisions } },
  decimal_year: { type: 'number' },
  actor: { type: 'string', constraints: { enum: actors } },
  role: { type: 'string', constraints: { enum: organisationRoles } },
  size: { type: 'integer', constraints: { minimum: 1 } },
  size_bound: { type: 'string', constraints: { enum: bounds } },
  latitude: { type: 'number', constraints: { minimum: -90, maximum: 90 } },
  longitude: { type: 'number', constraints: { minimum: -180, maximum: 180 } },
  section: { type: 'string', constraints: { enum: sectionIds } },
  paragraph: { type: 'integer', constraints: { minimum: 1 } },
  claimed_by: { type: 'string', constraints: { enum: claimants } },
}

/** Which column says a number's unit and bound. */
const NUMBERS: Partial<Record<DataColumn, { readonly unit: DataColumn, readonly bound?: DataColumn }>> = {
  value: { unit: 'unit', bound: 'bound' },
  low: { unit: 'unit', bound: 'bound' },
  high: { unit: 'unit', bound: 'bound' },
}

/** What all rows with a number say in a column, or the column where they differ. */
function sharedOr({ rows }: DataTable, of: DataColumn, column: DataColumn): string | { readonly column: DataColumn } {
  const said = new Set(rows.filter(row => row[of] !== null && row[of] !== undefined).map(row => row[column]))
  const [only] = said
  return said.size === 1 && typeof only === 'string' ? only : { column }
}

/** Files with what other sources say. */
const otherFiles: readonly DataFileName[] = ['checked-claims', 'other-figures', 'other-sources']

/** Unit and bound of a column's numbers, and where their source stands: in words, or in the column that says it for each row. */
function meaningOf(table: DataTable, column: DataColumn): object {
  const number = NUMBERS[column]
  const unit = {
    ...number && { unit: sharedOr(table, column, number.unit), bound: sharedOr(table, column, number.bound!) },
    ...column === 'decimal_year' && { unit: 'years', bound: { column: 'bound' } },
    ...column === 'size' && { unit: 'members', bound: { column: 'size_bound' } },
    ...(column === 'latitude' || column === 'longitude') && { unit: 'degrees', bound: 'about' },
  }
  const isPlaced = table.columns.includes('paragraph') && !['section', 'paragraph', 'id', 'source'].includes(column)
  const isOther = otherFiles.includes(table.name) && table.columns.includes('source') && !['id', 'source'].includes(column)
  const from = column === 'latitude' || column === 'longitude'
    ? { source: { column: 'coordinates_from' } }

    : isPlaced
      ? { source: { column: 'paragraph' } }
      : isOther
        ? { source: { column: 'source' } }
        : table.name === 'derived' ? { source: { resource: 'lists', column: 'item' } } : {}
  return { ...unit, ...from }
}

const MIT = { name: 'MIT', path: 'https://opensource.org/license/mit', title: 'MIT License' }
const CC_BY = { name: 'CC-BY-4.0', path: 'https://creativecommons.org/licenses/by/4.0/', title: 'Creative Commons Attribution 4.0' }

/** Files with a figure of the article in each row. */
const figureFiles = new Set(['all-figures', ...Object.keys(figuresByFile).map(file => file.replace(/^data\/|\.ts$/g, ''))])

/** What a file is called. */
export function titleOf(name: DataFileName, { data, dataFiles }: AllWords): string {
  return name === 'lists' ? dataFiles.listTitle : data.files[name]
}

function descriptionOf(name: DataFileName, { dataFiles: words }: AllWords): string {
  if (name === 'lists')
    return words.listFile
  if (name === 'derived')
    return words.derivedFile
  if (otherFiles.includes(name))
    return words.otherFile
  return figureFiles.has(name) ? words.figureFile : words.recordFile
}

/**
 * What the files are, as `datapackage.json` says it: Data Package 1, which version 2 reads, too.
 * @param tables the data
 * @param words the language
 * @param cited the article, in one line
 */
export function dataPackage(tables: readonly DataTable[], words: AllWords, cited: string): object {
  const { dataFiles: said } = words
  const article = { title: cited, path: source.publishedIn.url }
  const geoNames = { title: `${coordinatesSource.name}, ${coordinatesSource.licence}`, path: coordinatesSource.url }
  return {
    profile: 'tabular-data-package',
    name: 'industry-academia-research',
    language: words.language,
    title: fill(said.package.title, { title: source.title }),
    description: `${said.package.description}\n\n${said.licence}`,
    // Of the words and the compilation; the facts are nobody's.
    licenses: [MIT],
    sources: [article, geoNames],
    resources: tables.map(table => ({
      profile: 'tabular-data-resource',
      name: table.name,
      path: `${table.name}.csv`,
      title: titleOf(table.name, words),
      description: descriptionOf(table.name, words),
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
      ...table.name === 'cities' && { licenses: [MIT, CC_BY] },
      sources: table.name === 'cities' ? [article, geoNames] : [article],
      schema: {
        fields: table.columns.map(column => ({
          name: column,
          title: said.titles[column],
          description: said.columns[column],
          ...TYPES[column] ?? { type: 'string' },
          ...meaningOf(table, column),
        })),
        missingValues: [''],
      },
    })),
  }
}
