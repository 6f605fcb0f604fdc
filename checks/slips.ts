import { z } from 'zod'
import { nearestTo } from '../addon/deck'

/** Something wrong at a path of a value. */
export interface Slip {
  readonly path: readonly PropertyKey[]
  /** What was expected, and what was found. */
  readonly expected: string
  readonly nearest?: string
}

/** A value in a sentence, as one would type it. */
export function shown(value: unknown): string {
  if (value === undefined)
    return 'nothing'
  if (typeof value === 'number')
    return String(value)
  const text = typeof value === 'function' ? 'a function' : (JSON.stringify(value) ?? String(value))
  return text.length > 80 ? `${text.slice(0, 77)}…` : text
}

/** A sentence for whatever a schema refuses. */
export function says(expected: string) {
  return {
    error: ({ input }: { readonly input?: unknown }) => `expected ${expected}, found ${shown(input)}`,
  }
}

/** One of some names; `what` describes them where there are too many to list. */
export function oneOf(names: readonly string[], what?: string): z.ZodType {
  return z.enum(names as [string, ...string[]], says(what ?? `one of ${names.join(', ')}`))
}

/** A text that is not empty. */
export const text = z.string(says('a text')).refine(value => value.trim() !== '', says('a text that is not empty'))

/** An id. */
export const idText = z.string(says('an id')).regex(/^[a-z][a-z0-9-]*$/, says('lower-case words joined by hyphens'))

export const address = z.url({ protocol: /^https?$/, ...says('an address that begins with https://') })

/** A list of anything, which may be empty and name a thing twice. */
export const anyList = (entry: z.ZodType): z.ZodType => z.array(entry, says('a list'))

/** A list with something in it, and nothing twice: neither the same entry nor the same id. */
export function listOf(entry: z.ZodType, { mayBeEmpty = false } = {}): z.ZodType {
  return z.array(entry, says('a list')).superRefine((entries, context) => {
    if (entries.length === 0 && !mayBeEmpty)
      context.addIssue({ code: 'custom', message: 'expected at least one entry, found an empty list' })
    const seen = new Set<unknown>()
    for (const [index, entry] of entries.entries()) {
      const hasId = isRecord(entry) && 'id' in entry
      const key = hasId ? entry.id : entry
      if (seen.has(key)) {
        context.addIssue({
          code: 'custom',
          path: hasId ? [index, 'id'] : [index],
          message: `expected each entry once, found ${shown(key)} again`,
        })
      }
      seen.add(key)
    }
  })
}

/** A record with these fields and no others. */
export function recordOf(shape: z.ZodRawShape): z.ZodType {
  return z.strictObject(shape, {
    error: issue =>
      issue.code === 'unrecognized_keys'
        ? `expected only ${Object.keys(shape).join(', ')}`
        : `expected a record, found ${shown(issue.input)}`,
  })
}

/** Records by name, each of one kind; where names are given, only under these. */
export function mapOf(entry: z.ZodType, names?: readonly string[], what = 'known name'): z.ZodType {
  return z.record(z.string(), entry, says('a record')).superRefine((records, context) => {
    for (const name of Object.keys(records).filter(name => names && !names.includes(name))) {
      context.addIssue({
        code: 'custom',
        path: [name],
        message: `expected ${what}, found ${shown(name)}`,
        params: { names, name },
      })
    }
  })
}

/** Whatever has fields. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A schema with what it is made of. */
interface Composed {
  readonly shape?: Record<string, z.ZodType>
  readonly element?: z.ZodType
  readonly unwrap?: () => z.ZodType
  readonly valueType?: z.ZodType
}

function at(value: unknown, path: readonly PropertyKey[]) {
  return path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key], value)
}

/** A schema's own fields at a path, for what is nearest to a misspelt one. */
function fieldsAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let inner = schema as unknown as Composed
  const open = () => {
    while (inner?.unwrap && !inner.shape && !inner.element) inner = inner.unwrap() as unknown as Composed
  }
  for (const key of path) {
    open()
    inner = (inner.shape?.[String(key)] ?? inner.element ?? inner.valueType ?? {}) as Composed
  }
  open()
  return Object.keys(inner?.shape ?? {})
}

/** Everything in a value that its schema refuses. */
export function slipsOf(schema: z.ZodType, value: unknown): Slip[] {
  return (schema.safeParse(value).error?.issues ?? []).flatMap((issue): Slip[] => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map(key => ({
        path: [...issue.path, key],
        expected: 'expected no field of that name',
        nearest: nearestTo(key, fieldsAt(schema, issue.path)),
      }))
    }
    if (issue.code === 'custom' && issue.params?.names)
      return [{ path: issue.path, expected: issue.message, nearest: nearestTo(issue.params.name, issue.params.names) }]
    const typed = at(value, issue.path)
    const nearest
      = issue.code === 'invalid_value' && typeof typed === 'string' ? nearestTo(typed, issue.values.map(String)) : undefined
    return [{ path: issue.path, expected: issue.message, nearest }]
  })
}
