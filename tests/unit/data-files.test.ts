import type { DataColumn, DataFileName, DerivedFigure, Figure, OrganisationId } from '../../data'
import type { PlainCell } from '../../figures/data-tables'
import { Buffer } from 'node:buffer'
import { parse } from 'csv-parse/sync'
import { Package, Resource } from 'datapackage'
import { describe, expect, it, vi } from 'vitest'
import {
  alliances,
  coordinatesSource,
  dataFileNames,
  derivedFigures,
  figures,
  figuresByFile,
  flows,
  namedCities,
  organisations,
  source,
  timeline,
  toDate,
} from '../../data'
import { exhibits } from '../../data/exhibits'
import { dataFiles, textFiles } from '../../figures/data-files'
import { isoDate } from '../../figures/data-rows'
import { officeMap } from '../../figures/office-map'
import { allWords as words } from '../../locales/documents'
import { editionOf, editions } from '../../locales/editions'
import { wordsOf } from '../../locales/records'
import { made } from './made-figures'
import { readSheets } from './workbook'

type Row = Record<DataColumn, PlainCell>
interface Field { name: string, type: string, title: string, description: string }
interface Descriptor {
  title: string
  description: string
  licenses: { name: string }[]
  sources: { path: string }[]
  resources: { name: string, path: string, licenses?: { name: string }[], schema: { fields: Field[] } }[]
}
interface Parsed {
  dataset: string
  title: string
  citation: string
  licence: string
  sections: Record<string, string>
  columns: Record<string, string>
  rows: Row[]
}

const texts = textFiles(words)
const files = dataFileNames.map((name) => {
  const [csv, json] = ['csv', 'json'].map(ending => texts.find(file => file.name === `${name}.${ending}`)!.content)
  return { name, csv: csv!, parsed: JSON.parse(json!) as Parsed }
})
const rowsOf = (name: DataFileName) => files.find(file => file.name === name)!.parsed.rows
const figureFiles = Object.keys(figuresByFile).map(file => file.replace(/^data\/|\.ts$/g, '') as DataFileName)
const isEmpty = (cell: unknown) => cell === null || cell === undefined || cell === ''
function itemsOf(dataset: DataFileName, id: PlainCell, column: DataColumn) {
  return rowsOf('lists').filter(row => row.dataset === dataset && row.id === id && row.column === column).map(({ item }) => item)
}

describe('data files', () => {
  it('are all there, once each, and none is empty', () => {
    expect(texts.map(({ name }) => name)).toEqual([...dataFileNames.flatMap(name => [`${name}.csv`, `${name}.json`]), 'datapackage.json'])
    expect(files.filter(({ parsed }) => parsed.rows.length === 0).map(({ name }) => name)).toEqual([])
  })

  it('hold every figure in exactly one of the files of figures, and in the file of all', () => {
    const ids = figureFiles.flatMap(name => rowsOf(name).map(({ id }) => id))
    expect(ids.toSorted()).toEqual(figures.map(({ id }) => id).toSorted())
    expect(rowsOf('all-figures').map(({ id }) => id)).toEqual(figures.map(({ id }) => id))
    for (const { id, dataset } of rowsOf('all-figures'))
      expect(rowsOf(dataset as DataFileName).map(row => row.id), String(dataset)).toContain(id)
  })

  it.each(figures.map((figure: Figure) => [figure.id, figure] as const))('state %s as the data does', (id, figure) => {
    const row = rowsOf('all-figures').find(row => row.id === id)
    const isDate = figure.unit === 'date'
    const [low, high] = isDate || typeof figure.value === 'number' ? [null, null] : figure.value
    const places = [figure.paragraph].flat()
    expect(row).toMatchObject({
      value: !isDate && typeof figure.value === 'number' ? figure.value : null,
      low,
      high,
      bound: figure.bound,
      unit: figure.unit,
      printed: figure.printed,
      section: figure.section,
      paragraph: places[0],
      claimed_by: figure.claimedBy,
    })
    if (!places[1])
      expect(row!.decimal_year === null).toBe(!isDate || typeof figure.value !== 'number')
    const name = figureFiles.find(name => rowsOf(name).some(row => row.id === id))!
    expect({ dataset: name, ...rowsOf(name).find(row => row.id === id) }).toEqual(row)
  })

  it.each([
    [made.day, '2019-01-28'],
    [made.yearAndMonth, '2018-09'],
    [made.year, '2001'],
    [made.midYear, '2018-05/2018-08'],
    [made.floor, null],
  ] as const)('give dates as precisely as the article does: $0.id', (figure, date) => expect(isoDate(figure)).toBe(date))

  it.each(figures.filter(({ unit }) => unit === 'date'))('date $id', ({ id, value }) => {
    const { date, precision, decimal_year } = rowsOf('all-figures').find(row => row.id === id)!
    const [first, last] = String(date).split('/')
    // ISO dates read as their first moment; the middle of a year ends with the month before the one that ends it.
    const [from, to] = [value].flat().map(year => toDate(year).toISOString().slice(0, 10))
    expect(new Date(first!).toISOString().slice(0, 10)).toBe(from)
    if (last !== undefined) {
      const end = new Date(last)
      end.setUTCMonth(end.getUTCMonth() + (precision === 'mid-year' ? 1 : 0))
      expect(end.toISOString().slice(0, 10)).toBe(to)
    }
    expect(decimal_year).toBe(typeof value === 'number' ? Number(value.toFixed(3)) : null)
  })

  it('say of derived figures what they follow from, and state no number where there is none', () => {
    for (const { id, from } of derivedFigures)
      expect(itemsOf('derived', id, 'follows_from'), id).toEqual([...from])
    expect(rowsOf('derived').filter(({ id }) => itemsOf('derived', id, 'follows_from').length === 0)).toEqual([])
    for (const { id, value, bound, unit } of derivedFigures as readonly DerivedFigure[]) {
      const row = rowsOf('derived').find(row => row.id === id)!
      const [low, high] = Array.isArray(value) && unit !== 'date' ? value : [null, null]
      expect(row, id).toMatchObject({ value: typeof value === 'number' && unit !== 'date' ? value : null, low, high, bound })
    }
  })

  it('name the source of coordinates, which is not the article', () => {
    for (const { coordinates_from } of rowsOf('cities')) {
      for (const part of Object.values(coordinatesSource))
        expect(coordinates_from).toContain(part)
    }
  })

  it('name every organisation of the data at a place of the article', () => {
    expect([...new Set(rowsOf('organisations').map(({ id }) => id))].toSorted()).toEqual(Object.keys(organisations).toSorted())
  })

  it('hold what the map and the timeline draw, in the file that their slide links', () => {
    const ids = (name: DataFileName) => rowsOf(name).map(({ id }) => id)
    expect(ids(exhibits.OfficeMap.data)).toEqual(officeMap(words).places.map(({ id }) => id))
    expect(ids(exhibits.TimelineBraid.data)).toEqual(timeline.map(({ id }) => id))
  })

  it('say of the precedents who gives and who gains: people and research come from the university, funds from the company', () => {
    const rows = rowsOf('precedent-flows').filter(({ from }) => from)
    const givers = Object.fromEntries(rows.map(({ id, from }) => [id, organisations[from as OrganisationId].actor]))
    expect(givers).toMatchObject({ 'talent': 'university', 'frontier-research': 'university', 'funds': 'company' })
    for (const { from, to } of rows)
      expect(organisations[to as OrganisationId].actor).not.toBe(organisations[from as OrganisationId].actor)
  })

  it('include the file of every exhibit that has one', () => {
    const named = Object.values(exhibits).flatMap(exhibit => 'data' in exhibit ? [exhibit.data] : [])
    expect(named.length).toBeGreaterThan(15)
    expect(dataFileNames).toEqual(expect.arrayContaining([...named]))
  })
})

describe('what a record has several of', () => {
  it('stands in a file of its own, an item a row, and nowhere else', () => {
    const cells = files.flatMap(({ parsed }) => parsed.rows.flatMap(row => Object.values(row)))
    expect(cells.filter(cell => typeof cell === 'object' && cell !== null)).toEqual([])
    for (const { id, members } of alliances)
      expect(itemsOf('alliances', id, 'members'), id).toEqual([...members])
    for (const { id, actors } of timeline)
      expect(itemsOf('events', id, 'actor'), id).toEqual([...actors])
    for (const { id, paragraph } of flows)
      expect(itemsOf('flows', id, 'paragraph'), id).toEqual([paragraph].flat().length > 1 ? [paragraph].flat().map(String) : [])
  })

  it('belongs to a record that there is', () => {
    for (const { id, dataset } of rowsOf('lists'))
      expect(rowsOf(dataset as DataFileName).map(row => row.id), String(dataset)).toContain(id)
  })
})

describe('bounds', () => {
  it('say whether a floor includes its number: no floor of the article does', () => {
    const floors = rowsOf('all-figures').filter(({ bound }) => bound === 'more-than' || bound === 'at-least')
    expect(floors.length).toBeGreaterThan(5)
    for (const { id, bound, printed } of floors) {
      expect(bound, String(id)).toBe('more-than')
      expect(printed, String(id)).toMatch(/多|超过/)
    }
    expect(rowsOf('derived').find(({ id }) => id === namedCities.id)!.bound).toBe('at-least')
  })

  it('stand beside every number, also beside a size', () => {
    for (const { id, size, size_bound } of rowsOf('alliances'))
      expect(isEmpty(size_bound), String(id)).toBe(isEmpty(size))
  })
})

describe('datapackage.json', () => {
  const packages = editions.map(({ name, id }) => {
    const words = wordsOf(editionOf(id))
    const texts = textFiles(words)
    const descriptor = JSON.parse(texts.find(file => file.name === 'datapackage.json')!.content) as Descriptor
    return { name, words, texts, descriptor }
  })

  it.each(packages)('is valid by the published schema, in $name', async ({ descriptor }) => {
    const { errors } = await Package.load(descriptor as object, { strict: false })
    expect(errors.map(({ message }) => message)).toEqual([])
    // And the schema is asked: it refuses a column without a name.
    const nameless = descriptor.resources.map(resource => ({ ...resource, schema: { fields: [{}] } }))
    const { valid } = await Package.load({ ...descriptor, resources: nameless })
    expect(valid).toBe(false)
  })

  it.each(packages)('describes the files as they are, in $name', async ({ descriptor, texts }) => {
    expect(descriptor.resources.map(({ path }) => path)).toEqual(texts.map(({ name }) => name).filter(name => name.endsWith('.csv')))
    for (const { path, schema: described } of descriptor.resources) {
      const rows = parse(texts.find(({ name }) => name === path)!.content) as string[][]
      expect(rows[0], path).toEqual(described.fields.map(({ name }) => name))
      const resource = await Resource.load({ name: 'rows', profile: 'tabular-data-resource', data: rows, schema: described })
      expect(await resource.read({ cast: true }), path).toHaveLength(rows.length - 1)
    }
  })

  it.each(packages)('says in $name what each column holds, and of numbers unit, bound and source', ({ descriptor, words }) => {
    expect(descriptor.title).toContain(source.title)
    expect(descriptor.description).toContain(words.dataFiles.licence)
    for (const { name, schema: { fields } } of descriptor.resources) {
      for (const field of fields) {
        const column = field.name as DataColumn
        expect(field, name).toMatchObject({ title: words.dataFiles.titles[column], description: words.dataFiles.columns[column] })
        if (field.type === 'number' || column === 'size')
          expect(field, `${name}: ${column}`).toMatchObject({ unit: expect.anything(), bound: expect.anything(), source: expect.anything() })
      }
    }
  })

  it('names what may be done: our words by a licence, the facts by their source, coordinates by theirs', () => {
    const [{ descriptor }] = packages as [typeof packages[number]]
    expect(descriptor.licenses.map(({ name }) => name)).toEqual(['MIT'])
    const cities = descriptor.resources.find(({ name }) => name === 'cities')!
    expect(cities.licenses!.map(({ name }) => name)).toEqual(['MIT', 'CC-BY-4.0'])
    expect(descriptor.sources.map(({ path }) => path)).toEqual([source.publishedIn.url, coordinatesSource.url])
  })
})

describe('the workbook', () => {
  it('has a sheet for each file, with the same cells, numbers as numbers', async () => {
    const { content } = (await dataFiles(words)).find(({ name }) => name.endsWith('.xlsx'))!
    const sheets = await readSheets(Buffer.from(content))
    expect(sheets.map(({ sheet }) => sheet)).toEqual([words.dataFiles.contents.sheet, ...dataFileNames])
    for (const { name, parsed } of files) {
      const [head, ...rows] = sheets.find(({ sheet }) => sheet === name)!.data
      expect(head).toEqual(Object.keys(parsed.columns))
      expect(rows).toEqual(parsed.rows.map(row => Object.values(row)))
    }
  })

  it('is the same, byte by byte, each time and in each time zone', async () => {
    const workbook = async () => Buffer.from((await dataFiles(words)).at(-1)!.content)
    const first = await workbook()
    vi.stubEnv('TZ', 'Asia/Kathmandu')
    vi.useFakeTimers({ now: new Date('2031-05-06T07:08:09Z'), toFake: ['Date'] })
    expect(Buffer.compare(await workbook(), first)).toBe(0)
    vi.useRealTimers()
    vi.unstubAllEnvs()
  })
})

/** What no row may lack that says what another source says. */
const OF_OTHERS = {
  'checked-claims': ['id', 'what', 'formatted', 'others', 'verdict'],
  'other-figures': ['id', 'what', 'bound', 'unit', 'formatted', 'source'],
  'other-sources': ['id', 'who', 'read'],
} as const

describe.each(files)('data file $name', ({ name, csv, parsed }) => {
  it('has no row without its place and claimant, or what it follows from', () => {
    const wanted
      = name === 'derived'
        ? (['id', 'what', 'bound', 'unit', 'formatted'] as const)
        : name === 'lists'
          ? (['id', 'dataset', 'column', 'item'] as const)
          : name in OF_OTHERS
            ? OF_OTHERS[name as keyof typeof OF_OTHERS]
            : ([
                'id',
                'what',
                'section',
                'paragraph',
                'claimed_by',
                ...(figureFiles.includes(name) || name === 'all-figures' ? (['bound', 'unit', 'printed', 'formatted'] as const) : []),
              ] as const)
    const missing = parsed.rows.flatMap(row => wanted.filter(column => isEmpty(row[column])).map(column => `${row.id}: ${column}`))
    expect(missing).toEqual([])
  })

  it('is read by a parser of CSV as the same rows', () => {
    const cells = (row: Row) =>
      Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, String(cell ?? '')]))
    expect(parse(csv, { columns: true })).toEqual(parsed.rows.map(cells))
  })

  it('is plain CSV, without a mark that would stick to its first column', () => {
    expect(csv.startsWith('id,') || csv.startsWith('dataset,id,')).toBe(true)
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(csv.endsWith('\r\n')).toBe(true)
  })

  it('says in JSON what it is, what to cite and what its columns hold', () => {
    expect(parsed).toMatchObject({ dataset: name, title: expect.stringMatching(/\S/), licence: expect.stringMatching(/\S/) })
    expect(parsed.citation).toContain(source.title)
    expect(parsed.citation).toContain(source.publishedIn.url)
    for (const row of parsed.rows)
      expect(Object.keys(row)).toEqual(Object.keys(parsed.columns))
    expect(Object.values(parsed.sections).filter(isEmpty)).toEqual([])
  })
})
