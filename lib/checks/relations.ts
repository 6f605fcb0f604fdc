import type { Bounded } from '../../data/bounds'
import type { DataSources } from '../validate-data'
import type { DataModules } from './data-modules'
import type { Names } from './data-schema'
import type { Slip } from './slips'
import { nearestTo } from '../problem'
import { listedFigures } from './data-schema'
import { isRecord, shown } from './slips'

type Finding = Slip & { readonly file: string }
type Fields = Readonly<Record<string, unknown>>

const list = (value: unknown): readonly unknown[] => Array.isArray(value) ? Array.from(value) : []
const records = (value: unknown): readonly Fields[] => list(value).filter(isRecord)
const ends = (value: unknown): readonly number[] => [value].flat().filter(end => typeof end === 'number')
const idOf = (record: Fields) => String(record.id)

/** Lists that a derived figure may follow from, as `from` names them. */
const LISTS = ['cities']

/** An id is one figure's, in all files together. */
function* idFindings(modules: DataModules): Generator<Finding> {
  const seen = new Map<string, string>()
  const all: [file: string, path: PropertyKey[], record: Fields][] = []
  for (const [file, exports] of Object.entries(modules)) {
    if (file === 'data/index.ts' || !file.startsWith('data/'))
      continue
    for (const [name, value] of Object.entries(exports)) {
      if (/Figures$|^assumptions$/.test(name))
        records(value).forEach((record, index) => all.push([file, [name, index], record]))
    }
  }
  for (const [file, path, record] of all) {
    const before = seen.get(idOf(record))
    if (before !== undefined)
      yield { file, path: [...path, 'id'], expected: `expected an id that ${before} does not use already, found "${idOf(record)}"` }
    seen.set(idOf(record), file)
  }
}

/** The lists that the deck shows are those that the files make. */
function* listFindings({ modules, dataFiles, read }: DataSources): Generator<Finding> {
  const byFile = modules['data/index.ts']?.figuresByFile
  if (!isRecord(byFile))
    return
  for (const [file, exports] of Object.entries(modules)) {
    const own = listedFigures(exports)
    if (file === 'data/index.ts' || own.length === 0)
      continue
    if (!(file in byFile))
      yield { file: 'data/index.ts', path: ['figuresByFile', file], expected: `expected the figures of ${file}, found nothing` }
    else if (records(byFile[file]).map(idOf).join() !== own.filter(isRecord).map(idOf).join())
      yield { file: 'data/index.ts', path: ['figuresByFile', file], expected: `expected the figures that ${file} lists, found others` }
  }
  for (const name of dataFiles()) {
    const file = `data/${name}`
    if (!(file in modules) && /^\s*printed: /m.test(read(file) ?? ''))
      yield { file, path: [], expected: 'expected figures only in files that figuresByFile (data/index.ts) and lib/checks/data-modules.ts list, found some here' }
  }
}

/** What we work out or assume. */
function* derivedFindings(modules: DataModules, names: Names, isBroken: boolean): Generator<Finding> {
  const file = 'data/derived.ts'
  const derived = records(modules[file]?.derivedFigures)
  const assumptions = records(modules['data/compute.ts']?.assumptions)
  const known = [...names.figures.keys(), ...[...derived, ...assumptions].map(idOf), ...LISTS]
  for (const [index, { from, value, bound, unit, precision }] of derived.entries()) {
    const path = ['derivedFigures', index]
    for (const [at, parent] of list(from).entries()) {
      if (!known.includes(String(parent)))
        yield { file, path: [...path, 'from', at], expected: `expected the id of a figure, an assumption or ${LISTS.join()}, found ${shown(parent)}`, nearest: nearestTo(String(parent), known) }
    }
    if (isBroken)
      continue
    if ((unit === 'date') !== (precision !== undefined))
      yield { file, path: [...path, 'precision'], expected: `expected a precision on dates, and on nothing else, found ${shown(precision)}` }
    if (value === null ? bound !== 'unknown' : bound === 'unknown')
      yield { file, path: [...path, 'bound'], expected: `expected "unknown" where there is no value, and only there, found ${shown(bound)} with ${shown(value)}` }
    if (value !== null && (ends(value).length !== (Array.isArray(value) ? 2 : 1) || ends(value).some(end => !Number.isFinite(end) || end < 0)))
      yield { file, path: [...path, 'value'], expected: `expected a number from 0 upwards, or null where nothing is certain, found ${shown(value)}` }
    else if (Array.isArray(value) && value[0] > value[1])
      yield { file, path: [...path, 'value'], expected: `expected [low, high] with low below high: what it follows from (${list(from).join(', ')}) does not fit together, found ${shown(value)}` }
  }
}

/** What we assume has to be possible. */
export function assumptionFindings(modules: DataModules): Finding[] {
  const file = 'data/compute.ts'
  return records(modules[file]?.assumptions).flatMap(({ id, value }, index): Finding[] => {
    const path = ['assumptions', index, 'value']
    if (typeof value !== 'number' || !Number.isFinite(value) || value <= 0)
      return [{ file, path, expected: `expected a number above 0, found ${shown(value)}` }]
    if (id === 'days-per-month' && (value < 28 || value > 31 || !Number.isInteger(value)))
      return [{ file, path, expected: `expected the days of a month, 28 to 31, found ${value}` }]
    return []
  })
}

/** A part is no larger than what it is a part of, as far as both are known. */
function* partFindings(modules: DataModules): Generator<Finding> {
  for (const { part, whole, complete } of records(modules['data/parts.ts']?.parts) as unknown as { part: Bounded & { id: string }, whole: Bounded & { id: string }, complete?: boolean }[]) {
    const [least] = part.bound === 'at-most' || part.bound === 'unknown' ? [0] : ends(part.value)
    const [stated] = whole.bound === 'unknown' ? [] : ends(whole.value).slice(-1)
    if (least === undefined || stated === undefined)
      continue
    const place = placeOfFigure(modules, part.id) ?? placeOfFigure(modules, whole.id)
    if (!place)
      continue
    const isOfWhole = placeOfFigure(modules, part.id) === undefined
    if (least > stated) {
      yield {
        ...place,
        path: [...place.path, 'value'],
        expected: isOfWhole
          ? `expected at least ${least}, as many as the ${part.id} that the data names, found ${stated}`
          : `expected no more than its whole, "${whole.id}" (${stated}${whole.bound === 'at-least' ? ' or more, which would have to be more then' : ''}), found ${least}`,
      }
    }
    else if (complete && least !== stated) {
      yield { ...place, path: [...place.path, 'value'], expected: `expected ${least}, as many as the ${part.id} that the data names, found ${stated}` }
    }
  }
}

function placeOfFigure(modules: DataModules, id: string): { file: string, path: PropertyKey[] } | undefined {
  for (const [file, exports] of Object.entries(modules)) {
    for (const [name, value] of Object.entries(exports)) {
      if (isRecord(value) && value.id === id && 'printed' in value)
        return { file, path: [name] }
    }
  }
  return undefined
}

/** Dated things in the order of their dates. */
function* orderFindings(modules: DataModules): Generator<Finding> {
  const laboratory = modules['data/laboratory.ts']?.laboratory
  const sequences: [file: string, path: PropertyKey[], dates: readonly unknown[], ids: readonly string[]][] = [
    ['data/timeline.ts', ['timeline'], records(modules['data/timeline.ts']?.timeline).map(event => event.date), records(modules['data/timeline.ts']?.timeline).map(idOf)],
    ['data/laboratory.ts', ['laboratory', 'steps'], list(isRecord(laboratory) ? laboratory.steps : []), records(isRecord(laboratory) ? laboratory.steps : []).map(idOf)],
  ]
  for (const [file, path, dates, ids] of sequences) {
    const starts = dates.map(date => isRecord(date) ? ends(date.value)[0] ?? Number.NaN : Number.NaN)
    for (let index = 1; index < starts.length; index++) {
      if (starts[index]! < starts[index - 1]!)
        yield { file, path: [...path, index, ...file.endsWith('timeline.ts') ? ['date'] : []], expected: `expected dates in the order of time, found "${ids[index]}" after "${ids[index - 1]}", which is later` }
    }
  }
}

/** Cities on the map, and coordinates for each. */
function* mapFindings(modules: DataModules, { cities }: Names): Generator<Finding> {
  const file = 'data/coordinates.ts'
  const { coordinates, mapWindow } = modules[file] ?? {}
  if (!isRecord(coordinates) || !isRecord(mapWindow))
    return
  const { west, east, south, north } = mapWindow as Record<string, number>
  if (!(west! < east! && south! < north!))
    yield { file, path: ['mapWindow'], expected: `expected west below east and south below north, found ${shown(mapWindow)}` }
  else
    yield* cityFindings(file, coordinates, mapWindow as Record<string, number>)
  for (const city of cities.filter(city => !(city in coordinates)))
    yield { file, path: ['coordinates', city], expected: 'expected latitude and longitude of this city, found none', nearest: nearestTo(city, Object.keys(coordinates).filter(other => !cities.includes(other))) }
}

/** Cities off the map. */
function* cityFindings(file: string, coordinates: Fields, { west, east, south, north }: Record<string, number>): Generator<Finding> {
  const isOn = (latitude: unknown, longitude: unknown) => Number(latitude) > south! && Number(latitude) < north! && Number(longitude) > west! && Number(longitude) < east!
  for (const [city, place] of Object.entries(coordinates)) {
    if (!isRecord(place) || typeof place.latitude !== 'number' || typeof place.longitude !== 'number' || isOn(place.latitude, place.longitude))
      continue
    const { latitude, longitude } = place
    const swapped = isOn(longitude, latitude) ? '; latitude and longitude are swapped' : ''
    const name = latitude > south! && latitude < north! ? 'longitude' : 'latitude'
    const [low, high] = name === 'latitude' ? [south, north] : [west, east]
    yield { file, path: ['coordinates', city, name], expected: `expected degrees on the map, between ${low} and ${high}, found ${place[name]}${swapped}` }
  }
}

/** First and last paragraph of each section, of those that have both. */
export function sectionSpans(sections: unknown): Readonly<Record<string, readonly [first: number, last: number]>> {
  const spans = Object.entries(isRecord(sections) ? sections : {}).filter(([, span]) => list(span).length === 2 && ends(span).length === 2)
  return Object.fromEntries(spans) as Record<string, [number, number]>
}

/** Keys that name ids of the data, where no schema knows both. */
function* referenceFindings(modules: DataModules, names: Names): Generator<Finding> {
  const { competition } = modules['data/mechanisms.ts'] ?? {}
  if (isRecord(competition) && !list(competition.entrants).includes(competition.rival))
    yield { file: 'data/mechanisms.ts', path: ['competition', 'rival'], expected: `expected one of the entrants (${list(competition.entrants).join(', ')}), found ${shown(competition.rival)}`, nearest: nearestTo(String(competition.rival), list(competition.entrants).map(String)) }
  const { sectionParagraphs } = modules['data/source.ts'] ?? {}
  const spans = Object.entries(sectionSpans(sectionParagraphs))
  for (const [index, [id, [first, last]]] of spans.entries()) {
    const expected = index === 0 ? 1 : spans[index - 1]![1][1] + 1
    if (first !== expected || last < first)
      yield { file: 'data/source.ts', path: ['sectionParagraphs', id], expected: `expected [${expected}, last], right after the section before, found ${shown([first, last])}` }
  }
  const { researchers, researcherFigures } = modules['data/researchers.ts'] ?? {}
  for (const id of records(researcherFigures).map(idOf)) {
    if (isRecord(researchers) && !(isRecord(researchers.calledZh) && id in researchers.calledZh))
      yield { file: 'data/researchers.ts', path: ['researchers', 'calledZh'], expected: `expected what the article calls "${id}", found nothing` }
  }
  const { source } = modules['data/source.ts'] ?? {}
  const [first, second] = ['publishedIn', 'repostedIn'].map(name => isRecord(source) && isRecord(source[name]) ? source[name].date : undefined)
  if (isRecord(first) && isRecord(second) && Number(first.value) > Number(second.value))
    yield { file: 'data/source.ts', path: ['source', 'publishedIn', 'date'], expected: `expected a date before that of repostedIn, found "${idOf(first)}", which is later than "${idOf(second)}"` }
  const { dataFileNames, dataColumns, readingColumns } = modules['data/files.ts'] ?? {}
  for (const [index, column] of list(readingColumns).entries()) {
    if (column !== 'place' && !list(dataColumns).includes(column))
      yield { file: 'data/files.ts', path: ['readingColumns', index], expected: `expected a name of dataColumns, or place, found ${shown(column)}`, nearest: nearestTo(String(column), list(dataColumns).map(String)) }
  }
  const byFile = modules['data/index.ts']?.figuresByFile
  for (const file of isRecord(byFile) ? Object.keys(byFile) : []) {
    const dataset = file.replace(/^data\/|\.ts$/g, '')
    if (!list(dataFileNames).includes(dataset))
      yield { file: 'data/files.ts', path: ['dataFileNames'], expected: `expected ${shown(dataset)}, as data/index.ts has figures of ${file}, found no such name`, nearest: nearestTo(dataset, list(dataFileNames).map(String)) }
  }
  const used = new Set<unknown>()
  const collect = (value: unknown): void => {
    if (typeof value === 'string')
      used.add(value)
    else if (typeof value === 'object' && value !== null)
      Object.values(value).forEach(collect)
  }
  for (const name of ['precedents', 'laboratory', 'papers', 'mechanisms', 'timeline'])
    collect(modules[`data/${name}.ts`])
  for (const id of names.organisations.keys()) {
    if (!used.has(id))
      yield { file: 'data/organisations.ts', path: ['organisations', id], expected: 'expected a record that names this organisation at a place of the article, found none' }
  }
}

/** Exhibits, their components and their rows. */
function* exhibitFindings({ modules, components }: DataSources): Generator<Finding> {
  const file = 'data/exhibits.ts'
  const { exhibits } = modules[file] ?? {}
  if (!isRecord(exhibits))
    return
  const names = Object.keys(exhibits)
  const files = components()
  for (const name of names.filter(name => !files.has(name)))
    yield { file, path: ['exhibits', name], expected: `expected the name of a component, found no components/${name}.vue`, nearest: nearestTo(name, [...files.keys()]) }
  for (const [component, code] of files) {
    for (const [, name] of code.matchAll(/<(?:ExhibitFigure|ChartFigure)\s[^>]*?(?<![:\w])name="(\w+)"/g)) {
      if (!names.includes(name!))
        yield { file: `components/${component}.vue`, path: [], expected: `expected a name of data/exhibits.ts, found "${name}"`, nearest: nearestTo(name!, names) }
      else if (name !== component)
        yield { file: `components/${component}.vue`, path: [], expected: `expected its own name, "${component}", found "${name}"`, nearest: component }
    }
  }
  const owners = ownersOfRows(modules)
  for (const [name, exhibit] of Object.entries(exhibits)) {
    const { partOf, data } = isRecord(exhibit) ? exhibit : {}
    for (const [index, owner] of list(partOf).entries()) {
      const known = owners[String(data)] ?? []
      if (!known.includes(String(owner)))
        yield { file, path: ['exhibits', name, 'partOf', index], expected: `expected what rows of ${shown(data)} belong to (${known.join(', ') || 'nothing'}), found ${shown(owner)}`, nearest: nearestTo(String(owner), known) }
    }
  }
}

/** What the rows of a data file belong to, column `of` (`lib/data-rows.ts`). */
function ownersOfRows(modules: DataModules): Readonly<Record<string, readonly string[]>> {
  const { mechanisms, alliances } = modules['data/mechanisms.ts'] ?? {}
  const precedents = records(modules['data/precedents.ts']?.precedents).map(idOf)
  return {
    'talent-mechanisms': [...records(mechanisms).map(idOf), 'joint-base', 'titan'],
    'organisations': [...precedents, 'multimedia-laboratory', 'training', 'joint-base', 'competition', ...records(alliances).map(idOf), 'beijing-fund'],
    'precedent-flows': precedents,
  }
}

/** Editions: ids, files and folders, each once. */
function* editionFindings(modules: DataModules, read: DataSources['read']): Generator<Finding> {
  const file = 'locales/editions.ts'
  const editions = records(modules[file]?.editions)
  for (const [index, edition] of editions.entries()) {
    const path = ['editions', index]
    for (const [name, value] of Object.entries(edition)) {
      if (['id', 'entry', 'folder', 'language'].includes(name) && editions.findIndex(other => other[name] === value) < index)
        yield { file, path: [...path, name], expected: `expected each edition's own, found ${shown(value)} again` }
    }
    if (typeof edition.entry === 'string' && read(edition.entry) === undefined)
      yield { file, path: [...path, 'entry'], expected: `expected a file of slides, found no ${edition.entry}` }
    const folder = index === 0 ? '' : `${idOf(edition)}/`
    if (typeof edition.folder === 'string' && edition.folder !== folder)
      yield { file, path: [...path, 'folder'], expected: `expected ${shown(folder)}, found ${shown(edition.folder)}` }
  }
}

/** Whatever concerns more than one record. Where some are broken, what is worked out from them is left out. */
export function crossSlips(sources: DataSources, names: Names, { isBroken }: { readonly isBroken: boolean }): Finding[] {
  const { modules, read } = sources
  return [
    ...idFindings(modules),
    ...listFindings(sources),
    ...derivedFindings(modules, names, isBroken),
    ...isBroken ? [] : partFindings(modules),
    ...isBroken ? [] : orderFindings(modules),
    ...mapFindings(modules, names),
    ...referenceFindings(modules, names),
    ...exhibitFindings(sources),
    ...editionFindings(modules, read),
  ]
}
