import type { Problem } from '../addon/deck'
import type { DataModules } from './data-modules'
import type { Names } from './data-schema'
import type { ArticleFacts } from './figures'
import type { Finding } from './records'
import type { Slip } from './slips'
import type { DataSources } from './sources'
import type { EditionWords } from './words'
import { problemText } from '../addon/deck'
import { dataSchemas, figureSchema, listedFigures, namesIn, provenanceSchema, statementSchema } from './data-schema'
import { figureSlips, placeSlips } from './figures'
import { sectionSpans } from './references'
import { assumptionFindings, crossSlips } from './relations'
import { isRecord, shown, slipsOf } from './slips'
import { dataSources } from './sources'
import { failurePlace, failureProblems, toProblem, toWordProblem } from './to-problem'
import { unknownLabels, wordSlips } from './words'

const isFigure = (value: unknown) => isRecord(value) && ('printed' in value || ('bound' in value && 'section' in value))
function isStatement(value: unknown) {
  return isRecord(value) && 'id' in value && ['section', 'paragraph', 'claimedBy'].some(name => name in value)
}
const isPlace = (value: unknown) => isRecord(value) && ['section', 'paragraph', 'claimedBy'].some(name => name in value)

/** Everything that a file of records holds, each once, by the path that leads to it from an export. */
function* contents(
  exports: Readonly<Record<string, unknown>>,
): Generator<readonly [path: readonly PropertyKey[], value: unknown]> {
  const seen = new Set<unknown>()
  const queue = Object.entries(exports).map(([name, value]): readonly [readonly PropertyKey[], unknown] => [[name], value])
  for (const [path, value] of queue) {
    if (typeof value === 'object' && value !== null) {
      if (seen.has(value))
        continue
      seen.add(value)
      queue.push(
        ...Object.entries(value).map(([key, inner]): readonly [readonly PropertyKey[], unknown] => [
          [...path, Array.isArray(value) ? Number(key) : key],
          inner,
        ]),
      )
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
const WITHOUT_RECORDS = ['data/derived.ts', 'data/others.ts', 'data/parts.ts', 'data/exhibits.ts', 'data/files.ts', 'data/index.ts']

/** Single figures, statements and places, wherever they stand. */
function* recordFindings(
  file: string,
  exports: Readonly<Record<string, unknown>>,
  names: Names,
  article: ArticleFacts,
): Generator<Finding> {
  const listed = new Set(listedFigures(exports).map(figure => (isRecord(figure) ? figure.id : figure)))
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

function editionsIn(modules: DataModules): EditionWords[] {
  const { editions } = modules['locales/editions.ts'] ?? {}
  const records = modules['locales/records.ts']?.records
  return (Array.isArray(editions) ? editions : []).flatMap(edition =>
    isRecord(edition) && isRecord(records)
      ? [{ id: String(edition.id), language: String(edition.language), words: records[String(edition.id)] }]
      : [],
  )
}

/** Figures that we work out or assume, with their ids. */
function workedOut(modules: DataModules) {
  return [modules['data/derived.ts']?.derivedFigures, modules['data/compute.ts']?.assumptions].flatMap(list =>
    Array.isArray(list) ? list : [],
  )
}

type Rows = typeof import('../figures/data-rows').dataRows
type WordsOf = typeof import('../locales/records').wordsOf

/** Whether all that is right by itself also makes the data files: the last slip may be in how records are joined. */
function rowProblems(modules: DataModules): Problem[] {
  const [dataRows, wordsOf] = [modules['figures/data-rows.ts']?.dataRows as Rows, modules['locales/records.ts']?.wordsOf as WordsOf]
  const { editions } = modules['locales/editions.ts'] as unknown as typeof import('../locales/editions')
  const { dataFileNames } = modules['data/files.ts'] as unknown as typeof import('../data/files')
  return editions.flatMap((edition): Problem[] => {
    try {
      const rows: Partial<Record<string, readonly unknown[]>> = dataRows(wordsOf(edition))
      return dataFileNames
        .filter(name => name !== 'lists' && !rows[name]?.length)
        .map(name => ({
          file: 'data/files.ts',
          subject: name,
          field: 'dataFileNames',
          expected: 'expected only datasets that figures/data-rows.ts fills, found no rows for it',
          severity: 'error',
        }))
    }
    catch (error) {
      return failureProblems([{ file: 'figures/data-rows.ts', error }])
    }
  })
}

/** Files that are worked out from records: one that can't be run has a broken record behind it, which has a sentence of its own. */
const WORKED_OUT = ['data/derived.ts', 'data/parts.ts', 'data/exhibits.ts', 'data/index.ts', 'locales/records.ts', 'figures/data-rows.ts']

function findProblems(sources: DataSources): Problem[] {
  const { modules, failures } = sources
  // Nothing can be said of what needs a file that can't be run.
  const own = failures.filter(({ file }) => !WORKED_OUT.includes(file))
  if (own.length > 0)
    return failureProblems(own)
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
  const printables = [
    ...printed,
    ...workedOut(modules).flatMap(figure => (isRecord(figure) && typeof figure.id === 'string' ? figure.id : [])),
  ]
  const editions = editionsIn(modules)
  const words = failures.some(({ file }) => file === 'data/derived.ts') ? [] : wordSlips(editions, modules, printables, printed)
  const labels = unknownLabels(sources.components(), editions[0]?.words)
  const problems = [
    ...[...findings, ...assumed, ...related].map(finding => toProblem(finding, sources)),
    ...words.map(slip => toWordProblem(slip, sources)),
    ...labels.map(({ component, line, name, nearest }): Problem => ({
      file: `components/${component}.vue`,
      line,
      field: `labels.${name}`,
      expected: 'expected a label that the words in locales/ have, found none',
      nearest,
      severity: 'error',
    })),
  ]
  if (problems.length > 0)
    return problems
  return failures.length > 0 ? failureProblems(failures) : rowProblems(modules)
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
    return [
      {
        ...failurePlace(error, 'data/index.ts'),
        expected: `expected data that can be checked, the check stops with "${(error as Error).message}"`,
        severity: 'error',
      },
    ]
  }
}
