import type { Problem } from '../addon/deck'
import type { SlideSource } from '../addon/node'
import type { SlideRules } from './rules'
import { lineAt, nearestTo, shownText } from '../addon/deck'
import { fault } from './rules'

/** As `figures/tokens.ts` reads them. */
const TOKEN = /\[\[([^\]:]+)(?::([^\]]+))?\]\]/g
/** Two brackets, of any script, together or with spaces between them: what a token begins, or ends, with. */
const ALMOST = new RegExp([
  String.raw`[[\uFF3B\u3010][ \t]*[[\uFF3B\u3010][^\][\uFF3B\uFF3D\u3010\u3011]*(?:[\]\uFF3D\u3011][ \t]?){0,2}`,
  String.raw`[[\uFF3B\u3010][^\][\n]*[\]\uFF3D\u3011][ \t]*[\]\uFF3D\u3011]`,
].join('|'), 'g')
/** One pair of brackets, or of braces, around what may be an id. */
const SINGLE = /\[([a-z][a-z0-9-]*)(?::[a-z]+)?\](?![(\w])|\{\{\s*([a-z][a-z0-9]*(?:-[a-z0-9]+)+)(?::\w+)?\s*\}\}/gi

/** The ids named by the tokens of a text, once each, in order; as `figures/tokens.ts` has it, which loads the data. */
export function tokenIds(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(TOKEN), match => match[1]!))]
}

interface TokenFault {
  readonly expected: string
  readonly nearest?: string
}

/** What is wrong with a token that `figures/tokens.ts` would read; undefined where nothing is. */
function tokenFault(id: string, style: string | undefined, { printables, styles, sentences }: SlideRules): TokenFault | undefined {
  const figure = printables.get(id)
  if (!figure) {
    return {
      expected: 'expected the id of a figure, a derived figure or an assumption in data/',
      nearest: nearestTo(id.trim(), [...printables.keys()]),
    }
  }
  if (style === undefined)
    return undefined
  if (sentences.includes(style))
    return undefined
  const name = style.charAt(0).toLowerCase() + style.slice(1)
  if (!styles.includes(name))
    return { expected: `expected one of the styles ${styles.join(', ')}`, nearest: nearestTo(name, [...styles, ...sentences]) }
  return name === 'printed' && !('printed' in figure)
    ? { expected: 'expected a figure of the article, which alone has a printed form' }
    : undefined
}

/** The tokens of a text that can't be replaced, and what was meant to be one. */
function* textTokens(text: string, shown: string, rules: SlideRules): Generator<TokenFault & { index: number, token: string }> {
  for (const { index, 0: token, 1: id = '', 2: style } of text.matchAll(TOKEN)) {
    const found = tokenFault(id, style, rules)
    if (found)
      yield { index, token, ...found }
  }
  const rest = shown.replace(TOKEN, token => ' '.repeat(token.length))
  const almost = Array.from(rest.matchAll(ALMOST), ({ index, 0: token }) => ({ index, token, meant: /[a-z][a-z0-9-]*/i.exec(token)?.[0] }))
  const single = Array.from(
    rest.matchAll(SINGLE),
    ({ index, 0: token, 1: inBrackets, 2: inBraces }) => ({ index, token, meant: inBrackets ?? inBraces }),
  )
    .filter(
      ({ index, meant }) => rules.printables.has(meant ?? '') && !almost.some(
        other => index >= other.index && index < other.index + other.token.length,
      ),
    )
  for (const { index, token, meant } of [...almost, ...single]) {
    const nearest = meant && nearestTo(meant, [...rules.printables.keys()])
    yield {
      index,
      token: token.trim(),
      expected: 'expected [[id]] or [[id:style]] on one line',
      ...nearest && { nearest: `[[${nearest}]]` },
    }
  }
}

/** Blanks what may hold brackets for another reason: code, tags with their attributes, links, and the marks at which the speaker clicks. */
function withoutOtherBrackets(text: string): string {
  return shownText(text).replace(/<[^<>]*>|\[click(?::\d+)?\]/gi, match => match.replace(/[^\n]/g, ' '))
}

/** Tokens in front matter, text and notes that no figure answers to. */
export function* tokenProblems(slide: SlideSource, rules: SlideRules): Generator<Problem> {
  const { file, content, contentLine, note = '', noteLine, frontmatter } = slide
  for (const { index, token, expected, nearest } of textTokens(content, withoutOtherBrackets(content), rules))
    yield fault(slide, { file, line: lineAt(content, index, contentLine) }, 'text', `${expected}, found ${token}`, { nearest })
  for (const { index, token, expected, nearest } of textTokens(note, withoutOtherBrackets(note), rules))
    yield fault(slide, { file, line: lineAt(note, index, noteLine) }, 'notes', `${expected}, found ${token}`, { nearest })
  for (const [key, value] of Object.entries(frontmatter)) {
    const text = typeof value === 'string' ? value : ''
    for (const { token, expected, nearest } of textTokens(text, '', rules))
      yield fault(slide, slide.placeOf(key), key, `${expected}, found ${token}`, { nearest })
  }
}
