import type { DataModules } from './data-modules'
import type { Names } from './data-schema'
import type { Fields, Finding } from './records'
import type { DataSources } from './sources'
import { nearestTo } from '../addon/deck'
import { ends, idOf, list, records } from './records'
import { isRecord, shown } from './slips'

/** Cities on the map, and coordinates for each. */
export function* mapFindings(modules: DataModules, { cities }: Names): Generator<Finding> {
  const file = 'data/coordinates.ts'
  const { coordinates, mapWindow } = modules[file] ?? {}
  if (!isRecord(coordinates) || !isRecord(mapWindow))
    return
  const { west, east, south, north } = mapWindow as Record<string, number>
  if (!(west! < east! && south! < north!))
    yield { file, path: ['mapWindow'], expected: `expected west below east and south below north, found ${shown(mapWindow)}` }
  else yield* cityFindings(file, coordinates, mapWindow as Record<string, number>)
  for (const city of cities.filter(city => !(city in coordinates))) {
    yield {
      file,
      path: ['coordinates', city],
      expected: 'expected latitude and longitude of this city, found none',
      nearest: nearestTo(
        city,
        Object.keys(coordinates).filter(other => !cities.includes(other)),
      ),
    }
  }
}

/** Cities off the map. */
function* cityFindings(
  file: string,
  coordinates: Fields,
  { west, east, south, north }: Record<string, number>,
): Generator<Finding> {
  const isOn = (latitude: unknown, longitude: unknown) =>
    Number(latitude) > south! && Number(latitude) < north! && Number(longitude) > west! && Number(longitude) < east!
  for (const [city, place] of Object.entries(coordinates)) {
    if (
      !isRecord(place)
      || typeof place.latitude !== 'number'
      || typeof place.longitude !== 'number'
      || isOn(place.latitude, place.longitude)
    ) {
      continue
    }
    const { latitude, longitude } = place
    const swapped = isOn(longitude, latitude) ? '; latitude and longitude are swapped' : ''
    const name = latitude > south! && latitude < north! ? 'longitude' : 'latitude'
    const [low, high] = name === 'latitude' ? [south, north] : [west, east]
    yield {
      file,
      path: ['coordinates', city, name],
      expected: `expected degrees on the map, between ${low} and ${high}, found ${place[name]}${swapped}`,
    }
  }
}

/** First and last paragraph of each section, of those that have both. */
export function sectionSpans(sections: unknown): Readonly<Record<string, readonly [first: number, last: number]>> {
  const spans = Object.entries(isRecord(sections) ? sections : {}).filter(
    ([, span]) => list(span).length === 2 && ends(span).length === 2,
  )
  return Object.fromEntries(spans) as Record<string, [number, number]>
}

/** Keys that name ids of the data, where no schema knows both. */
export function* referenceFindings(modules: DataModules, names: Names): Generator<Finding> {
  const { competition } = modules['data/mechanisms.ts'] ?? {}
  if (isRecord(competition) && !list(competition.entrants).includes(competition.rival)) {
    yield {
      file: 'data/mechanisms.ts',
      path: ['competition', 'rival'],
      expected: `expected one of the entrants (${list(competition.entrants).join(', ')}), found ${shown(competition.rival)}`,
      nearest: nearestTo(String(competition.rival), list(competition.entrants).map(String)),
    }
  }
  const { sectionParagraphs } = modules['data/source.ts'] ?? {}
  const spans = Object.entries(sectionSpans(sectionParagraphs))
  for (const [index, [id, [first, last]]] of spans.entries()) {
    const expected = index === 0 ? 1 : spans[index - 1]![1][1] + 1
    if (first !== expected || last < first) {
      yield {
        file: 'data/source.ts',
        path: ['sectionParagraphs', id],
        expected: `expected [${expected}, last], right after the section before, found ${shown([first, last])}`,
      }
    }
  }
  const { researchers, researcherFigures } = modules['data/researchers.ts'] ?? {}
  for (const id of records(researcherFigures).map(idOf)) {
    if (isRecord(researchers) && !(isRecord(researchers.calledZh) && id in researchers.calledZh)) {
      yield {
        file: 'data/researchers.ts',
        path: ['researchers', 'calledZh'],
        expected: `expected what the article calls "${id}", found nothing`,
      }
    }
  }
  const { source } = modules['data/source.ts'] ?? {}
  const [first, second] = ['publishedIn', 'repostedIn'].map(name =>
    isRecord(source) && isRecord(source[name]) ? source[name].date : undefined,
  )
  if (isRecord(first) && isRecord(second) && Number(first.value) > Number(second.value)) {
    yield {
      file: 'data/source.ts',
      path: ['source', 'publishedIn', 'date'],
      expected: `expected a date before that of repostedIn, found "${idOf(first)}", which is later than "${idOf(second)}"`,
    }
  }
  const { dataFileNames, dataColumns, readingColumns } = modules['data/files.ts'] ?? {}
  for (const [index, column] of list(readingColumns).entries()) {
    if (column !== 'place' && !list(dataColumns).includes(column)) {
      yield {
        file: 'data/files.ts',
        path: ['readingColumns', index],
        expected: `expected a name of dataColumns, or place, found ${shown(column)}`,
        nearest: nearestTo(String(column), list(dataColumns).map(String)),
      }
    }
  }
  const byFile = modules['data/index.ts']?.figuresByFile
  for (const file of isRecord(byFile) ? Object.keys(byFile) : []) {
    const dataset = file.replace(/^data\/|\.ts$/g, '')
    if (!list(dataFileNames).includes(dataset)) {
      yield {
        file: 'data/files.ts',
        path: ['dataFileNames'],
        expected: `expected ${shown(dataset)}, as data/index.ts has figures of ${file}, found no such name`,
        nearest: nearestTo(dataset, list(dataFileNames).map(String)),
      }
    }
  }
  const used = new Set<unknown>()
  const collect = (value: unknown): void => {
    if (typeof value === 'string')
      used.add(value)
    else if (typeof value === 'object' && value !== null)
      Object.values(value).forEach(collect)
  }
  for (const name of ['precedents', 'laboratory', 'papers', 'mechanisms', 'timeline']) collect(modules[`data/${name}.ts`])
  for (const id of names.organisations.keys()) {
    if (!used.has(id)) {
      yield {
        file: 'data/organisations.ts',
        path: ['organisations', id],
        expected: 'expected a record that names this organisation at a place of the article, found none',
      }
    }
  }
}

/** Exhibits, their components and their rows. */
export function* exhibitFindings({ modules, components }: DataSources): Generator<Finding> {
  const file = 'data/exhibits.ts'
  const { exhibits } = modules[file] ?? {}
  if (!isRecord(exhibits))
    return
  const names = Object.keys(exhibits)
  const files = components()
  for (const name of names.filter(name => !files.has(name))) {
    yield {
      file,
      path: ['exhibits', name],
      expected: `expected the name of a component, found no components/${name}.vue`,
      nearest: nearestTo(name, [...files.keys()]),
    }
  }
  for (const [component, code] of files) {
    for (const [, name] of code.matchAll(/<(?:ExhibitFigure|ChartFigure)\s[^>]*?(?<![:\w])name="(\w+)"/g)) {
      if (!names.includes(name!)) {
        yield {
          file: `components/${component}.vue`,
          path: [],
          expected: `expected a name of data/exhibits.ts, found "${name}"`,
          nearest: nearestTo(name!, names),
        }
      }
      else if (name !== component) {
        yield {
          file: `components/${component}.vue`,
          path: [],
          expected: `expected its own name, "${component}", found "${name}"`,
          nearest: component,
        }
      }
    }
  }
  const owners = ownersOfRows(modules)
  for (const [name, exhibit] of Object.entries(exhibits)) {
    const { partOf, data } = isRecord(exhibit) ? exhibit : {}
    for (const [index, owner] of list(partOf).entries()) {
      const known = owners[String(data)] ?? []
      if (!known.includes(String(owner))) {
        yield {
          file,
          path: ['exhibits', name, 'partOf', index],
          expected: `expected what rows of ${shown(data)} belong to (${known.join(', ') || 'nothing'}), found ${shown(owner)}`,
          nearest: nearestTo(String(owner), known),
        }
      }
    }
  }
}

/** What the rows of a data file belong to, column `of` (`figures/data-rows.ts`). */
function ownersOfRows(modules: DataModules): Readonly<Record<string, readonly string[]>> {
  const { mechanisms, alliances } = modules['data/mechanisms.ts'] ?? {}
  const precedents = records(modules['data/precedents.ts']?.precedents).map(idOf)
  return {
    'talent-mechanisms': [...records(mechanisms).map(idOf), 'joint-base', 'titan'],
    'organisations': [
      ...precedents,
      'multimedia-laboratory',
      'training',
      'joint-base',
      'competition',
      ...records(alliances).map(idOf),
      'beijing-fund',
    ],
    'precedent-flows': precedents,
  }
}

/** Editions: ids, files and folders, each once. That a file is missing, the check of its slides says, which only that edition waits for. */
export function* editionFindings(modules: DataModules): Generator<Finding> {
  const file = 'locales/editions.ts'
  const editions = records(modules[file]?.editions)
  for (const [index, edition] of editions.entries()) {
    const path = ['editions', index]
    for (const [name, value] of Object.entries(edition)) {
      if (['id', 'entry', 'folder', 'language'].includes(name) && editions.findIndex(other => other[name] === value) < index)
        yield { file, path: [...path, name], expected: `expected each edition's own, found ${shown(value)} again` }
    }
    const folder = index === 0 ? '' : `${idOf(edition)}/`
    if (typeof edition.folder === 'string' && edition.folder !== folder)
      yield { file, path: [...path, 'folder'], expected: `expected ${shown(folder)}, found ${shown(edition.folder)}` }
  }
}
