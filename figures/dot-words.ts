import type { Printable, Unit } from '../data/types'
import type { Words } from '../locales/types'
import type { DotCount, DotGrid } from './dot-field'
import { sideOf } from '../data/bounds'
import { hasCutDot } from './dot-field'
import { fill, formatFigure } from './format'
import { spaceChinese } from './text'

/** What one dot stands for, and what cut and hollow ones are, where there are any: "One dot stands for 10 people". */
export function dotLegend(grid: DotGrid, counts: readonly DotCount[], unit: Exclude<Unit, 'date' | 'times'>, words: Words): string {
  const { labels, punctuation } = words
  const figure = formatFigure({ id: 'dot', value: grid.unit, bound: 'exact', unit, from: [] }, words, 'unit')
  const one = spaceChinese(fill(labels.dotUnit, { figure }))
  return [
    one,
    ...counts.some(count => hasCutDot(count, grid)) ? [labels.dotCut] : [],
    ...counts.some(({ sure, possible }) => sure < possible) ? [labels.dotHollow] : [],
  ].join(punctuation.semicolon)
}

/** How the edge of a field is meant; nothing for what is as stated. */
export function edgesOf({ bound }: Pick<Printable, 'bound'>, { labels }: Pick<Words, 'labels'>): string[] {
  const side = sideOf(bound)
  return side === 'exact' || side === 'unknown' ? [] : [labels.edges[side]]
}

/** How the edge of a field is meant, to follow the count: that it is a floor, a ceiling or approximate; nothing for what is as stated. */
export function edgeWords(figure: Pick<Printable, 'bound'>, words: Words): string {
  return edgesOf(figure, words).map(edge => words.punctuation.colon + edge).join('')
}
