import type { Printable, Unit } from '../data/types'
import type { Words } from '../locales/types'
import type { DotCount, DotGrid } from './dot-field'
import { hasCutDot } from './dot-field'
import { fill, formatFigure } from './format'
import { spaceChinese } from './text'

/** What one dot stands for, and, where one is cut, that it stands for less: "One dot stands for 10 people". */
export function dotLegend(grid: DotGrid, counts: readonly DotCount[], unit: Exclude<Unit, 'date' | 'times'>, words: Words): string {
  const { labels, punctuation } = words
  const figure = formatFigure({ id: 'dot', value: grid.unit, bound: 'exact', unit, from: [] }, words, 'unit')
  const one = spaceChinese(fill(labels.dotUnit, { figure }))
  return counts.some(count => hasCutDot(count, grid)) ? one + punctuation.semicolon + labels.dotCut : one
}

/** How the edge of a field is meant, to follow the count: that it is a floor, a ceiling, a range or approximate; nothing for an exact count. */
export function edgeWords({ value, bound }: Pick<Printable, 'value' | 'bound'>, { labels, punctuation }: Words): string {
  const kind = bound === 'exact' && typeof value !== 'number' ? 'range' : bound
  return kind === 'exact' || kind === 'unknown' ? '' : punctuation.colon + labels.edges[kind]
}
