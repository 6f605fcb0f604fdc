import type { Slip } from './slips'
import { isRecord } from './slips'

/** A slip in an export of a file; its path begins with the export's name. */
export interface Finding extends Slip {
  readonly file: string
}

export type Fields = Readonly<Record<string, unknown>>

/** What a value has as a list; nothing where it is none. */
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? Array.from(value) : [])
/** The records in a list. */
export const records = (value: unknown): readonly Fields[] => list(value).filter(isRecord)
/** The number that a value is, or those that a range has. */
export const ends = (value: unknown): readonly number[] => [value].flat().filter(end => typeof end === 'number')
export const idOf = (record: Fields): string => String(record.id)
