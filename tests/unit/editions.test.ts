import type { Edition } from '../../addon/deck'
import type { Printable } from '../../data'
import type { FigureStyle } from '../../figures/format'
import { readFileSync } from 'node:fs'
import { parseSync } from '@slidev/parser'
import { describe, expect, it } from 'vitest'
import { editionOfEntry } from '../../addon/deck'
import { fileName } from '../../addon/node/slidev/build-edition'
import { formatFigure, formatPlace } from '../../figures/format'
import { spaceChinese } from '../../figures/text'
import { editionOf, editions } from '../../locales/editions'
import { wordsOf } from '../../locales/records'
import { made, madeUp } from './made-figures'

describe.each(editions)('the edition in $name', (edition) => {
  it('has words in its language', () => expect(wordsOf(edition).language).toBe(edition.language))

  it('is called in its slides what its files are called', () => {
    expect(parseSync(readFileSync(edition.entry, 'utf8'), edition.entry).slides[0]!.frontmatter.exportFilename).toBe(fileName(edition))
  })
})

describe('figures in Chinese', () => {
  const words = wordsOf(editionOf('zh'))

  it.each<[figure: Printable, style: FigureStyle | undefined, text: string]>([
    [made.floor, undefined, '2000 多人'],
    [made.exact, 'unit', '22 人'],
    [made.beyond, undefined, '超过 1 万块'],
    [made.beyond, 'phrase', '超过 1 万块 GPU'],
    [made.papers, 'unit', '400 多篇论文'],
    [made.teams, 'unit', '超过 400 支队伍'],
    [made.range, undefined, '1–2 天'],
    [made.range, 'phrase', '一两天'],
    [made.month, 'phrase', '一个多月'],
    [made.years, 'phrase', '四年多'],
    [made.one, 'phrase', '一间办公室'],
    [madeUp.counted, undefined, '9 座以上'],
    [madeUp.counted, 'phrase', '至少九座城市'],
    [made.four, 'phrase', '四项机制'],
    [made.fifteen, 'phrase', '十五所高校'],
    [madeUp.times, undefined, '90 倍以上'],
    [{ ...madeUp.times, bound: 'more-than' }, undefined, '90 倍不止'],
    [madeUp.share, undefined, '无从得知'],
    [made.year, undefined, '2001 年'],
    [made.yearAndMonth, undefined, '2018 年 9 月'],
    [made.midYear, undefined, '2018 年年中'],
    [made.day, undefined, '2019 年 1 月 28 日'],
    [madeUp.period, undefined, '2018 年 1 月至 2019 年 1 月'],
    [made.floor, 'printed', '2000多名'],
  ])('$0.id ($1) is $2', (figure, style, expected) => expect(formatFigure(figure, words, style)).toBe(expected))

  it.each([[12345, '1.2345 万'], [120_000_000, '1.2 亿'], [9999, '9999']])('%d is %s, not rounded up', (value, expected) => {
    expect(formatFigure({ id: 'x', value, bound: 'exact', unit: 'times', from: [] }, words)).toBe(`${expected.replace(/(?<=\d)$/, ' ')}倍`)
  })

  it('stand in the article by paragraph', () => {
    expect(formatPlace({ section: 'lead', paragraph: [5, 7] }, words)).toBe('开篇，第 5、7 段')
  })
})

describe('the space between Chinese and Latin', () => {
  it.each([
    ['发表400多篇', '发表 400 多篇'],
    ['在CVPR上', '在 CVPR 上'],
    ['有 22 人', '有 22 人'],
    ['2,000+ people', '2,000+ people'],
    ['（CSV）：', '（CSV）：'],
  ])('%s', (text, spaced) => expect(spaceChinese(text)).toBe(spaced))

  it.each(editions)('stands in all words in $name', (edition) => {
    const strings: string[] = []
    const collect = (value: unknown): void =>
      void (typeof value === 'string' ? strings.push(value) : value && typeof value === 'object' && Object.values(value).forEach(collect))
    collect(wordsOf(edition))
    // Names as the article prints them keep their form.
    expect(strings.filter(string => spaceChinese(string) !== string && !/新芒X/.test(string))).toEqual([])
  })
})

it('an edition is known by its file, and by its id', () => {
  expect(editionOfEntry<Edition>(editions, '/somewhere/slides.zh.md').id).toBe('zh')
  expect(editionOfEntry<Edition>(editions, 'slides.md').id).toBe('en')
  expect(() => editionOf('xx')).toThrow('no edition "xx", only en, zh')
})
