import type { Problem } from '../addon/deck'
import type { LoadFailure } from './data-modules'
import type { Finding } from './records'
import type { Slip } from './slips'
import type { DataSources } from './sources'
import { isRecord } from './slips'
import { placeInSource } from './source-line'

/** Records of a file of data whose keys are the ids. */
const KEYED = ['organisations', 'coordinates', 'exhibits', 'sectionParagraphs']

/** Whose problem it is, and which of its fields: the id that is nearest above the slip, and the rest of the way. */
function subjectOf(
  path: readonly PropertyKey[],
  exports: Readonly<Record<string, unknown>>,
): { subject?: string, field?: string } {
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

export function toProblem({ file, path, expected, nearest }: Finding, { modules, read }: DataSources): Problem {
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

export function toWordProblem(
  { edition, path, expected, nearest }: Slip & { readonly edition: string },
  { read }: DataSources,
): Problem {
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
export function failurePlace(error: unknown, fallback: string): { file: string, line?: number } {
  const [, file, line]
    = /((?:data|locales|lib)\/[\w.]+\.ts)\S*?:(\d+):\d+/.exec(error instanceof Error ? (error.stack ?? '') : '') ?? []
  return file ? { file, line: Number(line) } : { file: fallback }
}

/** Files that could not be run, each reason once. */
export function failureProblems(failures: readonly LoadFailure[]): Problem[] {
  const byReason = new Map(
    failures
      .toReversed()
      .map(failure => [failure.error instanceof Error ? failure.error.message : String(failure.error), failure]),
  )
  return [...byReason].reverse().map(([reason, { file, error }]) => ({
    ...failurePlace(error, file),
    expected: `expected a file that can be run, it stops with "${reason.split('\n')[0]}"`,
    severity: 'error',
  }))
}
