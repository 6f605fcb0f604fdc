import { readFileSync } from 'node:fs'
import { parseSync } from '@slidev/parser'
import { describe, expect, it } from 'vitest'
import { printables } from '../../data'
import { formatFigure, formatPlace } from '../../lib/format'
import { spaceChinese } from '../../lib/text'
import { editionOf, editionOfEntry, editions } from '../../locales/editions'
import { wordsOf } from '../../locales/records'
import { fileName } from '../../scripts/build'

describe.each(editions)('the edition in $name', (edition) => {
  it('has words in its language', () => expect(wordsOf(edition).language).toBe(edition.language))

  it('is called in its slides what its files are called', () => {
    expect(parseSync(readFileSync(edition.entry, 'utf8'), edition.entry).slides[0]!.frontmatter.exportFilename).toBe(fileName(edition))
  })
})

describe('figures in Chinese', () => {
  const words = wordsOf(editionOf('zh'))
  const print = (id: string, style?: Parameters<typeof formatFigure>[2]) => formatFigure(printables.get(id)!, words, style)

  it.each([
    ['headcount-now', undefined, '2000 多人'],
    ['headcount-start', 'unit', '22 人'],
    ['gpus', undefined, '1 万块以上'],
    ['gpus', 'phrase', '超过 1 万块 GPU'],
    ['papers-total', 'unit', '400 多篇论文'],
    ['competition-teams', 'unit', '400 支队伍以上'],
    ['training-here', undefined, '1–2 天'],
    ['training-here', 'phrase', '一两天'],
    ['training-elsewhere', 'phrase', '一个多月'],
    ['span-over-four-years', 'phrase', '四年多'],
    ['first-office', 'phrase', '一间办公室'],
    ['named-cities', undefined, '9 座以上'],
    ['named-cities', 'phrase', '至少九座城市'],
    ['mechanism-count', 'phrase', '四项机制'],
    ['alliance-universities', 'phrase', '十五所高校'],
    ['headcount-growth', undefined, '90 倍以上'],
    ['doctoral-share', undefined, '无从得知'],
    ['lab-founded', undefined, '2001 年'],
    ['beijing-station', undefined, '2018 年 9 月'],
    ['textbook-received', undefined, '2018 年年中'],
    ['published-on', undefined, '2019 年 1 月 28 日'],
    ['headcount-now-date', undefined, '2018 年 1 月至 2019 年 1 月'],
    ['headcount-now', 'printed', '2000多名'],
  ] as const)('%s (%s) is %s', (id, style, expected) => expect(print(id, style)).toBe(expected))

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
    const collect = (value: unknown): void => void (typeof value === 'string' ? strings.push(value) : value && typeof value === 'object' && Object.values(value).forEach(collect))
    collect(wordsOf(edition))
    // Names as the article prints them keep their form.
    expect(strings.filter(string => spaceChinese(string) !== string && !/新芒X/.test(string))).toEqual([])
  })
})

it('an edition is known by its file, and by its id', () => {
  expect(editionOfEntry('/somewhere/slides.zh.md').id).toBe('zh')
  expect(editionOfEntry('slides.md').id).toBe('en')
  expect(() => editionOf('xx')).toThrow('no edition "xx", only en, zh')
})
