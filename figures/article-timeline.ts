import type { TimelineEvent } from '../data'
import type { Words } from '../locales/types'
import type { Standing, TimelineLayout } from './timeline-layout'
import { beijingFund, publishedOn, timeline } from '../data'
import { formatFigure } from './format'
import { extentOf } from './time-scale'
import { INDUSTRIAL, timelineLayout } from './timeline-layout'

/** Placed by hand, so that labels stand where the eye looks for them. */
const BY_HAND: Readonly<Record<string, Standing | undefined>> = {
  'competition': { y: 242, labelY: 248, label: 'before' },
  'global-alliance': { y: 280, labelY: 286, label: 'before' },
  'beijing-fund': { y: INDUSTRIAL, labelY: 374, label: 'start' },
  'textbook': { y: 354, labelY: 360, label: 'before' },
  'young-fund': { y: INDUSTRIAL, labelY: 394, label: 'end' },
  'beijing-station': { y: INDUSTRIAL, labelY: 446, label: 'middle' },
  'shenzhen-base': { y: INDUSTRIAL, labelY: 394, label: 'edge' },
}

/** The article's dated events, from the first to the day of publication; what follows the first dated fund is magnified. */
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
  return timelineLayout(events, { first, last: extentOf(publishedOn)[0], split: extentOf(beijingFund)[0] }, BY_HAND)
}
