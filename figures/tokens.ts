import type { Printable } from '../data'
import type { Bound, BoundSide } from '../data/types'
import type { DocumentWords, SentenceName, Words } from '../locales/types'
import type { FigureStyle } from './format'
import { printables } from '../data'
import { sideOf } from '../data/bounds'
import { figureStyles, formatFigure } from './format'

/**
 * `[[figure-id]]`, `[[figure-id:style]]` or, at the start of a sentence, `[[figure-id:Style]]`.
 * See {@link figureStyles} for the styles; the name of a sentence (`locales/*.documents.ts`) in their place chooses its words by the
 * figure's bound.
 */
const TOKEN = /\[\[([^\]:]+)(?::([^\]]+))?\]\]/g

function isStyle(name: string): name is FigureStyle {
  return (figureStyles as readonly string[]).includes(name)
}

/** The words of an edition, with or without those that only notes and documents need. */
export type TokenWords = Words & Partial<Pick<DocumentWords, 'sentences'>>

/** By which of a sentence's cases a figure is spoken of. */
function caseOf({ value, bound }: { readonly value: unknown, readonly bound: Bound }): BoundSide | 'range' {
  return bound === 'exact' && Array.isArray(value) ? 'range' : sideOf(bound)
}

/** The ids named by the tokens of a text, once each, in order. */
export function tokenIds(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(TOKEN), match => match[1]!))]
}

/**
 * Replaces every token by its formatted figure.
 * @param text with tokens
 * @param words the language
 * @param known the figures that there are, by id
 * @throws Error naming the token, when its id or style does not exist
 */
export function replaceTokens(text: string, words: TokenWords, known: ReadonlyMap<string, Printable> = printables): string {
  return text.replace(TOKEN, (token, id: string, style = 'number') => {
    const figure = known.get(id)
    if (!figure)
      throw new Error(`${token}: no figure has the id "${id}"; the ids are listed in data/index.ts (figures, derived figures, assumptions)`)
    const sentence = words.sentences?.[style as SentenceName]
    if (sentence)
      return replaceTokens(sentence[caseOf(figure)], words, known)
    const name = style.charAt(0).toLowerCase() + style.slice(1)
    if (!isStyle(name)) {
      throw new Error(
        `${token}: no style is called "${style}"; expected one of ${[...figureStyles, ...Object.keys(words.sentences ?? {})].join(', ')}`,
      )
    }
    const printed = formatFigure(figure, words, name)
    return name === style ? printed : printed.charAt(0).toUpperCase() + printed.slice(1)
  })
}

/** The same record with every token in every string replaced. */
export function resolveTokens<T>(value: T, words: TokenWords): T {
  if (typeof value === 'string')
    return replaceTokens(value, words) as T
  if (Array.isArray(value))
    return value.map(item => resolveTokens(item, words)) as T
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolveTokens(item, words)])) as T
  return value
}
