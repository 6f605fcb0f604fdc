import type { Place } from '../../data'
import type { SlideToRead } from '../../figures/reading'
import { describe, expect, it } from 'vitest'
import { languageRuns } from '../../addon/lib/language-runs'
import { words as talkWords } from '../../addon/locales'
import { flows, headcountNow } from '../../data'
import { exhibits } from '../../data/exhibits'
import { dataRows } from '../../figures/data-rows'
import { formatFigure, formatPlace } from '../../figures/format'
import { readingActs, readingTime } from '../../figures/reading'
import { readingTable } from '../../figures/reading-tables'
import { slideEvidence } from '../../figures/slide-evidence'
import { sourcesPages } from '../../figures/sources-pages'
import { allWords as words } from '../../locales/documents'

/** Section and paragraph; the sign stays with its number. */
const placed = (place: Place) => formatPlace(place, words).replace('¶ ', '¶\u00A0')
const texts = (name: keyof typeof exhibits, page?: number) => readingTable(name, words, page)!.rows.map(row => row.map(({ text }) => text))

describe('a table for readers', () => {
  it('has a row for each of the data file, with names in the place of codes', () => {
    expect(texts('AnswerExchange')).toHaveLength(dataRows(words).flows.length)
    const [flow] = flows
    expect(texts('AnswerExchange')[0]).toEqual([
      words.flows[flow.id],
      words.actors[flow.from],
      words.actors[flow.to],
      words.claimants[flow.claimedBy],
      placed(flow),
    ])
    const row = texts('HeadcountField').find(([what]) => what === words.figures[headcountNow.id])
    const { bound, printed, claimedBy } = headcountNow
    expect(row).toEqual([
      words.figures[headcountNow.id],
      formatFigure(headcountNow, words, 'unit'),
      words.boundNames[bound],
      printed,
      words.claimants[claimedBy],
      placed(headcountNow),
    ])
  })

  it('shows no code of the data anywhere', () => {
    const codes = new Set(
      Object.values(dataRows(words))
        .flat()
        .flatMap(({ id, of }) => [id, of])
        .filter(code => String(code).includes('-')),
    )
    for (const name of Object.keys(exhibits) as (keyof typeof exhibits)[]) {
      expect(
        (readingTable(name, words)?.rows ?? []).flat().filter(({ text }) => text.split(', ').some(part => codes.has(part))),
        name,
      ).toEqual([])
    }
  })

  it('has only the rows that the exhibit shows, and says so', () => {
    expect(texts('TrainingTogether').map(row => row[1])).not.toContain('Training')
    expect(texts('CompetitionEntrants').map(row => row[1])).toEqual(expect.arrayContaining(['organiser', 'entrant']))
    expect(readingTable('EvidenceLimits', words)!.caption).toBe('All figures of the article (those shown here)')
  })

  it('lists every figure of the article once, over the pages of the appendix', () => {
    expect(Array.from({ length: sourcesPages }, (_, index) => texts('SourcesTable', index + 1)).flat()).toHaveLength(
      dataRows(words)['all-figures'].length,
    )
  })

  it('says where the article reports nothing', () => {
    const cells = readingTable('AllianceMembers', words)!.rows.flat().filter(({ isMissing }) => isMissing)
    expect(new Set(cells.map(({ text }) => text))).toEqual(new Set(['not reported']))
  })

  it('is not there for an exhibit without data', () => {
    expect(readingTable('CoverStrands', words)).toBeUndefined()
  })
})

describe('the talk to read', () => {
  const slide = (no: number, act: string, content: string, noteHTML: string): SlideToRead =>
    ({ no, meta: { slide: { title: `Claim ${no}`, noteHTML, frontmatter: { id: `slide-${no}`, act, ...slideEvidence(content) } } } })
  const acts = readingActs([
    slide(1, 'opening', '<CoverStrands />', `<p>${'word '.repeat(400)}</p>`),
    slide(2, 'evidence', '<HeadcountField />', '<p><span class="slidev-note-click-mark"></span> Said.</p><p>If asked: not said.</p>'),
    slide(3, 'appendix', '<SourcesTable />', '<p>If asked: not said.</p>'),
    slide(4, 'appendix', '<SourcesTable />', ''),
  ], words, talkWords.speech)

  it('keeps the acts in their order, and the slides in theirs', () => {
    expect(acts.map(({ act, slides }) => [act, slides.map(({ no }) => no)])).toEqual([
      ['opening', [1]],
      ['evidence', [2]],
      ['appendix', [3, 4]],
    ])
  })

  it('has what is said, and nothing else', () => {
    expect(acts[1]!.slides[0]!.paragraphs).toEqual(['Said.'])
    expect(acts[2]!.slides[0]!.paragraphs).toEqual([])
  })

  it('says in words what the picture shows', () => {
    const { finding, description } = words.exhibits.HeadcountField
    expect(acts[1]!.slides[0]!.alt).toContain(`Claim 2. ${finding} ${description}`)
  })

  it('goes on in the list of figures from slide to slide', () => {
    const [one, two] = acts[2]!.slides.map(({ tables }) => tables[0]!.rows[0]![0]!.text)
    expect(one).not.toBe(two)
  })

  it('takes as long as its words', () => {
    expect(readingTime(acts, talkWords.speech)).toBe(2)
  })
})

describe('runs of one language', () => {
  it.each([
    ['no Chinese', [['no Chinese']]],
    ['by 新芒X.', [['by '], ['新芒X', 'zh-CN'], ['.']]],
    ['2000多名', [['2000多名', 'zh-CN']]],
    ['MIT-商汤科技人工智能联盟', [['MIT-商汤科技人工智能联盟', 'zh-CN']]],
    ['model (产学研) through', [['model ('], ['产学研', 'zh-CN'], [') through']]],
  ])('in English: %s', (text, runs) => {
    expect(languageRuns(text, 'en').map(({ text, lang }) => lang ? [text, lang] : [text])).toEqual(runs)
  })

  it.each([
    ['没有外文', [['没有外文']]],
    ['1 万块 GPU 以上，CVPR 44 篇', [['1 万块 GPU 以上，CVPR 44 篇']]],
    ['平台 SenseParrots，自研', [['平台 '], ['SenseParrots', 'en'], ['，自研']]],
    ['首届 WIDER Face and Pedestrian Challenge', [['首届 '], ['WIDER Face and Pedestrian Challenge', 'en']]],
    ['DeepID 发表', [['DeepID', 'en'], [' 发表']]],
  ])('in Chinese: %s', (text, runs) => {
    expect(languageRuns(text, 'zh-CN').map(({ text, lang }) => lang ? [text, lang] : [text])).toEqual(runs)
  })
})
