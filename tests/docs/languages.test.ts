import type { Checkable } from './documents'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { editions } from '../../locales/editions'
import { checkable, commandLines, documents, namedPaths } from './documents'

/** What users read; what only developers read is English alone. */
const FOR_USERS = [
  'README.md',
  'docs/presenting.md',
  'docs/stage.md',
  'docs/documents.md',
  'docs/hosting.md',
  'docs/editing.md',
  'docs/languages.md',
]

const englishOf = (document: string) => document.replace(/\.zh\.md$/, '.md')
const chineseOf = (document: string) => document.replace(/(?:\.zh)?\.md$/, '.zh.md')
const pairs = documents.filter(document => document.endsWith('.zh.md')).map(chinese => ({ english: englishOf(chinese), chinese }))

/** What a document says in each of its sections, in any order: two languages order a sentence otherwise. */
function bySection(document: Checkable, said: readonly { readonly section: number, readonly text: string }[]): string[][] {
  return Array.from({ length: document.headings.length + 1 }, (_, section) =>
    [...new Set(said.filter(one => one.section === section).map(({ text }) => text))].sort())
}

/** Where a link leads, said alike in both languages: a heading by its number. */
function placeOf(document: string, target: string): string {
  if (/^(?:https?|mailto):/.test(target))
    return target
  const [file = '', anchor] = decodeURI(target).split('#')
  const there = file === '' ? document : path.join(path.dirname(document), file)
  const heading = anchor === undefined ? '' : ` § ${checkable(there).headings.findIndex(one => one.anchor === anchor)}`
  // A page that is there in the reader's language should be the one that the link leads to.
  const isForeign = chineseOf(document) === document && chineseOf(there) !== there && existsSync(chineseOf(there))
  return `${englishOf(there).replace('docs/images/zh/', 'docs/images/')}${heading}${isForeign ? ' (in English)' : ''}`
}

/** A command without the edition that it is for. */
function withoutEdition(line: string): string {
  const words = line.split(/\s+/).filter((word, index, all) => all[index - 1] === '--lang' || !editions.some(({ id }) => id === word))
  return words.join(' ').replace(/ --$/, '')
}

/** A file of either language. */
const ofAnyLanguage = (file: string) => englishOf(file).replace(/(?<=locales\/)zh(?=\.)/, 'en')

it.each(FOR_USERS)('%s is there in Chinese, too', document => expect(documents).toContain(chineseOf(document)))

describe.each(pairs)('$english and $chinese', ({ english, chinese }) => {
  const both = [english, chinese].map(document => ({ document, parts: checkable(document) }))
  /** Compares both by something that they have. */
  function compare(what: (parts: Checkable, document: string) => unknown): void {
    const [inEnglish, inChinese] = both.map(({ parts, document }) => what(parts, document))
    expect(inChinese).toEqual(inEnglish)
  }

  it('lead to each other first', () => {
    for (const [index, { parts }] of both.entries())
      expect(parts.links[0]).toMatchObject({ target: path.basename(both[1 - index]!.document), section: 1 })
  })

  it('have the same sections', () => compare(({ headings }) => headings.map(({ depth }) => depth)))

  it('have as many rows and items in each', () => compare(({ items }) => items))

  it('link to the same places', () =>
    compare((parts, document) =>
      bySection(
        parts,
        parts.links
          .slice(1)
          .filter(({ isPicture }) => !isPicture)
          .map(({ target, section }) => ({ text: placeOf(document, target), section })),
      ),
    ))

  it('show the same pictures', () =>
    compare(({ links }, document) => links.filter(({ isPicture }) => isPicture).map(({ target }) => placeOf(document, target))))

  it('type the same commands', () => compare(parts =>
    bySection(parts, commandLines(parts).map(({ line, section }) => ({ text: withoutEdition(line), section })))))

  it('name the same options', () =>
    compare(parts =>
      bySection(
        parts,
        parts.spans.map(({ text, section }) => ({ text: text.replace(/^-- /, ''), section })).filter(({ text }) => /^--?\w/.test(text)),
      ),
    ))

  it('name the same files', () => compare(parts =>
    bySection(parts, namedPaths(parts).map(({ text, section }) => ({ text: ofAnyLanguage(text), section })))))

  it('show the same code, but for its comments and its sentences', () =>
    compare(({ blocks }) =>
      blocks.map(({ language, file = '', text }) => [
        language,
        ofAnyLanguage(file),
        ['md', 'sh'].includes(language) ? '' : text.replace(/\s*\/\/ .*$/gm, ''),
      ]),
    ))
})
