import type { DataFileName, DerivedFigure, Figure, OrganisationId } from '../../data'
import type { Row } from '../../figures/data-rows'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import {
  coordinatesSource,
  dataFileNames,
  derivedFigures,
  exhibits,
  figures,
  figuresByFile,
  organisations,
  source,
  timeline,
  toDate,
} from '../../data'
import { dataFiles } from '../../figures/data-files'
import { isoDate } from '../../figures/data-rows'
import { officeMap } from '../../figures/office-map'
import { allWords as words } from '../../locales/documents'
import { made } from './made-figures'

interface Parsed { dataset: string, title: string, citation: string, licence: string, columns: Record<string, string>, rows: Row[] }

const files = dataFiles(words).map(file => ({ ...file, parsed: JSON.parse(file.json) as Parsed }))
const rowsOf = (name: DataFileName) => files.find(file => file.name === name)!.parsed.rows
const figureFiles = Object.keys(figuresByFile).map(file => file.replace(/^data\/|\.ts$/g, '') as DataFileName)
const isEmpty = (cell: unknown) => cell === null || cell === undefined || cell === '' || (Array.isArray(cell) && cell.length === 0)

describe('data files', () => {
  it('are all there, once each, and none is empty', () => {
    expect(files.map(({ name }) => name)).toEqual([...dataFileNames])
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
    const [low, high] = typeof figure.value === 'number' ? [null, null] : figure.value
    expect(row).toMatchObject({
      value: typeof figure.value === 'number' ? figure.value : null,
      low,
      high,
      bound: figure.bound,
      unit: figure.unit,
      printed: figure.printed,
      section: figure.section,
      paragraph: figure.paragraph,
      claimed_by: figure.claimedBy,
    })
    const name = figureFiles.find(name => rowsOf(name).some(row => row.id === id))!
    expect({ dataset: name, ...rowsOf(name).find(row => row.id === id) }).toEqual(row)
  })

  it.each([
    [made.day, '2019-01-28'],
    [made.yearAndMonth, '2018-09'],
    [made.year, '2001'],
    [made.midYear, '2018-05-01/2018-09-01'],
    [made.floor, null],
  ] as const)('give dates as precisely as the article does: $0.id', (figure, date) => expect(isoDate(figure)).toBe(date))

  it.each(figures.filter(({ unit }) => unit === 'date'))('date $id', ({ id, value }) => {
    const { date } = rowsOf('all-figures').find(row => row.id === id)!
    // ISO dates read as their first moment.
    expect(
      String(date)
        .split('/')
        .map(part => new Date(part).getTime()),
    ).toEqual([value].flat().map(year => new Date(toDate(year).toISOString().slice(0, 10)).getTime()))
  })

  it('say of derived figures what they follow from, and state no number where there is none', () => {
    expect(
      rowsOf('derived')
        .slice(0, derivedFigures.length)
        .map(({ follows_from }) => follows_from),
    ).toEqual(derivedFigures.map(({ from }) => from))
    expect(rowsOf('derived').filter(({ follows_from }) => isEmpty(follows_from))).toEqual([])
    for (const { id, value, bound } of derivedFigures as readonly DerivedFigure[]) {
      const row = rowsOf('derived').find(row => row.id === id)!
      const [low, high] = Array.isArray(value) ? value : [null, null]
      expect(row, id).toMatchObject({ value: typeof value === 'number' ? value : null, low, high, bound })
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

describe.each(files)('data file $name', ({ name, csv, parsed }) => {
  it('has no row without its place and claimant, or what it follows from', () => {
    const wanted
      = name === 'derived'
        ? (['id', 'what', 'bound', 'unit', 'formatted', 'follows_from'] as const)
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
      Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, Array.isArray(cell) ? cell.join('; ') : String(cell ?? '')]))
    expect(parse(csv, { bom: true, columns: true })).toEqual(parsed.rows.map(cells))
  })

  it('is CSV that spreadsheets read as UTF-8', () => {
    expect(csv.startsWith('\uFEFFid,')).toBe(true)
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(csv.endsWith('\r\n')).toBe(true)
  })

  it('says in JSON what it is, what to cite and what its columns hold', () => {
    expect(parsed).toMatchObject({ dataset: name, title: expect.stringMatching(/\S/), licence: expect.stringMatching(/\S/) })
    expect(parsed.citation).toContain(source.title)
    expect(parsed.citation).toContain(source.publishedIn.url)
    for (const row of parsed.rows)
      expect(Object.keys(row)).toEqual(Object.keys(parsed.columns))
  })
})
