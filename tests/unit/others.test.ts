import type { Figure, Printable } from '../../data'
import type { OtherBound, OtherFigure, OtherSource } from '../../data/other-types'
import type { EditionId } from '../../locales/editions'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { headcountNow, printables, yearMonth, yearMonthDay } from '../../data'
import { exhibits } from '../../data/exhibits'
import { otherBounds, readings } from '../../data/other-types'
import { checkedClaims, faceRecords, foundingRecords, laterHeadcounts, otherRecords, otherSources } from '../../data/others'
import { dataRows } from '../../figures/data-rows'
import { formatFigure } from '../../figures/format'
import { beyondLayout, facesLayout, laterHeadcountLayout, panelOf } from '../../figures/other-charts'
import { formatOther, formatTime } from '../../figures/other-format'
import { barStripes, reachOf, toneAt } from '../../figures/other-marks'
import { fillOthers, otherIds } from '../../figures/other-tokens'
import { advance } from '../../figures/text'
import { editions } from '../../locales/editions'
import { records, wordsOf } from '../../locales/records'
import { problemsAfter } from './changed-data'

const all: readonly OtherFigure[] = otherRecords
const figure = (id: string) => all.find(other => other.id === id)!
const sourceOf = (id: string) => (otherSources as readonly OtherSource[]).find(source => source.id === id)!

describe('records of other sources', () => {
  /** As the list of what was read has it, typed anew: id, number, bound, unit, when, address of the source, and what was seen of it. */
  const list: [string, number, OtherBound, string, string, (string | null)[], string][] = [
    ['face-human', 97.53, 'exact', 'percent', '', ['arXiv 1404.3840'], 'abstract'],
    ['face-gaussianface', 98.52, 'exact', 'percent', '2014-04-15', ['arXiv 1404.3840'], 'abstract'],
    ['face-deepid', 97.45, 'exact', 'percent', '2014', [null], 'abstract-and-affiliations'],
    ['face-deepid2', 99.15, 'exact', 'percent', '2014-06-18', ['arXiv 1406.4773'], 'abstract-and-affiliations'],
    ['company-founded', yearMonth(2014, 10), 'exact', 'date', '', ['0lu.com.cn', null], 'secondary'],
    ['tenth-anniversary', yearMonthDay(2024, 10, 22), 'exact', 'date', '', ['asiaict.com/finance/5014.html'], 'secondary'],
    ['laboratory-founded', yearMonth(2001, 7), 'exact', 'date', '', ['exhibition.cintec.cuhk.edu.hk'], 'page'],
    ['laboratory-faculty', 5, 'exact', 'people', '', ['exhibition.cintec.cuhk.edu.hk'], 'page'],
    ['laboratory-students', 40, 'more-than', 'people', '', ['exhibition.cintec.cuhk.edu.hk'], 'page'],
    ['laboratory-ranking', 10, 'exact', 'laboratories', '2016', ['exhibition.cintec.cuhk.edu.hk'], 'page'],
    ['doctors-2021', 250, 'more-than', 'people', '2021-08', ['blog.ytso.com/120947.html'], 'report'],
    ['papers-2021', 600, 'more-than', 'papers', '2021-08', ['infoq.cn/news/i92AxKL0mFMp01ha8GwM'], 'report'],
    ['headcount-2021', 5000, 'more-than', 'people', '2021-06-30', ['infoq.cn/news/i92AxKL0mFMp01ha8GwM'], 'report'],
    ['headcount-2022', 6000, 'close-to', 'people', '../2022-09', [null], 'report-of-a-report'],
    ['scientists-2021', 2, 'about', 'thirds', '2021-06-30', ['infoq.cn/news/i92AxKL0mFMp01ha8GwM'], 'report'],
    ['professors-2021', 40, 'exact', 'people', '2021-06-30', ['infoq.cn/news/i92AxKL0mFMp01ha8GwM'], 'report'],
    ['fall-2022', 1000, 'more-than', 'people', '../2023', ['hrkatha.com'], 'report-of-a-report'],
    ['fall-share-2022', 16.6, 'about', 'percent', '../2023', ['hrkatha.com'], 'report-of-a-report'],
    ['doctors-to-industry-2004', 20, 'about', 'percent', '2004', ['mitsloan.mit.edu'], 'page-about-it'],
    ['doctors-to-industry-2020', 70, 'about', 'percent', '2020', ['mitsloan.mit.edu'], 'page-about-it'],
    ['models-industry', 51, 'exact', 'models', '2023', [null], 'summary'],
    ['models-both', 21, 'exact', 'models', '2023', [null], 'summary'],
    ['models-academia', 15, 'exact', 'models', '2023', [null], 'summary'],
    ['model-share-2023', 60, 'exact', 'percent', '2023', ['hai.stanford.edu'], 'page'],
    ['model-share-2024', 90, 'close-to', 'percent', '2024', ['hai.stanford.edu'], 'page'],
  ]
  const dates = new Map(dataRows(wordsOf(editions[0]))['other-figures'].map(({ id, date }) => [id, date]))

  it.each(list)('%s stands as it was noted: %d, %s', (id, amount, bound, unit, when, addresses, read) => {
    const { sources, ...own } = figure(id)
    expect(own).toMatchObject({ amount, bound, unit })
    if (unit !== 'date')
      expect(dates.get(id) ?? '').toBe(when)
    expect(sources.map(id => sourceOf(id).address)).toEqual(addresses)
    for (const source of sources)
      expect(sourceOf(source).read).toBe(read)
  })

  it('are all compared here, and name a source that is in the list', () => {
    expect(all.map(({ id }) => id).toSorted()).toEqual(list.map(([id]) => id).toSorted())
    const used = new Set(all.flatMap(({ sources }) => sources))
    expect([...used].toSorted()).toEqual(otherSources.map(({ id }) => id).toSorted())
  })

  it('cannot be taken for figures of the article, nor these for them', () => {
    const words = wordsOf(editions[0])
    // @ts-expect-error -- a figure of another source is nothing that the article prints
    const taken: Printable = faceRecords[0]
    // @ts-expect-error -- not even where a number, a unit and an id are all that is asked for
    expect(() => formatFigure(laterHeadcounts[0], words)).toThrow()
    // @ts-expect-error -- and a figure of the article is none of theirs
    const given: OtherFigure = headcountNow as Figure
    expect(taken.id).not.toBe(given.id)
    expect(all.filter(({ id }) => printables.has(id))).toEqual([])
  })

  it('say what the slides say of them: who was first, what was before the company, and that it grew on', () => {
    const [human, gaussian, deepid, second] = faceRecords.map(({ amount }) => amount) as [number, number, number, number]
    expect(gaussian).toBeGreaterThan(human)
    expect(deepid).toBeLessThan(human)
    expect(human - deepid).toBeLessThan(0.1)
    expect(second).toBeGreaterThan(human)
    const founded = foundingRecords[0].amount
    for (const id of ['face-gaussianface', 'face-deepid2'])
      expect(figure(id).time!.to).toBeLessThan(founded)
    expect(figure('face-gaussianface').time!.from).toBeLessThan(figure('face-deepid2').time!.from!)
    expect(figure('face-gaussianface').actors).toEqual(['university'])
    expect(figure('face-deepid2').actors).toEqual(['university', 'company'])
    expect(foundingRecords[1].amount - founded).toBeGreaterThan(10)
    const counts = [headcountNow.value, ...laterHeadcounts.map(({ amount }) => amount)]
    expect(counts).toEqual(counts.toSorted((one, other) => one - other))
    expect(figure('doctors-to-industry-2020').amount).toBeGreaterThan(figure('doctors-to-industry-2004').amount)
    expect(figure('models-industry').amount).toBeGreaterThan(figure('models-academia').amount)
  })

  it('change no figure of the article: claims only point at them', () => {
    for (const { article, others, verdict } of checkedClaims) {
      expect(article.every(id => printables.has(id))).toBe(true)
      expect(others.length > 0).toBe(verdict !== 'not-found')
    }
    const { others } = exhibits.CheckedClaims
    expect(others.figures.length).toBeGreaterThan(10)
  })

  const refused = (path: readonly PropertyKey[], value: unknown) => problemsAfter([['data/others.ts', path, value]])
  it.each([
    ['a source that nobody has', ['otherRecords', 0, 'sources'], ['nobody'], /"face-human": sources.*a source of otherSources/],
    ['a share of nothing', ['otherRecords', 0, 'base'], undefined, /"face-human": base: expected what it is a share of/],
    ['a share of more than all', ['otherRecords', 0, 'amount'], 197, /"face-human": amount: expected a share of at most 100/],
    ['half a person', ['otherRecords', 7, 'amount'], 5.5, /"laboratory-faculty": amount: expected a whole number/],
    ['a bound of the article', ['otherRecords', 0, 'bound'], 'at-least', /"face-human": bound: expected one of exact, more-than, about, close-to/],
    ['the id of a figure of the article', ['otherRecords', 0, 'id'], 'headcount-now', /expected an id that no figure of the article has/],
    ['a section of the article', ['otherRecords', 0, 'section'], 'origin', /"face-human": section: expected no field of that name/],
    ['a time that ends first', ['otherRecords', 1, 'time', 'to'], 2013, /a time that does not end before it begins/],
    ['an unknown way of reading', ['otherSources', 0, 'read'], 'guessed', /"gaussianface": read: expected one of abstract/],
    ['a verdict without a voice', ['checkedClaims', 0, 'others'], [], /verdict: expected not-found exactly where no other figure stands/],
    ['a claim about no figure', ['checkedClaims', 0, 'article'], ['head-count'], /the id of a figure of the article/],
  ] as [string, PropertyKey[], unknown, RegExp][])('are refused with %s', (_, path, value, text) => {
    expect(refused(path, value).some(problem => text.test(problem)), refused(path, value).join('\n')).toBe(true)
  })
})

describe('words about other sources', () => {
  it.each(editions)('name only figures that there are, the same in every edition ($id)', ({ id }) => {
    const texts = (value: unknown): string[] =>
      typeof value === 'string' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(texts) : []
    const named = (id: EditionId) => texts(records[id].others).map(text => otherIds(text).toSorted()).filter(ids => ids.length > 0)
    expect(named(id)).toEqual(named('en'))
    expect(named(id).flat().filter(id => !figure(id))).toEqual([])
  })

  it.each(editions)('leave no token unfilled, and none that nobody knows ($id)', (edition) => {
    const words = wordsOf(edition)
    expect(JSON.stringify(words.others.exhibits)).not.toMatch(/[{[]\[?[a-z]+-/)
    expect(JSON.stringify(words.others.claims)).not.toMatch(/\{[a-z]+-|\[\[/)
    expect(() => fillOthers('{face-cat}', words, words.others)).toThrow('face-cat')
  })

  it('say each bound in its own way, and only what is close without a sign of more, less or about', () => {
    for (const edition of editions) {
      const words = wordsOf(edition)
      const said = otherBounds.map(bound => formatOther({ ...figure('headcount-2021'), bound }, words, words.others, 'phrase'))
      expect(new Set(said).size).toBe(otherBounds.length)
      for (const reading of readings)
        expect(words.others.readings[reading]).not.toBe('')
    }
    const en = wordsOf(editions[0])
    expect(formatOther(figure('headcount-2022'), en, en.others)).toBe('close to 6,000')
    expect(formatOther(figure('headcount-2021'), en, en.others)).toBe('5,000+')
    expect(formatOther(figure('headcount-2022'), en, en.others, 'time')).toBe('before September 2022')
    expect(formatOther(figure('fall-2022'), en, en.others, 'time')).toBe('by the end of 2022')
    expect(formatOther(figure('face-deepid'), en, en.others)).toBe('97.45%')
    expect(formatOther(figure('scientists-2021'), en, en.others)).toBe('about two thirds')
    const zh = wordsOf(editions[1])
    expect(formatOther(figure('headcount-2022'), zh, zh.others)).toBe('接近 6000 人')
    expect(formatOther(figure('headcount-2021'), zh, zh.others)).toBe('5000 多人')
    expect(formatOther(figure('scientists-2021'), zh, zh.others)).toBe('约三分之二')
  })
})

describe.each(editions)('any figure of another source ($id)', (edition) => {
  const words = wordsOf(edition)
  const { others } = words

  it('is printed as it binds, and what is close to its number without a sign of more, less or about', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 9999 }), (amount) => {
      const said = (bound: OtherBound) => formatOther({ ...figure('headcount-2022'), amount, bound }, words, others)
      expect(new Set(otherBounds.map(said)).size).toBe(otherBounds.length)
      for (const bound of otherBounds)
        expect(said(bound).replace(/\D/g, '')).toBe(String(amount))
      expect(said('close-to')).not.toMatch(/[+~≈≥≤<>约多]|about|more|less/)
    }))
  })

  it('is a share to the digits that it has, of a bar that is the whole', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1000 }), fc.constantFrom('exact', 'about', 'close-to'), (tenths, bound) => {
      const share: OtherFigure = { ...figure('model-share-2024'), amount: tenths / 10, bound }
      expect(formatOther(share, words, others)).toContain(`${tenths / 10}%`)
      const { bars: [bar], axis, whole } = panelOf('', [share], { left: 0, top: 0, most: 100 }, () => '', words, others)
      expect(whole!.text).toContain(others.bases['notable-models'])
      expect(bar!.at / (whole!.at - axis)).toBeCloseTo(tenths / 1000)
      const { whole: none } = panelOf('', [{ ...share, base: undefined }], { left: 0, top: 0, most: 100 }, () => '', words, others)
      expect(none).toBeUndefined()
    }))
  })

  it('holds for the year that is told, or until the time of which only the end is known', () => {
    fc.assert(fc.property(fc.integer({ min: 1990, max: 2100 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
      expect(formatTime({ from: year, to: year + 1, precision: 'year' }, words, others).match(/\d{4}/g)).toEqual([String(year)])
      const byEnd = formatTime({ from: null, to: year, precision: 'year' }, words, others)
      const before = formatTime({ from: null, to: yearMonth(year, month), precision: 'month' }, words, others)
      const within = formatTime({ from: yearMonth(year, month), to: yearMonth(year, month) + 1 / 12, precision: 'month' }, words, others)
      expect(byEnd).toContain(String(year - 1))
      expect(before).toContain(String(year))
      expect(new Set([byEnd, before, within]).size).toBe(3)
    }))
  })
})

describe('marks of other sources', () => {
  const length = fc.double({ min: 60, max: 2000, noNaN: true })
  const bound = fc.constantFrom(...otherBounds)

  it('are stripes that grow no stronger outwards and stay within their reach, whatever the number', () => {
    fc.assert(fc.property(length, bound, (length, bound) => {
      const stripes = barStripes(length, bound)
      for (const [index, { from, to, tone }] of stripes.entries()) {
        expect(to).toBeGreaterThan(from)
        expect(from).toBeGreaterThanOrEqual(0)
        expect(to).toBeLessThanOrEqual(reachOf(length, bound) + 1e-9)
        expect(tone > 0 && tone <= 1).toBe(true)
        expect(tone).toBeLessThanOrEqual(stripes[index - 1]?.tone ?? 1)
      }
    }))
  })

  it('end where the number is, go on beyond it, lie on both sides of it, or fade just under it', () => {
    fc.assert(fc.property(length, (length) => {
      const far = (bound: OtherBound) => Math.max(...barStripes(length, bound).map(({ to }) => to))
      expect(far('exact')).toBeCloseTo(length)
      expect(far('more-than')).toBeGreaterThan(length + 20)
      expect(far('about')).toBeGreaterThan(length)
      expect(far('close-to')).toBeLessThanOrEqual(length)
      // Each is told apart from the others at the number itself, a little under it, and a little over it.
      const at = (bound: OtherBound) => [-20, 0, 20].map(away => toneAt(length + away, length, bound))
      expect(at('exact')).toEqual([1, 1, 0])
      expect(at('more-than').map(tone => tone > 0)).toEqual([true, true, true])
      expect(at('about')[1]).toBeCloseTo(0.5)
      expect(at('close-to').slice(1)).toEqual([0, 0])
      expect(at('close-to')[0]! > 0 && at('close-to')[0]! < 1).toBe(true)
    }))
  })
})

describe('charts of other sources', () => {
  it.each(editions)('faces stand on an axis that begins near them, each mark as wide as its date ($id)', (edition) => {
    const words = wordsOf(edition)
    const { plot, ticks, marks, human, founded } = facesLayout(words, words.others)
    expect(ticks[0]!.text).toContain('97')
    const at = (id: string) => marks.find(mark => mark.id === id)!
    expect(at('face-gaussianface').y).toBeLessThan(human.y)
    expect(at('face-deepid').y).toBeGreaterThan(human.y)
    expect(at('face-deepid')).toMatchObject({ from: plot.left, to: plot.right, isPoint: false })
    expect(at('face-gaussianface').from).toBe(at('face-gaussianface').to)
    for (const mark of marks.filter(({ isPoint }) => isPoint))
      expect(mark.to).toBeLessThan(founded.from)
    for (const { y } of marks)
      expect(y > plot.top && y < plot.bottom).toBe(true)
  })

  it.each(editions)('headcounts stand at their time on one axis, filled or striped, with gaps between ($id)', (edition) => {
    const words = wordsOf(edition)
    const { bars, gaps, years, base, width, right } = laterHeadcountLayout(words, words.others)
    expect(bars.map(({ speaker }) => speaker)).toEqual(['article', 'article', 'others', 'others'])
    for (const { speaker, stripes, stretches, end, at } of bars) {
      expect(speaker === 'others').toBe(stripes.length > 0)
      expect(speaker === 'article').toBe(stretches.length > 0)
      expect(end).toBeLessThan(base)
      expect(at).toBeLessThanOrEqual(end)
    }
    const distances = years.slice(1).map(({ at }, index) => at - years[index]!.at)
    expect(Math.max(...distances) - Math.min(...distances)).toBeLessThan(1e-6)
    expect(gaps).toHaveLength(2)
    for (const { from, to } of gaps)
      expect(bars.every(({ x }) => x + width / 2 <= from || x - width / 2 >= to)).toBe(true)
    // The two last counts and their words part to either side.
    const [one, other] = bars.slice(-2)
    expect(one!.x + width / 2).toBeLessThan(other!.x - width / 2)
    expect(other!.x - width / 2 + advance(other!.value, 28)).toBeLessThan(1152)
    expect(bars.every(({ to }) => to <= right)).toBe(true)
  })

  it.each(editions)('shares have the whole that they are of, counts an end ($id)', (edition) => {
    const words = wordsOf(edition)
    const panels = beyondLayout(words, words.others)
    expect(panels.map(({ whole }) => whole !== undefined)).toEqual([true, true, false])
    for (const { bars, axis, left, whole } of panels) {
      for (const { label, at, value, end } of bars) {
        expect(advance(label, 22)).toBeLessThan(axis - left - 14)
        expect(at).toBeLessThanOrEqual((whole?.at ?? Infinity) - axis)
        expect(axis + end + advance(value, 28)).toBeLessThan(1152)
      }
    }
  })
})
