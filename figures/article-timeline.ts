import type { TimelineEvent } from '../data'
import type { Words } from '../locales/types'
import type { TimelineLayout } from './timeline-layout'
import { beijingFund, publishedOn, timeline } from '../data'
import { formatFigure } from './format'
import { extentOf } from './time-scale'
import { timelineLayout } from './timeline-layout'

/** The article's dated events, from the first to the day of publication; from the first dated fund on they crowd. */
export function articleTimeline(words: Words): TimelineLayout {
  const events = (timeline as readonly TimelineEvent[]).map(({ id, date, actors }) => ({
    id,
    actors,
    extent: extentOf(date),
    precision: date.precision,
    date: formatFigure(date, words),
    name: words.events[id as keyof typeof words.events],
  }))
  const first = Math.min(...events.map(({ extent }) => extent[0]))
  return timelineLayout(events, { first, last: extentOf(publishedOn)[0], split: extentOf(beijingFund)[0] })
}
