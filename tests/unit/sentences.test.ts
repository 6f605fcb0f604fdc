import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { talkWordsOf } from '../../addon/locales/all'
import { printables } from '../../data'
import { sideOf } from '../../data/bounds'
import { replaceTokens } from '../../figures/tokens'
import { editions } from '../../locales/editions'
import { wordsOf } from '../../locales/records'

describe.each(editions)('sentences of the notes in $name', (edition) => {
  const words = wordsOf(edition)
  const used = Array.from(readFileSync(edition.entry, 'utf8').matchAll(/\[\[([a-z-]+):([a-z]+)\]\]/gi), ([token, id, style]) => ({
    token,
    id: id!,
    style: style!,
  })).filter(({ style }) => style in words.sentences)

  it('are all used, and none is left unsaid', () => {
    expect(new Set(used.map(({ style }) => style))).toEqual(new Set(Object.keys(words.sentences)))
    for (const { token } of used)
      expect(replaceTokens(token, words)).toMatch(/\S/)
  })

  it('follow the bound of their figure', () => {
    for (const { token, id, style } of used) {
      const { bound, value } = printables.get(id)!
      const sentence = words.sentences[style as keyof typeof words.sentences]
      expect(replaceTokens(token, words)).toBe(sentence[bound === 'exact' && Array.isArray(value) ? 'range' : sideOf(bound)])
      expect(new Set(Object.values(sentence)).size, style).toBeGreaterThanOrEqual(3)
    }
  })

  it('say a floor, a ceiling and a count in other words each', () => {
    for (const { barEnd, edge, quotient, rounding } of [words.sentences]) {
      for (const sentence of [barEnd, edge, quotient, rounding])
        expect(new Set([sentence.exact, sentence['at-least'], sentence['at-most']]).size, sentence['at-least']).toBe(3)
    }
    expect(words.sentences.share['at-least']).not.toBe(words.sentences.share.exact)
    expect(new Set(Object.values(words.boundNames)).size).toBe(Object.keys(words.boundNames).length)
  })

  it('name a conference beside the number of its papers, and no other', () => {
    const parts = readFileSync(edition.entry, 'utf8').split(/[,.，。、；]/).filter(part => /\[\[(?:cvpr|eccv)-papers/.test(part))
    expect(parts.length).toBeGreaterThanOrEqual(2)
    for (const part of parts) {
      const [, conference] = /\[\[(cvpr|eccv)-papers/.exec(part)!
      expect(part.match(/\b[A-Z]{4}\b/g), part).toEqual([conference!.toUpperCase()])
    }
  })

  it('say where SenseTime starts, and where the others do', () => {
    const { usualOrder, researchOrder } = words.labels
    const name = words.organisations.sensetime.slice(0, 2)
    expect([usualOrder.includes(name), researchOrder.includes(name)]).toEqual([false, true])
  })

  it('call a talk ahead of its plan, behind it, and on it by different names', () => {
    const { ahead, behind } = talkWordsOf(edition.language).pace
    const [early, late] = edition.id === 'en' ? [/ahead/, /behind/] : [/快/, /慢/]
    expect([ahead, behind]).toEqual([expect.stringMatching(early), expect.stringMatching(late)])
  })

  it('have their numbers from the data', () => {
    for (const sentence of Object.values(words.sentences).flatMap(cases => Object.values(cases)))
      expect(sentence).not.toContain('[[')
  })
})
