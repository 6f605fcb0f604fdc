import type { Bounded } from '../data/bounds'
import type { DataModules } from './data-modules'
import type { Names } from './data-schema'
import type { Fields, Finding } from './records'
import type { DataSources } from './sources'
import { nearestTo } from '../addon/deck'
import { isCeiling, isFloor } from '../data/bounds'
import { listedFigures } from './data-schema'
import { ends, idOf, list, records } from './records'
import { editionFindings, exhibitFindings, mapFindings, referenceFindings } from './references'
import { isRecord, shown } from './slips'

/** A floor that a part exceeds is stated too low: the whole is at least as large. */
const MORE = ' or more, which would have to be more then'

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
    if (before !== undefined) {
      yield {
        file,
        path: [...path, 'id'],
        expected: `expected an id that ${before} does not use already, found "${idOf(record)}"`,
      }
    }
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
    if (!(file in byFile)) {
      yield { file: 'data/index.ts', path: ['figuresByFile', file], expected: `expected the figures of ${file}, found nothing` }
    }
    else if (records(byFile[file]).map(idOf).join() !== own.filter(isRecord).map(idOf).join()) {
      yield {
        file: 'data/index.ts',
        path: ['figuresByFile', file],
        expected: `expected the figures that ${file} lists, found others`,
      }
    }
  }
  for (const name of dataFiles()) {
    const file = `data/${name}`
    if (!(file in modules) && /^\s*printed: /m.test(read(file) ?? '')) {
      yield {
        file,
        path: [],
        expected:
          'expected figures only in files that figuresByFile (data/index.ts) and checks/data-modules.ts list, found some here',
      }
    }
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
      if (!known.includes(String(parent))) {
        yield {
          file,
          path: [...path, 'from', at],
          expected: `expected the id of a figure, an assumption or ${LISTS.join()}, found ${shown(parent)}`,
          nearest: nearestTo(String(parent), known),
        }
      }
    }
    if (isBroken)
      continue
    if ((unit === 'date') !== (precision !== undefined)) {
      yield {
        file,
        path: [...path, 'precision'],
        expected: `expected a precision on dates, and on nothing else, found ${shown(precision)}`,
      }
    }
    if (value === null ? bound !== 'unknown' : bound === 'unknown') {
      yield {
        file,
        path: [...path, 'bound'],
        expected: `expected "unknown" where there is no value, and only there, found ${shown(bound)} with ${shown(value)}`,
      }
    }
    if (
      value !== null
      && (ends(value).length !== (Array.isArray(value) ? 2 : 1) || ends(value).some(end => !Number.isFinite(end) || end < 0))
    ) {
      yield {
        file,
        path: [...path, 'value'],
        expected: `expected a number from 0 upwards, or null where nothing is certain, found ${shown(value)}`,
      }
    }
    else if (Array.isArray(value) && value[0] > value[1]) {
      yield {
        file,
        path: [...path, 'value'],
        expected: `expected [low, high] with low below high, found ${shown(value)}: ${list(from).join(', ')} do not fit together`,
      }
    }
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
  for (const { part, whole, complete } of records(modules['data/parts.ts']?.parts) as unknown as {
    part: Bounded & { id: string }
    whole: Bounded & { id: string }
    complete?: boolean
  }[]) {
    const [least] = isCeiling(part.bound) || part.bound === 'unknown' ? [0] : ends(part.value)
    const [stated] = whole.bound === 'unknown' ? [] : ends(whole.value).slice(-1)
    if (least === undefined || stated === undefined)
      continue
    const place = placeOfFigure(modules, part.id) ?? placeOfFigure(modules, whole.id)
    if (!place)
      continue
    const isOfWhole = placeOfFigure(modules, part.id) === undefined
    // A floor that excludes its number is more than a whole of that number.
    const isOver = least === stated && ((part.bound === 'more-than' && !isFloor(whole.bound)) || whole.bound === 'less-than')
    if (least > stated || isOver) {
      yield {
        ...place,
        path: [...place.path, 'value'],
        expected: isOfWhole
          ? `expected at least ${least}, as many as the ${part.id} that the data names, found ${stated}`
          : `expected no more than its whole, "${whole.id}" (${stated}${isFloor(whole.bound) ? MORE : ''}), found ${least}`,
      }
    }
    else if (complete && least !== stated) {
      yield {
        ...place,
        path: [...place.path, 'value'],
        expected: `expected ${least}, as many as the ${part.id} that the data names, found ${stated}`,
      }
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
    [
      'data/timeline.ts',
      ['timeline'],
      records(modules['data/timeline.ts']?.timeline).map(event => event.date),
      records(modules['data/timeline.ts']?.timeline).map(idOf),
    ],
    [
      'data/laboratory.ts',
      ['laboratory', 'steps'],
      list(isRecord(laboratory) ? laboratory.steps : []),
      records(isRecord(laboratory) ? laboratory.steps : []).map(idOf),
    ],
  ]
  for (const [file, path, dates, ids] of sequences) {
    const starts = dates.map(date => (isRecord(date) ? (ends(date.value)[0] ?? Number.NaN) : Number.NaN))
    for (let index = 1; index < starts.length; index++) {
      if (starts[index]! < starts[index - 1]!) {
        yield {
          file,
          path: [...path, index, ...(file.endsWith('timeline.ts') ? ['date'] : [])],
          expected: `expected dates in the order of time, found "${ids[index]}" after "${ids[index - 1]}", which is later`,
        }
      }
    }
  }
}

/** Whatever concerns more than one record. Where some are broken, what is worked out from them is left out. */
export function crossSlips(sources: DataSources, names: Names, { isBroken }: { readonly isBroken: boolean }): Finding[] {
  const { modules } = sources
  return [
    ...idFindings(modules),
    ...listFindings(sources),
    ...derivedFindings(modules, names, isBroken),
    ...(isBroken ? [] : partFindings(modules)),
    ...(isBroken ? [] : orderFindings(modules)),
    ...mapFindings(modules, names),
    ...referenceFindings(modules, names),
    ...exhibitFindings(sources),
    ...editionFindings(modules),
  ]
}
