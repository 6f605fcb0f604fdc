import type { DataModules, LoadFailure } from './checks/data-modules'
import type { Names } from './checks/data-schema'
import type { ArticleFacts } from './checks/figures'
import type { Slip } from './checks/slips'
import type { EditionWords } from './checks/words'
import type { Problem } from './problem'
import { readdirSync, readFileSync } from 'node:fs'
import { loaded } from './checks/data-modules'
import { dataSchemas, figureSchema, listedFigures, namesIn, provenanceSchema, statementSchema } from './checks/data-schema'
import { figureSlips, placeSlips } from './checks/figures'
import { assumptionFindings, crossSlips, sectionSpans } from './checks/relations'
import { isRecord, shown, slipsOf } from './checks/slips'
import { placeInSource, readSource } from './checks/source-line'
import { unknownLabels, wordSlips } from './checks/words'
import { problemText } from './problem'

/** What the check looks at. Each part can be replaced, for tests. */
export interface DataSources {
  readonly modules: DataModules
  readonly failures: readonly LoadFailure[]
  /** Text of a file of the repository, for the line of a problem. */
  readonly read: (file: string) => string | undefined
  /** Components by name, as written. */
  readonly components: () => ReadonlyMap<string, string>
  /** Names of the files in `data/`. */
  readonly dataFiles: () => readonly string[]
}

/** What stands in the repository now. */
export const dataSources: DataSources = {
  ...loaded,
  read: readSource,
  components: () => {
    const folder = new URL('../components/', import.meta.url)
    return new Map(readdirSync(folder).filter(file => file.endsWith('.vue')).map(file => [file.slice(0, -4), readFileSync(new URL(file, folder), 'utf8')]))
  },
  dataFiles: () => readdirSync(new URL('../data/', import.meta.url)).filter(file => file.endsWith('.ts')),
}

/** A slip in an export of a file. */
interface Finding extends Slip {
  readonly file: string
}

const isFigure = (value: unknown) => isRecord(value) && ('printed' in value || ('bound' in value && 'section' in value))
const isStatement = (value: unknown) => isRecord(value) && 'id' in value && ['section', 'paragraph', 'claimedBy'].some(name => name in value)
const isPlace = (value: unknown) => isRecord(value) && ['section', 'paragraph', 'claimedBy'].some(name => name in value)

/** Everything that a file of records holds, each once, by the path that leads to it from an export. */
function* contents(exports: Readonly<Record<string, unknown>>): Generator<readonly [path: readonly PropertyKey[], value: unknown]> {
  const seen = new Set<unknown>()
  const queue = Object.entries(exports).map(([name, value]): readonly [readonly PropertyKey[], unknown] => [[name], value])
  for (const [path, value] of queue) {
    if (typeof value === 'object' && value !== null) {
      if (seen.has(value))
        continue
      seen.add(value)
      queue.push(...Object.entries(value).map(([key, inner]): readonly [readonly PropertyKey[], unknown] => [[...path, Array.isArray(value) ? Number(key) : key], inner]))
    }
    yield [path, value]
  }
}

/** What the article is, for the check of its figures; a broken record is replaced by what can't be exceeded. */
function articleFacts(modules: DataModules): ArticleFacts {
  const { sectionParagraphs, publishedOn } = modules['data/source.ts'] ?? {}
  const published = isRecord(publishedOn) ? publishedOn.value : undefined
  return {
    sections: sectionSpans(sectionParagraphs),
    publishedOn: typeof published === 'number' && Number.isFinite(published) ? published : Number.POSITIVE_INFINITY,
  }
}

/** Files whose exports are not records of facts of their own. */
const WITHOUT_RECORDS = ['data/derived.ts', 'data/parts.ts', 'data/exhibits.ts', 'data/files.ts', 'data/index.ts']

/** Single figures, statements and places, wherever they stand. */
function* recordFindings(file: string, exports: Readonly<Record<string, unknown>>, names: Names, article: ArticleFacts): Generator<Finding> {
  const listed = new Set(listedFigures(exports).map(figure => isRecord(figure) ? figure.id : figure))
  for (const [path, value] of contents(exports)) {
    const own = path.length === 1
    if (own && (value === null || value === undefined))
      yield { file, path, expected: `expected a record, found ${shown(value)}` }
    const isForeign = !own && isRecord(value) && names.figures.has(String(value.id)) && !listed.has(value.id)
    if (isForeign)
      continue
    const under = (slips: readonly Slip[]) => slips.map(slip => ({ ...slip, file, path: [...path, ...slip.path] }))
    if (isFigure(value)) {
      yield* under(slipsOf(figureSchema, value))
      yield* under(figureSlips(value as Record<string, unknown>, article))
      if (own && isRecord(value) && !listed.has(value.id))
        yield { file, path, expected: 'expected it in the …Figures of this file, found it in no list' }
    }
    else if (isStatement(value)) {
      yield* under(slipsOf(statementSchema, value))
    }
    else if (isPlace(value)) {
      yield* under(slipsOf(provenanceSchema, value))
    }
    yield* under(placeSlips(value, article))
  }
}

/** Records with a shape of their own. */
function* shapeFindings(modules: DataModules, names: Names): Generator<Finding> {
  for (const [file, schemas] of Object.entries(dataSchemas(names))) {
    const exports = modules[file]
    if (!exports)
      continue
    for (const [name, schema] of Object.entries(schemas))
      yield* slipsOf(schema, exports[name]).map(slip => ({ ...slip, file, path: [name, ...slip.path] }))
  }
}

/** Records of a file of data whose keys are the ids. */
const KEYED = ['organisations', 'coordinates', 'exhibits', 'sectionParagraphs']

/** Whose problem it is, and which of its fields: the id that is nearest above the slip, and the rest of the way. */
function subjectOf(path: readonly PropertyKey[], exports: Readonly<Record<string, unknown>>): { subject?: string, field?: string } {
  if (path.length === 0)
    return {}
  let value: unknown = exports
  let subject = String(path[0])
  let from = 1
  for (const [index, key] of path.entries()) {
    value = (value as Record<PropertyKey, unknown> | undefined)?.[key]
    const isWhole = index === path.length - 1 && path.length > 1
    if (isRecord(value) && typeof value.id === 'string' && value.id !== '' && !isWhole)
      [subject, from] = [value.id, index + 1]
    else if (index === 1 && KEYED.includes(String(path[0])))
      [subject, from] = [String(key), 2]
    if (typeof value !== 'object' || value === null)
      break
  }
  const field = path.slice(from).map(String).join('.')
  return field ? { subject, field } : { subject }
}

/** A date that does not exist, by what was typed: `yearMonth(2018, 13)`. */
function impossibleDate(typed: string): string | undefined {
  const [, year, month, day] = /^yearMonth(?:Day)?\(\s*(\d+),\s*(\d+)(?:,\s*(\d+))?\s*\)$/.exec(typed) ?? []
  if (year === undefined || month === undefined)
    return undefined
  const name = Number(month) < 1 || Number(month) > 12 ? `month ${month}` : `day ${day} in month ${month} of ${year}`
  return `expected a date that exists: there is no ${name}, found ${typed}`
}

function toProblem({ file, path, expected, nearest }: Finding, { modules, read }: DataSources): Problem {
  const code = read(file)
  const place = code === undefined ? undefined : placeInSource(code, path)
  const isNoDate = expected.startsWith('expected a date that exists, found one')
  return {
    file,
    line: place?.line,
    ...subjectOf(path, modules[file] ?? {}),
    expected: (isNoDate && place && impossibleDate(place.text)) || expected,
    nearest,
    severity: 'error',
  }
}

/** In which file, and under which names, the words of an edition stand. */
const DOCUMENT_WORDS = ['reading', 'dataFiles', 'sentences']

function toWordProblem({ edition, path, expected, nearest }: Slip & { readonly edition: string }, { read }: DataSources): Problem {
  const file = `locales/${edition}${DOCUMENT_WORDS.includes(String(path[0])) ? '.documents' : ''}.ts`
  if (path.length === 0)
    return { file: 'locales/records.ts', subject: edition, expected, severity: 'error' }
  const code = read(file)
  // Of an exhibit's words, the exhibit; else the last name.
  const at = path[0] === 'exhibits' && path.length > 2 ? 1 : path.length - 1
  return {
    file,
    line: code === undefined ? undefined : placeInSource(code, ['default', ...path])?.line,
    subject: String(path[at]),
    field: path.toSpliced(at, 1).map(String).join('.') || undefined,
    expected,
    nearest,
    severity: 'error',
  }
}

/** Where in the deck's sources an error arose, by its stack. */
function failurePlace(error: unknown, fallback: string): { file: string, line?: number } {
  const [, file, line] = /((?:data|locales|lib)\/[\w.]+\.ts)\S*?:(\d+):\d+/.exec(error instanceof Error ? error.stack ?? '' : '') ?? []
  return file ? { file, line: Number(line) } : { file: fallback }
}

/** Files that could not be run, each reason once. */
function failureProblems(failures: readonly LoadFailure[]): Problem[] {
  const byReason = new Map(failures.toReversed().map(failure => [failure.error instanceof Error ? failure.error.message : String(failure.error), failure]))
  return [...byReason].reverse().map(([reason, { file, error }]) => ({
    ...failurePlace(error, file),
    expected: `expected a file that can be run, it stops with "${reason.split('\n')[0]}"`,
    severity: 'error',
  }))
}

function editionsIn(modules: DataModules): EditionWords[] {
  const { editions } = modules['locales/editions.ts'] ?? {}
  const records = modules['locales/records.ts']?.records
  return (Array.isArray(editions) ? editions : []).flatMap(edition => isRecord(edition) && isRecord(records)
    ? [{ id: String(edition.id), language: String(edition.language), words: records[String(edition.id)] }]
    : [])
}

/** Figures that we work out or assume, with their ids. */
function workedOut(modules: DataModules) {
  return [modules['data/derived.ts']?.derivedFigures, modules['data/compute.ts']?.assumptions].flatMap(list => Array.isArray(list) ? list : [])
}

type Rows = typeof import('./data-rows').dataRows
type WordsOf = typeof import('../locales/records').wordsOf

/** Whether all that is right by itself also makes the data files: the last slip may be in how records are joined. */
function rowProblems(modules: DataModules): Problem[] {
  const [dataRows, wordsOf] = [modules['lib/data-rows.ts']?.dataRows as Rows, modules['locales/records.ts']?.wordsOf as WordsOf]
  const { editions } = modules['locales/editions.ts'] as unknown as typeof import('../locales/editions')
  const { dataFileNames } = modules['data/files.ts'] as unknown as typeof import('../data/files')
  return editions.flatMap((edition): Problem[] => {
    try {
      const rows: Partial<Record<string, readonly unknown[]>> = dataRows(wordsOf(edition))
      return dataFileNames.filter(name => !rows[name]?.length).map(name =>
        ({ file: 'data/files.ts', subject: name, field: 'dataFileNames', expected: 'expected only datasets that lib/data-rows.ts fills, found no rows for it', severity: 'error' }))
    }
    catch (error) {
      return failureProblems([{ file: 'lib/data-rows.ts', error }])
    }
  })
}

function findProblems(sources: DataSources): Problem[] {
  const { modules, failures } = sources
  const names = namesIn(modules)
  const article = articleFacts(modules)
  const records = Object.entries(modules).filter(([file]) => file.startsWith('data/') && !WITHOUT_RECORDS.includes(file))
  const findings = [
    ...records.flatMap(([file, exports]) => [...recordFindings(file, exports, names, article)]),
    ...shapeFindings(modules, names),
  ]
  // What follows from broken records is broken, too: that is said once they are mended.
  const assumed = assumptionFindings(modules)
  const isBroken = assumed.length > 0 || findings.some(({ file }) => !['data/exhibits.ts', 'data/derived.ts'].includes(file))
  const related = crossSlips(sources, names, { isBroken })
  const printed = [...names.figures.keys()]
  const printables = [...printed, ...workedOut(modules).flatMap(figure => isRecord(figure) && typeof figure.id === 'string' ? figure.id : [])]
  const editions = editionsIn(modules)
  const words = failures.some(({ file }) => file === 'data/derived.ts') ? [] : wordSlips(editions, modules, printables, printed)
  const labels = unknownLabels(sources.components(), editions[0]?.words)
  const problems = [
    ...[...findings, ...assumed, ...related].map(finding => toProblem(finding, sources)),
    ...words.map(slip => toWordProblem(slip, sources)),
    ...labels.map(({ component, line, name, nearest }): Problem =>
      ({ file: `components/${component}.vue`, line, field: `labels.${name}`, expected: 'expected a label that the words in locales/ have, found none', nearest, severity: 'error' })),
  ]
  const consequences = problems.length > 0 ? failures.filter(({ file }) => !['data/derived.ts', 'data/parts.ts', 'data/exhibits.ts', 'data/index.ts', 'locales/records.ts', 'lib/data-rows.ts'].includes(file)) : failures
  const all = [...failureProblems(consequences), ...problems]
  return all.length > 0 ? all : rowProblems(modules)
}

/**
 * Everything that is wrong in `data/` and `locales/`, in the order of the files: what TypeScript can't say, and what it can
 * but dev server, build and export don't ask it. At build time only, never in the browser.
 * @param changes parts of the sources that a test replaces
 * @returns an empty list where all is well; it never throws, whatever the records are
 */
export function dataProblems(changes: Partial<DataSources> = {}): Problem[] {
  try {
    const problems = findProblems({ ...dataSources, ...changes })
    return [...new Map(problems.map(problem => [problemText(problem), problem])).values()]
  }
  catch (error) {
    return [{ ...failurePlace(error, 'data/index.ts'), expected: `expected data that can be checked, the check stops with "${(error as Error).message}"`, severity: 'error' }]
  }
}

/**
 * Stops whoever calls it when the data is wrong.
 * @throws Error with one line for each problem
 */
export function assertValidData(): void {
  const problems = dataProblems()
  if (problems.length)
    throw new Error(`The data cannot be shown:\n  ${problems.map(problemText).join('\n  ')}`)
}
