import { z } from 'zod'
import { derivedFigures, exhibits, figures, figuresByFile, printables, statementsByFile, timeline } from '../data'
import { coordinates } from '../data/coordinates'
import { organisations } from '../data/organisations'

/**
 * What TypeScript can't say about `data/`. Runs at build time only (`setup/preparser.ts`, tests), never in the browser.
 */
const POSITIVE = 'expected a positive number or a [low, high] range'
const positive = z.number(POSITIVE).positive(POSITIVE)
const range = z.tuple([positive, positive], POSITIVE)
  .refine(([low, high]) => low < high, 'expected [low, high] with low below high')

const paragraph = z.number().int('expected a whole paragraph number').positive()

const statementSchema = z.object({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'expected lower-case words joined by hyphens'),
  section: z.enum(['header', 'lead', 'origin', 'tools', 'people', 'closing']),
  paragraph: z.union([paragraph, z.array(paragraph).min(1)], 'expected a paragraph number or a list of them'),
  claimedBy: z.enum(['article', 'xu-li', 'policy-text', 'unnamed-ranking']),
})

const figureSchema = statementSchema.extend({
  value: z.union([positive, range], POSITIVE),
  bound: z.enum(['exact', 'at-least', 'at-most', 'about', 'unknown']),
  unit: z.string().min(1),
  precision: z.enum(['day', 'month', 'mid-year', 'year']).optional(),
  printed: z.string().min(1, 'expected the figure as the article prints it').max(12, 'expected the figure as printed and nothing longer'),
}).refine(figure => (figure.unit === 'date') === (figure.precision !== undefined), {
  path: ['precision'],
  message: 'expected a precision on dates, and on nothing else',
})

type RecordsByFile = Readonly<Record<string, readonly unknown[]>>

/** A violation in the words of the person who has to mend it. */
function complaint(file: string, id: string, field: string, expected: string): string {
  return `${file}: "${id}": ${field}: ${expected}`
}

function* shapeComplaints(file: string, record: unknown, schema: z.ZodType): Generator<string> {
  const id = String((record as { id?: unknown }).id)
  for (const issue of schema.safeParse(record).error?.issues ?? [])
    yield complaint(file, id, issue.path.join('.') || 'record', issue.message)
}

function* figureComplaints(files: RecordsByFile): Generator<string> {
  const seen = new Map<string, string>()
  for (const [file, records] of Object.entries(files)) {
    for (const record of records) {
      const id = String((record as { id?: unknown }).id)
      yield* shapeComplaints(file, record, figureSchema)
      if (seen.has(id))
        yield complaint(file, id, 'id', `expected an id that ${seen.get(id)} does not use already`)
      seen.set(id, file)
    }
  }
}

const earliest = (value: number | readonly [number, number]): number => typeof value === 'number' ? value : value[0]

function* statementComplaints(files: RecordsByFile): Generator<string> {
  for (const [file, records] of Object.entries(files)) {
    for (const record of records)
      yield* shapeComplaints(file, record, statementSchema)
  }
}

function* referenceComplaints(): Generator<string> {
  for (const { id, from } of derivedFigures) {
    for (const parent of from) {
      if (parent !== 'cities' && !printables.has(parent))
        yield complaint('data/derived.ts', id, 'from', `expected known ids, found "${parent}"`)
    }
  }
  const known = new Set(figures.map(figure => figure.id))
  for (const [name, exhibit] of Object.entries(exhibits)) {
    for (const figure of exhibit.figures) {
      if (!known.has(figure.id))
        yield complaint('data/exhibits.ts', name, 'figures', `expected figures listed in data/index.ts, found "${figure.id}"`)
    }
  }
  for (const [index, event] of timeline.entries()) {
    const previous = timeline[index - 1]
    if (previous && earliest(event.date.value) < earliest(previous.date.value))
      yield complaint('data/timeline.ts', event.id, 'date', `expected events in order of time, found it after "${previous.id}"`)
  }
  for (const [city, { latitude, longitude }] of Object.entries(coordinates)) {
    if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180)
      yield complaint('data/coordinates.ts', city, 'latitude/longitude', 'expected degrees within ±90 and ±180')
  }
  for (const [id, { nameZh }] of Object.entries(organisations)) {
    if (!nameZh)
      yield complaint('data/organisations.ts', id, 'nameZh', 'expected the name as the article prints it')
  }
}

/** Every violation in the data, one line each: file, record's id, field, what was expected. */
export function dataComplaints(figures: RecordsByFile = figuresByFile, statements: RecordsByFile = statementsByFile): string[] {
  return [...figureComplaints(figures), ...statementComplaints(statements), ...referenceComplaints()]
}

/**
 * Stops whoever calls it when the data is wrong.
 * @throws Error with one line for each violation
 */
export function assertValidData(): void {
  const complaints = dataComplaints()
  if (complaints.length)
    throw new Error(`The data cannot be shown:\n  ${complaints.join('\n  ')}`)
}
