import { readFileSync } from 'node:fs'
import { parseSync } from '@slidev/parser'
import { describe, expect, it } from 'vitest'
import { figures } from '../../data'
import { clickMarkers, spokenMinutes } from '../../lib/notes'
import { slideSources } from '../../lib/slide-evidence'
import { sourcesPage, sourcesPages } from '../../lib/sources-pages'
import { replaceTokens } from '../../lib/tokens'
import { editions } from '../../locales/editions'
import { wordsOf } from '../../locales/records'

/** Number words that stand for a figure, by edition: without the few that mean something else (一, 两 and names in Chinese). */
const NUMBER_WORDS = {
  en: /\b(?:four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|hundred|thousand|decades?|dozen)\b/i,
  zh: /[二三四五六七八九十百千万]/,
}
/** Names with a number in them. */
const NAMES = /党的十九大/g

describe.each(editions)('the slides in $name', (edition) => {
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
  })

  describe('the talk', () => {
    it('takes as long as it plans', () => {
      const duration = Number.parseFloat(String(slides[0]!.frontmatter.duration))
      const spoken = talk.reduce((sum, slide) => sum + spokenMinutes(note(slide), words.speech), 0)
      expect(Math.abs(spoken - duration) / duration).toBeLessThanOrEqual(0.05)
    })

    it('shows every figure of the data', () => {
      const used = new Set(talk.flatMap(slide => slideSources(slide.content)).flatMap(source => source.figures))
      expect(figures.map(figure => figure.id).filter(id => !used.has(id))).toEqual([])
    })

    it('lists every figure in the appendix, each once', () => {
      const pages = Array.from(text.matchAll(/<SourcesTable :page="(\d+)"/g), match => Number(match[1]))
      expect(pages).toEqual(Array.from({ length: sourcesPages }, (_, index) => index + 1))
      expect(pages.flatMap(page => sourcesPage(page))).toEqual(figures)
    })
  })

  describe('no number is typed where data belongs', () => {
    /** Prose of the slides, line by line: without front matter, tokens, click markers and tags. */
    function prose(): { line: number, text: string }[] {
      const frontmatter = /^---\n(?:[^\n]+\n)+?---$/gm
      const blank = (match: string) => match.replace(/[^\n]/g, '')
      return text
        .replace(frontmatter, blank)
        .replace(/\[\[[^\]]+\]\]|\[click(?::\d+)?\]|<\/?\w[^>]*>/g, blank)
        .replace(NAMES, '')
        .split('\n')
        .map((content, index) => ({ line: index + 1, text: content }))
    }

    it('as digits in slides and notes', () => {
      expect(prose().filter(({ text }) => /\d/.test(text))).toEqual([])
    })

    it('as words in slides and notes', () => {
      expect(prose().filter(({ text }) => NUMBER_WORDS[edition.id].test(text))).toEqual([])
    })

    it('as digits in the words of the exhibits', () => {
      const source = ['', '.documents'].map(part => readFileSync(`locales/${edition.id}${part}.ts`, 'utf8')).join('').replace(/\[\[[^\]]+\]\]|\{n\}/g, '')
      const strings = Array.from(source.matchAll(/: '([^']*)'/g), match => match[1]!)
      expect(strings.length).toBeGreaterThan(150)
      expect(strings.filter(string => /\d/.test(string))).toEqual([])
    })
  })
})

it.each(editions.filter(({ language }) => !language.startsWith('zh')))('the slides in $name name Chinese as Chinese', ({ entry }) => {
  for (const { content, note, frontmatter } of parseSync(readFileSync(entry, 'utf8'), entry).slides)
    expect(`${content}${note}`.replace(/<span lang="zh-CN">[^<]*<\/span>/g, ''), frontmatter.id as string).not.toMatch(/\p{Script=Han}/u)
})
