import type { Figure } from '../../data'
import nzh from 'nzh'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { figuresByFile } from '../../data'
import { toDate, yearMonth, yearMonthDay } from '../../data/dates'
import { inParts } from '../parts'
import { copyWith } from './changed-data'

/** The deck after a figure was edited: its modules loaded anew, with another record in the place of one. */
async function edited(file: string, figure: Figure, change: Partial<Figure>) {
  vi.resetModules()
  const path = `../../${file.replace(/\.ts$/, '')}`
  vi.doMock(path, async (importOriginal) => {
    const exports = await importOriginal<Record<string, unknown>>()
    const record = Object.values(exports).find(value => (value as Figure).id === figure.id)
    return copyWith({ ...exports }, record, { ...figure, ...change }) as Record<string, unknown>
  })
  // One after the other: of imports at once, Vitest 4.1 now and then gives one the record as it was.
  const data = await import('../../data')
  const { dataProblems } = await import('../../checks/validate-data')
  const { textFiles } = await import('../../figures/data-files')
  const { formatFigure } = await import('../../figures/format')
  const { editions } = await import('../../locales/editions')
  const { wordsOf } = await import('../../locales/records')
  return { problems: dataProblems(), data, textFiles, formatFigure, editions, wordsOf }
}

const NUMERAL = /[\d.〇零一二两三四五六七八九十百千万亿]+/
function written(value: number, like: string) {
  return /\d/.test(like) || !Number.isInteger(value) ? String(value) : nzh.cn.encodeS(value, { tenMin: true })
}

/** The same words with another number: "2000多名" is "2600多名". */
const reprinted = ({ printed }: Figure, value: number) => printed.replace(NUMERAL, numeral => written(value, numeral))

/** Other numbers than that of a figure, as its editor might have to enter them. */
function otherNumbers(figure: Figure): Partial<Figure>[] {
  const { value, unit, printed } = figure
  if (typeof value !== 'number') {
    return /[一两]、/.test(printed)
      ? [
          { value: [2, 3], printed: '两、三天' },
          { value: [10, 14], printed: '10到14天' },
        ]
      : []
  }
  if (unit !== 'date')
    return [value + 1, value * 3 + 7, 1_000_000].map(other => ({ value: other, printed: reprinted(figure, other) }))
  const date = toDate(value)
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]
  switch (figure.precision) {
    case 'year':
      return [-1, 1].map(by => ({ value: year + by, printed: printed.replace(String(year), String(year + by)) }))
    case 'month':
      return [1, 12]
        .filter(other => other !== month)
        .map(other => ({ value: yearMonth(year, other), printed: `${year}年${other}月` }))
    case 'day':
      return [day - 1, day + 1]
        .filter(other => other <= 31)
        .map(other => ({ value: yearMonthDay(year, month, other), printed: `${year}-${month}-${other}` }))
    default:
      return []
  }
}

const changes = Object.entries(figuresByFile).flatMap(([file, figures]) =>
  (figures as readonly Figure[]).flatMap(figure =>
    otherNumbers(figure).map(change => ({ file, figure, change, name: `${figure.id}: ${change.printed}` })),
  ),
)

const answers: string[] = []

afterEach(() => {
  Object.keys(figuresByFile).forEach(file => vi.doUnmock(`../../${file.replace(/\.ts$/, '')}`))
  vi.resetModules()
})

describe('another number', () => {
  // Of each figure one at each test.
  const parts = inParts(changes, ({ figure }, index) => figure !== changes[index - 1]?.figure)
  describe.each(parts)('$when', ({ some, options }) => it.each(some)('$name', options, async ({ file, figure, change }) => {
    const { problems, data, textFiles, formatFigure, editions, wordsOf } = await edited(file, figure, change)
    answers.push(problems.length > 0 ? 'refused' : 'taken')
    // Refused in a sentence, or shown everywhere.
    for (const problem of problems) {
      expect(problem).toMatchObject({
        file: expect.stringMatching(/^(?:data|locales)\//),
        subject: expect.any(String),
        expected: expect.stringMatching(/^expected /),
      })
    }
    if (problems.length > 0)
      return
    const shown = { ...figure, ...change } as Figure
    expect(data.printables.get(figure.id)).toEqual(shown)
    for (const edition of editions) {
      const words = wordsOf(edition)
      expect(JSON.stringify(words)).not.toMatch(/NaN|undefined|\[\[|Infinity/)
      const rows = JSON.parse(textFiles(words).find(({ name }) => name === 'all-figures.json')!.content).rows as {
        id: string
        formatted: string
        printed: string
      }[]
      expect(rows.find(({ id }) => id === figure.id)).toMatchObject({
        formatted: formatFigure(shown, words, 'unit'),
        printed: change.printed,
      })
      for (const { content } of textFiles(words)) expect(content).not.toMatch(/NaN|undefined|Infinity/)
    }
  }))

  afterAll(() => {
    // Were most of them refused, little would be shown by this.
    expect(answers.filter(answer => answer === 'taken').length).toBeGreaterThan(answers.length / 4)
  })
})
