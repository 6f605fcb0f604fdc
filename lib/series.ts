import type { PaperCount } from '../data'
import type { Actor, DateFigure, Figure, Printable, Quantity } from '../data/types'
import type { Words } from '../locales/types'
import { aheadOf, compute, headcount, headcountGrowth, headcountNowDate, papers, trainingElsewhereDays } from '../data'
import { fill, formatDate, formatFigure, formatPlace } from './format'
import { spaceChinese, twoLines } from './text'

/** How sure the far end of a mark is. */
export type End = 'closed' | 'open'

/** One place on a category axis: what is known there, or that nothing is. */
export interface Mark {
  /** Tick label, one string a line. */
  readonly label: readonly string[]
  /** What is certain, in the axis's unit; `null` where the article reports nothing. */
  readonly value: number | null
  /** Far end of a range, from `value` upwards. */
  readonly upTo?: number
  /** `open` for a floor: the mark fades out beyond its value. */
  readonly end: End
  /** Whose hues the mark carries; two share it. */
  readonly actors: readonly Actor[]
  /** The figure as text, drawn beside the mark. */
  readonly text: string
  /** What a pointer or the keyboard finds: figure, bound, who claims it, and its place. */
  readonly detail?: readonly string[]
  /** Not told yet: neither known nor missing. */
  readonly waiting?: boolean
  /** A remark beside the figure. */
  readonly note?: string
  /** A comparison that the article only supposes is drawn dashed. */
  readonly hypothetical?: boolean
}

/** Everything that a chart shows, before any drawing. */
export interface Series {
  /** How numbers on the axis are printed. */
  readonly intl: Words['intl']
  readonly marks: readonly Mark[]
  /** Bars are cut into cells of so many units, where counting helps. */
  readonly cell?: number
  /** Axis title: what is counted, in which unit. */
  readonly axisTitle: string
  /** Written across the places where nothing is reported: a large line and a small one. */
  readonly gap?: { readonly headline?: string, readonly note: string }
}

/** A figure in lines: what it is, its value, how it binds and who claims it, and where it stands. */
function describe(figure: Printable, words: Words): string[] {
  const name = words.figures[figure.id as keyof Words['figures']]
  const { open, close } = words.punctuation
  const value = `${formatFigure(figure, words, 'unit')}${open}${words.boundNames[figure.bound]}${close}`
  return 'printed' in figure
    ? [name, value, words.claimants[figure.claimedBy], formatPlace(figure, words)]
    : [name, value]
}

/**
 * A figure as a mark, with its formatted text unless `rest` brings one. A missing or unknown figure keeps its place
 * on the axis, without a value, and says "not reported" there.
 */
export function toMark(figure: Printable | undefined, words: Words, rest: Pick<Mark, 'label' | 'actors'> & Partial<Mark>): Mark {
  if (!figure || figure.value === null || figure.bound === 'unknown')
    return { ...rest, value: null, end: 'closed', text: words.labels.notReported }
  const [low, high] = typeof figure.value === 'number' ? [figure.value, undefined] : figure.value
  return {
    text: formatFigure(figure, words),
    detail: describe(figure, words),
    ...rest,
    value: low,
    upTo: high,
    end: figure.bound === 'at-least' ? 'open' : 'closed',
  }
}

/** What a headcount chart needs; a count that is not known is left out. */
export interface HeadcountSet {
  readonly start: { readonly count?: Quantity, readonly date: DateFigure }
  readonly now: { readonly count?: Quantity }
}

/** Headcount by year: two known ends, and a place for every year between them that the article leaves out. */
export function headcountSeries(words: Words, set: HeadcountSet = headcount): Series {
  const { labels } = words
  const { start, now } = set
  const first = Math.floor(typeof start.date.value === 'number' ? start.date.value : start.date.value[0])
  const between = Math.max(0, Math.floor(headcountNowDate.value[0]) - first - 1)
  const gaps = Array.from({ length: between }, (_, index) =>
    toMark(undefined, words, { label: [formatDate(first + 1 + index, 'year', words)], actors: ['company'] }))
  return {
    intl: words.intl,
    axisTitle: labels.people,
    gap: { headline: start.count && now.count && formatFigure(headcountGrowth, words), note: labels.notReported },
    marks: [
      toMark(start.count, words, { label: [formatFigure(start.date, words)], actors: ['company'] }),
      ...gaps,
      toMark(now.count, words, { label: twoLines(formatFigure(headcountNowDate, words)), actors: ['company'] }),
    ],
  }
}

/** "a, b or c" in the language of the words. */
function listed(names: string[], { intl }: Words): string {
  return spaceChinese(new Intl.ListFormat(intl.locale, { type: intl.list }).format(names))
}

/** What a paper chart needs; the list of conferences may be empty. */
export interface PaperSet {
  readonly total: PaperCount
  readonly conferences: readonly PaperCount[]
}

/** The team's total, then, clearly apart, each conference: nothing says that the total contains these. */
export function paperSeries(words: Words, set: PaperSet = papers): Series {
  const { labels } = words
  const name = (id: string, year?: Figure) => year ? fill(labels.conferenceOf, { name: id.toUpperCase(), year: formatFigure(year, words) }) : id
  return {
    intl: words.intl,
    axisTitle: labels.papers,
    gap: { note: labels.papersApart },
    marks: [
      toMark(set.total.count, words, {
        label: [labels.papersAllVenues, labels.papersTeam],
        actors: set.total.creditedTo,
      }),
      { label: [''], value: null, end: 'closed', actors: [], text: '' },
      ...set.conferences.map(({ id, count, year, creditedTo }) =>
        toMark(count, words, {
          label: [name(id, year), labels.papersJoint],
          actors: creditedTo,
          note: id === aheadOf.conference ? labels.papersAhead.replace('{names}', listed(aheadOf.companies.map(company => words.organisations[company]), words)) : undefined,
        })),
    ],
  }
}

/** Days of training: a floor that others "may need", and a range. */
export function trainingSeries(words: Words): Series {
  const { labels } = words
  return {
    intl: words.intl,
    axisTitle: labels.days,
    cell: 1,
    marks: [
      toMark(trainingElsewhereDays, words, {
        label: [labels.trainingElsewhere],
        text: formatFigure(compute.training.elsewhere, words, 'phrase'),
        detail: describe(compute.training.elsewhere, words),
        actors: [],
        hypothetical: true,
      }),
      toMark(compute.training.here, words, {
        label: [labels.trainingHere],
        text: formatFigure(compute.training.here, words, 'unit'),
        actors: ['company'],
      }),
    ],
  }
}

/** The series as told so far: marks after the `last` keep their place and wait, and so does what spans them. */
export function upTo(series: Series, last: number): Series {
  return {
    ...series,
    gap: undefined,
    marks: series.marks.map((mark, index): Mark => index <= last ? mark : { ...mark, value: null, waiting: true }),
  }
}

/** The rows of a chart's data table: what, and how much. */
export function seriesRows(series: Series, { punctuation }: Pick<Words, 'punctuation'>): string[][] {
  return series.marks
    .filter(mark => mark.label.join('') && !mark.waiting)
    .map(mark => [spaceChinese(mark.label.join(punctuation.space)), [mark.text, mark.note].filter(Boolean).join(punctuation.semicolon)])
}
