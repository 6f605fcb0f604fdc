import type { OtherFigure } from '../data/other-types'
import type { OtherWords } from '../locales/other-types'
import type { FormatWords, OtherStyle } from './other-format'
import { otherRecords } from '../data/others'
import { formatOther } from './other-format'
import { spaceChinese } from './text'

const figureById: ReadonlyMap<string, OtherFigure> = new Map((otherRecords as readonly OtherFigure[]).map(figure => [figure.id, figure]))

const TOKEN = /\{([a-z]+(?:-[a-z\d]+)+)(?::(number|phrase|time))?\}/g

/** The ids that a text names. */
export function otherIds(text: string): string[] {
  return Array.from(text.matchAll(TOKEN), match => match[1]!)
}

/**
 * A text with each `{id}` replaced by its figure in words, `{id:number}` by its number, `{id:time}` by when it holds.
 * @throws Error naming an id that no figure has
 */
export function fillOthers(text: string, words: FormatWords, others: OtherWords): string {
  const filled = text.replace(TOKEN, (token, id: string, style: OtherStyle = 'phrase') => {
    const figure = figureById.get(id)
    if (!figure)
      throw new Error(`${token}: no figure of data/others.ts has the id "${id}"`)
    return formatOther(figure, words, others, style)
  })
  return filled === text ? text : spaceChinese(filled)
}

/** The same record with each figure of another source in it printed. */
export function resolveOthers<T>(value: T, words: FormatWords, others: OtherWords): T {
  if (typeof value === 'string')
    return fillOthers(value, words, others) as T
  if (Array.isArray(value))
    return value.map(item => resolveOthers(item, words, others)) as T
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolveOthers(item, words, others)])) as T
  return value
}
