import { describe, expect, it } from 'vitest'
import { clickMarkers, spokenMinutes, spokenParagraphs, wordCount } from '../../addon/lib/notes'
import { talkWordsOf } from '../../addon/locales/all'
import { loadSlides } from '../../addon/node/slidev/slides'
import { editions } from '../../locales/editions'

const decks = await Promise.all(
  editions.map(async edition => ({ ...edition, speech: talkWordsOf(edition.language).speech, slides: await loadSlides(edition) })),
)

describe.each(decks)('notes in $name', ({ slides, speech }) => {
  const talk = slides.filter(({ frontmatter }) => frontmatter.act !== 'appendix')

  it.each(talk)('$no $id open, make their points, and lead on to the next slide', ({ note }) => {
    const spoken = spokenParagraphs(note, speech)
    expect(spoken.length).toBeGreaterThanOrEqual(3)
    expect(wordCount(spoken[0]!, speech), 'length of the opening line').toBeGreaterThan(4)
  })

  it.each(talk)('$no $id have each click at the start of a paragraph, where the eye finds it', ({ note }) => {
    expect(clickMarkers(note)).toBe(note.match(/^\[click\] [\p{Lu}\p{Script=Han}]/gmu)?.length ?? 0)
  })

  it.each(talk)('$no $id answer one question, at the end', ({ note }) => {
    const paragraphs = note.split(/\n\s*\n/)
    expect(paragraphs.map(paragraph => paragraph.startsWith(speech.ifAsked))).toEqual(
      paragraphs.map((_, index) => index === paragraphs.length - 1),
    )
  })

  it.each(slides.filter(slide => !talk.includes(slide)))(
    'of the appendix, $no $id, say what one sees and answer a question',
    ({ note }) => {
      expect(spokenParagraphs(note, speech)).not.toEqual([])
      expect(note.split('\n').some(line => line.startsWith(speech.ifAsked))).toBe(true)
    },
  )
})

const [english, chinese] = [talkWordsOf('en').speech, talkWordsOf('zh-CN').speech]

it('what is counted as said aloud has no tags, click markers or answers', () => {
  const note = 'See <span lang="zh-CN">产</span>.\n\n[click] Now this.\n\nIf asked: no.'
  expect(spokenParagraphs(note, english)).toEqual(['See 产.', 'Now this.'])
  expect(spokenMinutes(note, english)).toBeCloseTo(4 / 130 + (4 + 2) / 60)
})

it('chinese is counted in characters, a number or a Latin word as two', () => {
  expect(wordCount('员工从 22 人到 2000 多人，见 DeepID。', chinese)).toBe('员工从人到多人见'.length + 3 * 2)
  expect(spokenMinutes('这是一个点。\n\n若有人问：没有。', chinese)).toBeCloseTo(5 / 230 + 4 / 60)
})
