import type { OtherFigure, OtherSource } from '../data/other-types'
import type { OtherWords } from '../locales/other-types'
import type { Words } from '../locales/types'
import type { Row } from './data-row'
import { toDate } from '../data/dates'
import { checkedClaims, otherRecords, otherSources } from '../data/others'
import { formatOther, formatTime } from './other-format'

const LENGTHS = { day: 10, month: 7, year: 4 }

/** A time as ISO 8601 writes it; what has no beginning is an interval that is open there. */
function isoTime({ from, to, precision }: { from: number | null, to: number, precision: keyof typeof LENGTHS }): string {
  const iso = (year: number) => toDate(year).toISOString().slice(0, LENGTHS[precision])
  return from === null ? `../${iso(to)}` : iso(from)
}

/** Who says figures, given by their ids: their sources, once each. */
export function sourcesOf(ids: readonly string[]): string[] {
  const figures: readonly OtherFigure[] = otherRecords
  return [...new Set(figures.filter(({ id }) => ids.includes(id)).flatMap(({ sources }) => sources))]
}

/** How sources are called in a few letters. */
export function namesOf(sources: readonly string[], others: OtherWords, separator: string): string {
  return sources.map(source => others.sources[source as keyof OtherWords['sources']].short).join(separator)
}

/** Between names in a cell. */
const BETWEEN = '; '

/** Numbers and dates of the other sources, each with the source that says it. */
export function otherFigureRows(words: Words, others: OtherWords): Row[] {
  return (otherRecords as readonly OtherFigure[]).map((figure) => {
    const { id, amount, bound, unit, precision, time, base, sources } = figure
    const isDate = unit === 'date'
    return {
      id,
      what: others.figures[id as keyof OtherWords['figures']],
      value: isDate ? null : amount,
      bound,
      unit,
      date: isDate ? isoTime({ from: amount, to: amount, precision: precision ?? 'year' }) : time ? isoTime(time) : null,
      precision: precision ?? time?.precision ?? null,
      formatted: formatOther(figure, words, others, 'phrase'),
      base: base === undefined ? null : others.bases[base] ?? base,
      source: namesOf(sources, others, BETWEEN),
    }
  })
}

/** Who else was read. */
export function otherSourceRows(words: Words, others: OtherWords): Row[] {
  return (otherSources as readonly OtherSource[]).map(({ id, who, title, date, address, read }) => ({
    id,
    what: title,
    who: who ?? others.sources[id as keyof OtherWords['sources']].who,
    date: date ? isoTime(date) : null,
    formatted: date ? formatTime(date, words, others) : null,
    address,
    read: others.readings[read],
  }))
}

/** Claims of the article beside what others say. */
export function checkedClaimRows(others: OtherWords): Row[] {
  return checkedClaims.map(({ id, others: ids, verdict }) => ({
    id,
    what: others.claims[id].claim,
    formatted: others.claims[id].article,
    others: others.claims[id].others,
    verdict: others.verdicts[verdict],
    source: namesOf(sourcesOf(ids), others, BETWEEN) || null,
  }))
}
