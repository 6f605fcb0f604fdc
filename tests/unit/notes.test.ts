import { describe, expect, it } from 'vitest'
import { clickMarkers, spokenMinutes, spokenParagraphs, wordCount } from '../../lib/notes'
import { loadSlides } from '../../scripts/deck'

const slides = await loadSlides()
const talk = slides.filter(({ frontmatter }) => frontmatter.act !== 'appendix')

describe('notes of the talk', () => {
  it.each(talk)('$no $id open, make their points, and lead on to the next slide', ({ note }) => {
    const spoken = spokenParagraphs(note)
    expect(spoken.length).toBeGreaterThanOrEqual(3)
    expect(wordCount(spoken[0]!), 'words of the opening line').toBeGreaterThan(4)
  })

  it.each(talk)('$no $id have each click at the start of a paragraph, where the eye finds it', ({ note }) => {
    expect(clickMarkers(note)).toBe(note.match(/^\[click\] \p{Lu}/gmu)?.length ?? 0)
  })

  it.each(talk)('$no $id answer one question, at the end', ({ note }) => {
    const paragraphs = note.split(/\n\s*\n/)
    expect(paragraphs.map(paragraph => paragraph.startsWith('If asked: '))).toEqual(paragraphs.map((_, index) => index === paragraphs.length - 1))
  })
})

it.each(slides.filter(slide => !talk.includes(slide)))('notes of the appendix, $no $id, say what one sees and answer a question', ({ note }) => {
  expect(spokenParagraphs(note)).not.toEqual([])
  expect(note).toMatch(/^If asked: /m)
})

it('what is counted as said aloud has no tags, click markers or answers', () => {
  const note = 'See <span lang="zh-CN">产</span>.\n\n[click] Now this.\n\nIf asked: no.'
  expect(spokenParagraphs(note)).toEqual(['See 产.', 'Now this.'])
  expect(spokenMinutes(note)).toBeCloseTo(4 / 130 + (4 + 2) / 60)
})
