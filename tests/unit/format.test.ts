import type { Printable } from '../../data'
import type { FigureStyle } from '../../figures/format'
import { describe, expect, it } from 'vitest'
import { monthsBetween, toDate, yearMonth, yearMonthDay } from '../../data/dates'
import { formatFigure } from '../../figures/format'
import { replaceTokens, tokenIds } from '../../figures/tokens'
import { words } from '../../locales'
import { made, madeUp } from './made-figures'

function quantity(rest: Partial<Printable>): Printable {
  return ({ id: 'x', value: 1, bound: 'exact', unit: 'days', from: [], ...rest }) as Printable
}
const known: ReadonlyMap<string, Printable> = new Map(Object.values({ ...made, ...madeUp }).map(figure => [figure.id, figure]))

describe('formatFigure', () => {
  it.each<[figure: Printable, style: FigureStyle | undefined, text: string]>([
    [made.floor, undefined, '2,000+'],
    [made.floor, 'unit', '2,000+ people'],
    [made.floor, 'phrase', 'more than 2,000 people'],
    [made.floor, 'printed', '2000多名'],
    [made.exact, 'unit', '22 people'],
    [made.range, undefined, '1–2'],
    [made.range, 'phrase', 'one to two days'],
    [made.month, 'phrase', 'more than one month'],
    [made.one, 'unit', '1 office'],
    [madeUp.counted, 'words', 'at least nine'],
    [madeUp.times, undefined, '× 90 or more'],
    [{ ...madeUp.times, bound: 'more-than' }, undefined, 'over 90-fold'],
    [madeUp.share, undefined, 'not known'],
    [made.year, undefined, '2001'],
    [made.yearAndMonth, undefined, 'September 2018'],
    [made.midYear, undefined, 'mid-2018'],
    [made.day, undefined, '28 January 2019'],
    [madeUp.period, undefined, 'January 2018 to January 2019'],
  ])('prints $0.id ($1) as "$2"', (figure, style, expected) => expect(formatFigure(figure, words, style)).toBe(expected))

  it.each([
    [{ bound: 'about', value: 5 }, 'about 5'],
    [{ bound: 'at-most', value: 12000 }, 'at most 12,000'],
    [{ bound: 'less-than', value: 12000 }, 'less than 12,000'],
    [{ bound: 'unknown', value: 5 }, 'not known'],
    [{ value: 1.25 }, '1.3'],
  ] as const)('prints %j as "%s"', (figure, expected) => expect(formatFigure(quantity(figure), words)).toBe(expected))

  it('says singular and plural', () => {
    expect(formatFigure(quantity({ value: 1 }), words, 'unit')).toBe('1 day')
    expect(formatFigure(quantity({ value: 2 }), words, 'unit')).toBe('2 days')
  })

  it('has no printed form for what the article does not print', () => {
    expect(() => formatFigure(madeUp.times, words, 'printed')).toThrow(RangeError)
  })
})

describe('decimal years', () => {
  it.each([1, 2, 5, 9, 12])('keeps month %d', (month) => {
    expect(toDate(yearMonth(2018, month)).getUTCMonth()).toBe(month - 1)
    expect(toDate(yearMonth(2018, month)).getUTCFullYear()).toBe(2018)
  })

  it('keeps every day of a leap year', () => {
    for (let day = 1; day <= 29; day++)
      expect(toDate(yearMonthDay(2020, 2, day)).toISOString()).toContain(`2020-02-${String(day).padStart(2, '0')}`)
  })

  type Day = [year: number, month: number, day: number]
  it.each<[what: string, from: Day, to: Day, months: number]>([
    ['the same day two months later', [2018, 11, 15], [2019, 1, 15], 2],
    ['a later day', [2018, 11, 1], [2019, 1, 28], 2],
    ['a day before two months are full', [2018, 11, 28], [2019, 1, 1], 1],
    ['an earlier day', [2019, 1, 28], [2018, 11, 1], -2],
  ])('counts full months only: %s', (_, from, to, months) => {
    expect(monthsBetween(yearMonthDay(...from), yearMonthDay(...to))).toBe(months)
  })

  it('has no value for a day or month that does not exist', () => {
    expect(yearMonthDay(2019, 2, 29)).toBeNaN()
    expect(yearMonth(2018, 13)).toBeNaN()
  })
})

describe('tokens', () => {
  it('are replaced wherever they stand, as often as they stand', () => {
    expect(replaceTokens('[[made-exact]] → [[made-floor]], [[made-exact]]', words, known)).toBe('22 → 2,000+, 22')
  })

  it('start a sentence with a capital', () => {
    expect(replaceTokens('[[made-one:Words]] office in [[made-counted:words]] cities', words, known)).toBe(
      'One office in at least nine cities',
    )
  })

  it('are listed once each', () => {
    expect(tokenIds('[[a]] [[b:words]] [[a]]')).toEqual(['a', 'b'])
  })

  it('that do not exist are named', () => {
    expect(() => replaceTokens('[[made-flor]]', words, known)).toThrow('no figure has the id "made-flor"')
    expect(() => replaceTokens('[[made-floor:loud]]', words, known)).toThrow('no style is called "loud"')
  })

  it('leave other double brackets in code alone only when they name nothing', () => {
    expect(replaceTokens('no tokens [here]', words)).toBe('no tokens [here]')
  })
})
