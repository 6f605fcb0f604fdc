import type { PaperCount } from '../data'
import type { Actor, Bound, DateFigure, DerivedFigure, Figure, Printable, Quantity, Unit } from '../data/types'
import type { Words } from '../locales/types'
import { aheadOf, compute, headcount, headcountGrowth, headcountNowDate, papers, trainingElsewhereDays } from '../data'
import { fill, formatDate, formatFigure, formatPlace } from './format'
import { spaceChinese, twoLines } from './text'

/** One place on a category axis: what is known there, or that nothing is. */
export interface Mark {
  /** Tick label, one string a line. */
  readonly label: readonly string[]
  /** In the axis's unit, the lower end of a range; `null` where the article reports nothing. */
  readonly value: number | null
  /** Far end of a range, above `value`. */
  readonly upTo?: number
  /** How the number binds, and so how the mark ends. */
  readonly bound: Bound
  /** Whose hues the mark carries; several share it. */
  readonly actors: readonly Actor[]
  /** The figure as text, drawn beside the mark. */
  readonly text: string
  /** What a pointer or the keyboard finds: figure, bound, who claims it, and its place. */
  readonly detail?: readonly string[]
  /** What a screen reader hears when the mark appears: what it is, and how much, with the bound in words. */
  readonly said?: string
  /** Not told yet: not drawn, but its place on both axes is kept. */
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
  /** Bars are cut into cells that one can count; this follows the axis title where a cell stands for more than one unit, `{n}` of them. */
  readonly cell?: string
  /** Steps of the value axis that suit its unit better than decimal ones. */
  readonly steps?: readonly number[]
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

/** What a figure is, and how much, with its bound in words: "Employees at the time of writing: more than 2,000 people". */
export function saidFigure(figure: Printable, words: Words): string {
  return words.figures[figure.id as keyof Words['figures']] + words.punctuation.colon + formatFigure(figure, words, 'phrase')
}

/**
 * A figure as a mark, with its formatted text unless `rest` brings one. A missing or unknown figure keeps its place
 * on the axis, without a value, and says "not reported" there.
 */
export function toMark(figure: Printable | undefined, words: Words, rest: Pick<Mark, 'label' | 'actors'> & Partial<Mark>): Mark {
  if (!figure || figure.value === null || figure.bound === 'unknown')
    return { ...rest, value: null, bound: 'unknown', text: words.labels.notReported }
  const [low, high] = typeof figure.value === 'number' ? [figure.value, undefined] : figure.value
  return {
    text: formatFigure(figure, words),
    detail: describe(figure, words),
    said: saidFigure(figure, words),
    ...rest,
    value: low,
    upTo: high === low ? undefined : high,
    bound: figure.bound,
  }
}

/** A figure of one unit only: a chart has one axis. */
type In<U extends Unit, F = Printable> = F & { readonly unit: U }

/** What a headcount chart needs; a count that is not known is left out. */
export interface HeadcountSet {
  readonly start: { readonly count?: In<'people'>, readonly date: DateFigure }
  readonly now: { readonly count?: In<'people'>, readonly date: DateFigure | DerivedFigure }
  /** The one count over the other. */
  readonly growth?: DerivedFigure
}

const articleHeadcount: HeadcountSet = {
  start: headcount.start,
  now: { ...headcount.now, date: headcountNowDate },
  growth: headcountGrowth,
}

/** So many years between the counts have a place each; of more, all but the first and last share one. */
const MOST_YEARS = 4

/** The year in which a date begins, or its period. */
function yearOf({ value }: Pick<Printable, 'value'>): number {
  return Math.floor(typeof value === 'number' ? value : value?.[0] ?? Number.NaN)
}

/** Labels for the years from `first` to `last`, of which there may be none. */
function yearLabels(first: number, last: number, words: Words): string[] {
  const year = (year: number) => formatDate(year, 'year', words)
  const count = Math.max(0, last - first + 1) || 0
  if (count <= MOST_YEARS)
    return Array.from({ length: count }, (_, index) => year(first + index))
  return [year(first), spaceChinese(fill(words.bounds.dateRange, { low: year(first + 1), high: year(last - 1) })), year(last)]
}

/** Headcount by year: two known ends, and between them the years that the article leaves out. */
export function headcountSeries(words: Words, set: HeadcountSet = articleHeadcount): Series {
  const { labels } = words
  const { start, now, growth } = set
  const gaps = yearLabels(yearOf(start.date) + 1, yearOf(now.date) - 1, words)
  const isCompared = start.count && now.count && growth && growth.value !== null
  return {
    intl: words.intl,
    axisTitle: labels.people,
    gap: { headline: isCompared ? formatFigure(growth, words) : undefined, note: labels.notReported },
    marks: [
      toMark(start.count, words, { label: [formatFigure(start.date, words)], actors: ['company'] }),
      ...gaps.map(label => toMark(undefined, words, { label: [label], actors: ['company'] })),
      toMark(now.count, words, { label: twoLines(formatFigure(now.date, words)), actors: ['company'] }),
    ],
  }
}

/** "a, b or c" in the language of the words. */
function listed(names: string[], { intl }: Words): string {
  return spaceChinese(new Intl.ListFormat(intl.locale, { type: intl.list }).format(names))
}

/** What a paper chart needs; the list of conferences may be empty. */
export interface PaperSet {
  readonly total: PaperCount & { readonly count: In<'papers', Quantity> }
  readonly conferences: readonly (PaperCount & { readonly count: In<'papers', Quantity> })[]
}

/** A place for words. */
const SPACE: Mark = { label: [''], value: null, bound: 'unknown', actors: [], text: '' }

/** The team's total, then, clearly apart, each conference: nothing says that the total contains these. */
export function paperSeries(words: Words, set: PaperSet = papers): Series {
  const { labels } = words
  const name = (id: string, year?: Figure) =>
    year ? fill(labels.conferenceOf, { name: id.toUpperCase(), year: formatFigure(year, words) }) : id
  const companies = listed(aheadOf.companies.map(company => words.organisations[company]), words)
  return {
    intl: words.intl,
    axisTitle: labels.papers,
    gap: { note: labels.papersApart },
    marks: [
      toMark(set.total.count, words, {
        label: [labels.papersAllVenues, labels.papersTeam],
        actors: set.total.creditedTo,
      }),
      ...set.conferences.length > 0 ? [SPACE] : [],
      ...set.conferences.map(({ id, count, year, creditedTo }) =>
        toMark(count, words, {
          label: [name(id, year), labels.papersJoint],
          actors: creditedTo,
          note: id === aheadOf.conference ? fill(labels.papersAhead, { names: companies }) : undefined,
        })),
    ],
  }
}

/** What a chart of training times needs: the supposed time also in days, which is what the axis counts. */
export interface TrainingSet {
  readonly elsewhere: Printable
  readonly elsewhereDays: In<'days'>
  readonly here: In<'days'>
}

const articleTraining: TrainingSet = {
  elsewhere: compute.training.elsewhere,
  elsewhereDays: trainingElsewhereDays,
  here: compute.training.here,
}

/** Days fall into weeks. */
const DAY_STEPS = [1, 2, 7, 14]

/** Days of training: what others "may need", and what it takes here. */
export function trainingSeries(words: Words, set: TrainingSet = articleTraining): Series {
  const { labels, punctuation, units } = words
  const { measure = '', other } = units.days
  return {
    intl: words.intl,
    axisTitle: labels.days,
    cell: `${punctuation.open}${fill(labels.cell, { unit: measure + other })}${punctuation.close}`,
    steps: DAY_STEPS,
    marks: [
      toMark(set.elsewhereDays, words, {
        label: [labels.trainingElsewhere],
        text: formatFigure(set.elsewhere, words, 'phrase'),
        detail: describe(set.elsewhere, words),
        said: saidFigure(set.elsewhere, words),
        actors: [],
        hypothetical: true,
      }),
      toMark(set.here, words, {
        label: [labels.trainingHere],
        text: formatFigure(set.here, words, 'unit'),
        actors: ['company'],
      }),
    ],
  }
}

/** The series as told so far: marks after the `last` keep their place and wait; what spans them is not there yet. */
export function upTo(series: Series, last: number): Series {
  return {
    ...series,
    gap: undefined,
    marks: series.marks.map((mark, index): Mark => index <= last ? mark : { ...mark, waiting: true }),
  }
}

/** The rows of a chart's data table: what, and how much. */
export function seriesRows(series: Series, { punctuation }: Pick<Words, 'punctuation'>): string[][] {
  return series.marks
    .filter(mark => mark.label.join('') && !mark.waiting)
    .map(mark => [spaceChinese(mark.label.join(punctuation.space)), [mark.text, mark.note].filter(Boolean).join(punctuation.semicolon)])
}
