import { readFileSync } from 'node:fs'
import { parseSync } from '@slidev/parser'
import { describe, expect, it } from 'vitest'
import { figures } from '../../data'
import { problemText } from '../../lib/problem'
import { slideEvidence } from '../../lib/slide-evidence'
import { sourcesPage, sourcesPages } from '../../lib/sources-pages'
import { assertDeck, deckProblems } from '../../lib/validate-deck'
import { editions } from '../../locales/editions'
import { numberWords } from '../../locales/number-words'

/** What each check looks at, and how its sentences read: `validate-slides.test.ts`. */
it('the deck has no problem: data, words, and the slides of all editions', async () => {
  expect((await deckProblems()).map(problemText)).toEqual([])
  await expect(assertDeck()).resolves.toBeUndefined()
})

it('the pages of the appendix list every figure once', () => {
  expect(Array.from({ length: sourcesPages }, (_, index) => sourcesPage(index + 1)).flat()).toEqual(figures)
})

describe.each(editions)('the slides in $name', (edition) => {
<<<<<<< HEAD
  const words = wordsOf(edition)
  const text = readFileSync(edition.entry, 'utf8').replaceAll('\r\n', '\n')
  const { slides } = parseSync(text, edition.entry)
  const talk = slides.filter(slide => slide.frontmatter.act !== 'appendix')
  const named = slides.map(slide => [String(slide.frontmatter.id), slide] as const)
  const namedTalk = talk.map(slide => [String(slide.frontmatter.id), slide] as const)
  const note = (slide: (typeof slides)[number]) => replaceTokens(slide.note ?? '', words)

  describe('each slide', () => {
    it('has a stable id of its own, a known act and planned minutes', () => {
      const ids = slides.map(slide => slide.frontmatter.id)
      expect(new Set(ids).size).toBe(slides.length)
      for (const { frontmatter } of slides) {
        expect(frontmatter.id).toMatch(/^[a-z][a-z-]*$/)
        expect(Object.keys(words.acts)).toContain(frontmatter.act)
        expect(frontmatter.minutes, frontmatter.id).toBeTypeOf('number')
      }
    })

    it('goes through the acts in order', () => {
      const acts = slides.map(slide => slide.frontmatter.act)
      expect(acts.filter((act, index) => act !== acts[index - 1])).toEqual(Object.keys(words.acts))
    })

    it.each(named)('%s has one title, and notes with an answer', (_, slide) => {
      expect(slide.content.match(/^# .+$/gm)).toHaveLength(1)
      expect(slide.note!.split('\n').some(line => line.startsWith(words.speech.ifAsked))).toBe(true)
    })

    it.each(named)('%s clicks where its notes say so', (_, slide) => {
      expect(clickMarkers(slide.note ?? '')).toBe(slide.frontmatter.clicks ?? 0)
    })

    it.each(namedTalk)('%s takes the minutes that it plans', (_, slide) => {
      const minutes = slide.frontmatter.minutes as number
      expect(Math.abs(spokenMinutes(note(slide), words.speech) - minutes) / minutes).toBeLessThanOrEqual(0.15)
    })

    it.each(namedTalk)('%s names its place in the article', (_, slide) => {
      expect(slideSources(slide.content)).not.toEqual([])
    })
=======
  it('are all read', () => {
    const { slides } = parseSync(readFileSync(edition.entry, 'utf8'), edition.entry)
    expect(slides.length).toBeGreaterThan(20)
    expect(slides.flatMap(({ content }) => slideEvidence(content).exhibits).length).toBeGreaterThan(20)
>>>>>>> w-slides
  })

  it('have exhibits without a typed number in their words', () => {
    const source = ['', '.documents'].map(part => readFileSync(`locales/${edition.id}${part}.ts`, 'utf8')).join('').replace(/\[\[[^\]]+\]\]|\{n\}/g, '')
    const strings = Array.from(source.matchAll(/: '([^']*)'/g), match => match[1]!)
    expect(strings.length).toBeGreaterThan(150)
    expect(strings.filter(string => /\d/.test(string))).toEqual([])
  })

  it('would be told of a number in words', () => {
    expect({ en: 'a dozen people', zh: '四家公司' }[edition.id]).toMatch(numberWords[edition.id].words)
  })
})
