import type { Bound, Unit } from '../../data'
import fc from 'fast-check'
import nzh from 'nzh'
import { describe, expect, it } from 'vitest'
import { readNumeral } from '../../checks/numeral'
import { measureWords, readPrinted } from '../../checks/printed'
import { readPrintedDate } from '../../checks/printed-date'
import { figures } from '../../data'
import { yearMonth, yearMonthDay } from '../../data/dates'

const PUBLISHED = 2019
const { encodeS } = nzh.cn

/** Ways in which Chinese writes the same whole number; the numerals come from another hand than the reader. */
const writings: Record<string, (n: number) => string> = {
  'digits': String,
  'grouped digits': n => n.toLocaleString('en'),
  'full-width digits': n => String(n).replace(/\d/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xFEE0)),
  'Chinese': n => encodeS(n),
  'Chinese with 十 for 一十': n => encodeS(n, { tenMin: true }),
  'Chinese with 两': n => encodeS(n).replace(/二(?=[千万亿])/g, '两'),
  'financial': n => nzh.cn.encodeB(n),
  'digits before 万': n => (n >= 10_000 ? `${n / 10_000}万` : String(n)),
}
const before: [string, Bound][] = [
  ['', 'exact'],
  ['超过', 'more-than'],
  ['逾', 'more-than'],
  ['至少', 'at-least'],
  ['不少于', 'at-least'],
  ['约', 'about'],
  ['大约', 'about'],
  ['近', 'about'],
  ['不到', 'less-than'],
  ['不足', 'less-than'],
  ['至多', 'at-most'],
  ['不超过', 'at-most'],
  ['共', 'exact'],
]
const after: [string, Bound][] = [
  ['', 'exact'],
  ['以上', 'at-least'],
  ['左右', 'about'],
  ['上下', 'about'],
  ['以下', 'at-most'],
  ['以内', 'at-most'],
]
const measured = (Object.keys(measureWords) as Exclude<Unit, 'date'>[]).flatMap(unit =>
  measureWords[unit].measures.map(measure => [unit, measure] as const),
)

const count = fc.oneof(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 999_999_999 }))
const writing = fc.constantFrom(...Object.keys(writings))

describe('a numeral', () => {
  it('is read in whichever way it is written', () => {
    fc.assert(
      fc.property(count, writing, (n, how) => {
        expect(readNumeral(writings[how]!(n).normalize('NFKC').replaceAll(',', '')), how).toBe(n)
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['三千六', 3600],
    ['一万二', 12_000],
    ['1万2千', 12_000],
    ['3.6万', 36_000],
    ['三点六万', 36_000],
    ['一百零五', 105],
    ['百万', 1_000_000],
    ['两万五千', 25_000],
    ['二〇一八', 2018],
    ['廿', 20],
  ])('%s is %d', (text, value) => expect(readNumeral(text)).toBe(value))

  it.each(['', '零头', '十百', '一二', '千百', '3..6', '一万二万', '1.1.1', 'x', '三十百', '一百二百'])('"%s" is none', text =>
    expect(readNumeral(text)).toBeUndefined())
})

describe('what is printed', () => {
  it('says number, bound and unit, whatever stands around them', () => {
    const hedge = fc.oneof(
      fc.constantFrom(...before).map(([word, bound]) => ({ word, bound, at: 'before' })),
      fc.constantFrom(...after).map(([word, bound]) => ({ word, bound, at: 'after' })),
    )
    fc.assert(
      fc.property(count, writing, hedge, fc.constantFrom(...measured), (n, how, { word, bound, at }, [unit, measure]) => {
        const number = writings[how]!(n)
        const text = at === 'before' ? `${word}${number}${measure}` : `${number}${measure}${word}`
        const reading = readPrinted(text)
        expect(reading, text).toMatchObject({ value: n, bounds: [bound] })
        expect(reading!.units, text).toContain(unit)
      }),
      { numRuns: 2000 },
    )
  })

  it('says ranges, as they are written', () => {
    fc.assert(
      fc.property(
        fc.tuple(fc.integer({ min: 0, max: 50_000 }), fc.integer({ min: 0, max: 50_000 })).filter(([low, high]) => low < high),
        fc.constantFrom('到', '至', '-', '–', '—', '～'),
        fc.constantFrom(...measured),
        ([low, high], separator, [unit, measure]) => {
          const reading = readPrinted(`${low}${separator}${high}${measure}`)
          expect(reading).toMatchObject({ value: [low, high], bounds: ['exact'] })
          expect(reading!.units).toContain(unit)
        },
      ),
    )
  })

  it.each<[text: string, value: number | [number, number], bound: Bound | Bound[], unit?: Unit]>([
    ['2000多名', 2000, 'more-than', 'people'],
    ['150 多位', 150, 'more-than', 'people'],
    ['1000余人', 1000, 'more-than', 'people'],
    ['十余年', 10, 'more-than', 'years'],
    ['十几天', 10, 'more-than', 'days'],
    ['四年多', 4, 'more-than', 'years'],
    ['一个多月', 1, 'more-than', 'months'],
    ['十多万人', 100_000, 'more-than', 'people'],
    ['400+篇', 400, ['at-least', 'more-than'], 'papers'],
    ['超过万块', 10_000, 'more-than', 'gpus'],
    ['上百人', 100, ['at-least', 'more-than'], 'people'],
    ['千余人', 1000, 'more-than', 'people'],
    ['数十名', 20, ['at-least', 'more-than'], 'people'],
    ['一百几十人', 100, 'more-than', 'people'],
    ['400支队伍以上', 400, 'at-least', 'teams'],
    ['超过400支队伍', 400, 'more-than', 'teams'],
    ['超过400支以上', 400, ['more-than', 'at-least'], 'teams'],
    ['不到400支', 400, 'less-than', 'teams'],
    ['400支以内', 400, 'at-most', 'teams'],
    ['一年半', 1.5, 'exact', 'years'],
    ['半年', 0.5, 'exact', 'years'],
    ['一个半月', 1.5, 'exact', 'months'],
    ['两天半', 2.5, 'exact', 'days'],
    ['十大', 10, 'exact', 'laboratories'],
    ['四大方面', 4, 'exact', 'mechanisms'],
    ['首届', 1, 'exact'],
    ['一、两天', [1, 2], 'exact', 'days'],
    ['一两天', [1, 2], 'exact', 'days'],
    ['三四十人', [30, 40], 'exact', 'people'],
    ['十五六名', [15, 16], 'exact', 'people'],
    ['1、2天', [1, 2], 'exact', 'days'],
    ['3到5万人', [30_000, 50_000], 'exact', 'people'],
    ['3天到5天', [3, 5], 'exact', 'days'],
    ['约一两天', [1, 2], 'about', 'days'],
    ['2,000多名员工', 2000, 'more-than', 'people'],
    ['全球15所高校', 15, 'exact', 'universities'],
  ])('%s', (text, value, bound, unit) => {
    const reading = readPrinted(text)
    expect(reading).toMatchObject({ value, bounds: [bound].flat() })
    if (unit)
      expect(reading!.units).toContain(unit)
  })

  it.each([
    '若干',
    '许多名',
    '几名',
    '2014年的22名',
    '22名和44名',
    '约400多篇',
    '三周',
    '22头',
    '',
    '第22名',
    '一、三天',
    '员工人数也从2014年的22名增加到2000多名',
  ])('"%s" is not one number of the deck\'s units', text => expect(readPrinted(text)).toBeUndefined())

  it('counts something else with a measure word of something else', () => {
    expect(readPrinted('22名')!.units).toEqual(['people'])
    expect(readPrinted('22篇')!.units).toEqual(['papers'])
    expect(readPrinted('22篇员工')!.units).toEqual([])
  })
})

describe('a date that is printed', () => {
  const yearInDigits = (year: number) => [...String(year)].map(digit => '〇一二三四五六七八九'[Number(digit)]).join('')
  const real = fc.date({ min: new Date('1950-01-01'), max: new Date('2018-12-31'), noInvalidDate: true })
  const days: Record<string, (y: number, m: number, d: number) => string> = {
    '年月日': (y, m, d) => `${y}年${m}月${d}日`,
    'with noughts': (y, m, d) => `${y}年${String(m).padStart(2, '0')}月${String(d).padStart(2, '0')}日`,
    'ISO': (y, m, d) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`,
    'with a time': (y, m, d) => `${y}-${m}-${d} 19:33:43`,
    'slashes': (y, m, d) => `${y}/${m}/${d}`,
    'Chinese': (y, m, d) =>
      `${yearInDigits(y)}年${encodeS(m, { tenMin: true })}月${encodeS(d, { tenMin: true })}日`,
  }

  it('is read to the day, in whichever way it is written', () => {
    fc.assert(
      fc.property(real, fc.constantFrom(...Object.keys(days)), (date, how) => {
        const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]
        expect(readPrintedDate(days[how]!(year, month, day), PUBLISHED)).toEqual({
          value: yearMonthDay(year, month, day),
          precision: 'day',
          bounds: ['exact'],
          isVague: false,
        })
      }),
    )
  })

  it.each([
    ['2014年', 2014, 'year', 'exact'],
    ['2018', 2018, 'year', 'exact'],
    ['CVPR 2018', 2018, 'year', 'exact'],
    ['ECCV2018', 2018, 'year', 'exact'],
    ['92年', 1992, 'year', 'exact'],
    ['去年', 2018, 'year', 'exact'],
    ['约2014年', 2014, 'year', 'about'],
    ['早在1992年', 1992, 'year', 'exact'],
    ['2018年9月', yearMonth(2018, 9), 'month', 'exact'],
    ['2018-09', yearMonth(2018, 9), 'month', 'exact'],
    ['今年1月', 2019, 'month', 'exact'],
    ['2014-2018年', [2014, 2018], 'year', 'exact'],
    ['2018年5月至9月', [yearMonth(2018, 5), yearMonth(2018, 9)], 'month', 'exact'],
    ['去年年中', [yearMonth(2018, 4), yearMonth(2018, 11)], 'mid-year', 'about'],
    ['2018年中', [yearMonth(2018, 4), yearMonth(2018, 11)], 'mid-year', 'about'],
    ['2018年底', [yearMonth(2018, 10), 2019], 'month', 'about'],
  ])('%s', (text, value, precision, bound) =>
    expect(readPrintedDate(text, PUBLISHED)).toMatchObject({ value, precision, bounds: [bound] }))

  it.each(['2018年13月', '2019年6月31日', '20018年', '9月3日', '22名', '2018年9', ''])('"%s" is none', text =>
    expect(readPrintedDate(text, PUBLISHED)).toBeUndefined())
})

it.each(figures.map(figure => [figure.id, figure] as const))('%s is printed so that it can be read', (_, { unit, printed }) => {
  expect(unit === 'date' ? readPrintedDate(printed, PUBLISHED) : readPrinted(printed)).toBeDefined()
})
