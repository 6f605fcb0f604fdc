import type { Printable } from '../../data'
import { describe, expect, it } from 'vitest'
import { printables } from '../../data'
import { toDate, yearMonth, yearMonthDay } from '../../data/dates'
import { formatFigure } from '../../lib/format'
import { replaceTokens, tokenIds } from '../../lib/tokens'
import { words } from '../../locales'

const quantity = (rest: Partial<Printable>): Printable => ({ id: 'x', value: 1, bound: 'exact', unit: 'days', from: [], ...rest } as Printable)
const print = (id: string, style?: Parameters<typeof formatFigure>[2]) => formatFigure(printables.get(id)!, words, style)

describe('formatFigure', () => {
  it.each([
    ['headcount-now', undefined, '2,000+'],
    ['headcount-now', 'unit', '2,000+ people'],
    ['headcount-now', 'phrase', 'more than 2,000 people'],
    ['headcount-now', 'printed', '2000多名'],
    ['headcount-start', 'unit', '22 people'],
    ['training-here', undefined, '1–2'],
    ['training-here', 'phrase', 'one to two days'],
    ['training-elsewhere', 'phrase', 'more than one month'],
    ['first-office', 'unit', '1 office'],
    ['named-cities', 'words', 'at least nine'],
    ['headcount-growth', undefined, '× 90 or more'],
    ['doctoral-share', undefined, 'not known'],
    ['lab-founded', undefined, '2001'],
    ['beijing-station', undefined, 'September 2018'],
    ['textbook-received', undefined, 'mid-2018'],
    ['published-on', undefined, '28 January 2019'],
    ['headcount-now-date', undefined, 'January 2018 to January 2019'],
  ] as const)('prints %s (%s) as "%s"', (id, style, expected) => expect(print(id, style)).toBe(expected))

  it.each([
    [{ bound: 'about', value: 5 }, 'about 5'],
    [{ bound: 'at-most', value: 12000 }, 'at most 12,000'],
    [{ bound: 'unknown', value: 5 }, 'not known'],
    [{ value: 1.25 }, '1.3'],
  ] as const)('prints %j as "%s"', (figure, expected) => expect(formatFigure(quantity(figure), words)).toBe(expected))

  it('says singular and plural', () => {
    expect(formatFigure(quantity({ value: 1 }), words, 'unit')).toBe('1 day')
    expect(formatFigure(quantity({ value: 2 }), words, 'unit')).toBe('2 days')
  })

  it('has no printed form for what the article does not print', () => {
    expect(() => print('headcount-growth', 'printed')).toThrow(RangeError)
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

  it('has no value for a day or month that does not exist', () => {
    expect(yearMonthDay(2019, 2, 29)).toBeNaN()
    expect(yearMonth(2018, 13)).toBeNaN()
  })
})

describe('tokens', () => {
  it('are replaced wherever they stand, as often as they stand', () => {
    expect(replaceTokens('[[headcount-start]] → [[headcount-now]], [[headcount-start]]', words)).toBe('22 → 2,000+, 22')
  })

  it('start a sentence with a capital', () => {
    expect(replaceTokens('[[first-office:Words]] office in [[named-cities:words]] cities', words)).toBe('One office in at least nine cities')
  })

  it('are listed once each', () => {
    expect(tokenIds('[[a]] [[b:words]] [[a]]')).toEqual(['a', 'b'])
  })

  it('that do not exist are named', () => {
    expect(() => replaceTokens('[[headcout-now]]', words)).toThrow('no figure has the id "headcout-now"')
    expect(() => replaceTokens('[[headcount-now:loud]]', words)).toThrow('no style is called "loud"')
  })

  it('leave other double brackets in code alone only when they name nothing', () => {
    expect(replaceTokens('no tokens [here]', words)).toBe('no tokens [here]')
  })
})
