import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { printables } from '../../data'
import { replaceTokens } from '../../figures/tokens'
import { editions } from '../../locales/editions'
import { wordsOf } from '../../locales/records'

describe.each(editions)('sentences of the notes in $name', (edition) => {
  const words = wordsOf(edition)
  const used = Array.from(readFileSync(edition.entry, 'utf8').matchAll(/\[\[([a-z-]+):([a-z]+)\]\]/gi), ([token, id, style]) => ({ token, id: id!, style: style! }))
    .filter(({ style }) => style in words.sentences)

  it('are all used, and none is left unsaid', () => {
    expect(new Set(used.map(({ style }) => style))).toEqual(new Set(Object.keys(words.sentences)))
    for (const { token } of used)
      expect(replaceTokens(token, words)).toMatch(/\S/)
  })

  it('follow the bound of their figure', () => {
    for (const { token, id, style } of used) {
      const { bound, value } = printables.get(id)!
      const sentence = words.sentences[style as keyof typeof words.sentences]
      expect(replaceTokens(token, words)).toBe(sentence[bound === 'exact' && Array.isArray(value) ? 'range' : bound])
      expect(new Set(Object.values(sentence)).size, style).toBeGreaterThanOrEqual(3)
    }
  })

  it('have their numbers from the data', () => {
    for (const sentence of Object.values(words.sentences).flatMap(cases => Object.values(cases)))
      expect(sentence).not.toContain('[[')
  })
})
