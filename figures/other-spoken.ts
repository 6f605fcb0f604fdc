import type { SpokenLine } from '../addon/deck'
import type { OtherFigure } from '../data/other-types'
import type { OtherWords } from '../locales/other-types'
import type { Words } from '../locales/types'
import { headcountNow, headcountNowDate, headcountStart, headcountYear } from '../data'
import { besideHeadcounts, doctorShares, faceRecords, foundingRecords, laterHeadcounts, modelCounts, modelShares } from '../data/others'
import { formatFigure } from './format'
import { formatOther } from './other-format'

/** What the charts of the other sources say to those who do not see them: a line for each mark, with who says it. */

const stop = ({ punctuation }: Words) => punctuation.period.trim()

/** What it is, how much, when, and of what: "GaussianFace on LFW: 98.52%, 15 April 2014 (pairs of faces …)." */
function otherLine(figure: OtherFigure, words: Words, others: OtherWords): SpokenLine {
  const { punctuation } = words
  const name = others.figures[figure.id as keyof OtherWords['figures']]
  const time = formatOther(figure, words, others, 'time')
  const base = figure.base && others.bases[figure.base]
  return {
    text: name + punctuation.colon + formatOther(figure, words, others, 'phrase') + (time && punctuation.clause + time)
      + (base ? punctuation.open + base + punctuation.close : '') + stop(words),
  }
}

const speaks = (who: string, words: Words): SpokenLine => ({ text: who + words.punctuation.colon.trim() })

export function faceLines(words: Words, others: OtherWords): SpokenLine[] {
  return [
    ...[...faceRecords, foundingRecords[0]].map(figure => otherLine(figure, words, others)),
    { text: others.labels.articleFaces + stop(words) },
  ]
}

export function headcountLines(words: Words, others: OtherWords): SpokenLine[] {
  const own = ([[headcountStart, headcountYear], [headcountNow, headcountNowDate]] as const).map(([count, date]): SpokenLine => ({
    text: formatFigure(date, words) + words.punctuation.colon + formatFigure(count, words, 'phrase') + stop(words),
  }))
  return [
    speaks(others.article, words),
    ...own,
    speaks(others.speaker, words),
    ...laterHeadcounts.map(figure => otherLine(figure, words, others)),
    ...besideHeadcounts.map(figure => otherLine(figure, words, others)),
  ]
}

export function beyondLines(words: Words, others: OtherWords): SpokenLine[] {
  return [
    ...[...doctorShares, ...modelShares, ...modelCounts].map(figure => otherLine(figure, words, others)),
    { text: others.labels.mostCited },
  ]
}
