import { z } from 'zod'
import { otherBounds, otherUnits, readings, verdicts } from '../data/other-types'
import { actors, datePrecisions } from '../data/types'
import { anyList, idText, listOf, oneOf, recordOf, says, shown, text } from './slips'

/** What the records of other sources have to be, so that each names who says it and none stands for a figure of the article. */

/** What of the data they refer to. */
export interface OtherNames {
  readonly figures: ReadonlyMap<string, unknown>
  readonly otherRecords: readonly string[]
  readonly otherSources: readonly string[]
}

const moment = z.number(says('a decimal year'))
const precision = oneOf(datePrecisions.filter(name => name !== 'mid-year'))
const time = recordOf({ from: moment.nullable(), to: moment, precision }).refine((value) => {
  const { from, to } = value as { from: number | null, to: number }
  return from === null || from <= to
}, says('a time that does not end before it begins'))
const nothingOr = (schema: z.ZodType) => z.union([z.null(), schema], says('a value, or null where there is none'))

/** By file and export, as in `checks/data-schema.ts`. */
export function otherSchemas({ figures, otherRecords, otherSources }: OtherNames): Readonly<Record<string, z.ZodType>> {
  const source = recordOf({
    id: idText,
    who: nothingOr(text),
    title: nothingOr(text),
    date: nothingOr(time),
    address: nothingOr(text),
    read: oneOf(readings),
  })
  const figure = recordOf({
    id: idText,
    name: text.optional(),
    sources: listOf(oneOf(otherSources, 'a source of otherSources')),
    amount: z.number(says('a number')).nonnegative(says('a number that is not negative')),
    bound: oneOf(otherBounds),
    unit: oneOf(otherUnits),
    precision: precision.optional(),
    time: time.optional(),
    base: text.optional(),
    actors: anyList(oneOf(actors)),
  }).superRefine((value, context) => {
    const { id, unit, amount, base, precision } = value as Record<string, unknown>
    const complain = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
    if (figures.has(String(id)))
      complain('id', `expected an id that no figure of the article has, found ${shown(id)}`)
    if ((unit === 'percent' || unit === 'thirds') && base === undefined)
      complain('base', 'expected what it is a share of, found none')
    if (unit === 'percent' && Number(amount) > 100)
      complain('amount', `expected a share of at most 100, found ${shown(amount)}`)
    if (unit === 'date' && precision === undefined)
      complain('precision', 'expected how closely the date is known, found nothing')
    if (!['percent', 'date'].includes(String(unit)) && !Number.isInteger(amount))
      complain('amount', `expected a whole number of ${String(unit)}, found ${shown(amount)}`)
  })
  const claim = recordOf({
    id: idText,
    article: anyList(oneOf([...figures.keys()], 'the id of a figure of the article')),
    others: anyList(oneOf(otherRecords, 'the id of a figure of otherRecords')),
    verdict: oneOf(verdicts),
  }).superRefine((value, context) => {
    const { others, verdict } = value as { others?: unknown, verdict?: unknown }
    if (Array.isArray(others) && (verdict === 'not-found') !== (others.length === 0)) {
      context.addIssue({
        code: 'custom',
        path: ['verdict'],
        message: `expected not-found exactly where no other figure stands, found ${shown(verdict)}`,
      })
    }
  })
  return { otherSources: listOf(source), otherRecords: listOf(figure), checkedClaims: listOf(claim) }
}
