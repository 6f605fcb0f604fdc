import type { FirstTalkWords } from '../locales/first-keys'
import type { SlidePosition } from './slide-position'
import type { ExhibitWords } from './spoken-line'
import { fill } from './fill'
import { newTexts, shownTexts, textsOfClicks } from './shown-text'

/** A slide before a step. */
export interface BeforeStep extends SlidePosition {
  readonly texts: ReturnType<typeof shownTexts>
  readonly html: string
}

type Exhibits = ReadonlyMap<string, ExhibitWords>
const slideOf = (page: number) => document.querySelector(`#slideshow > [data-slidev-no="${page}"]`)
/** Exhibits that say themselves what their clicks show. */
function isTold(exhibits: Exhibits) {
  return (element: Element) =>
    exhibits.get(element.closest<HTMLElement>('[data-exhibit]')?.dataset.exhibit ?? '')?.steps !== undefined
}

/** Looks at a slide before a step changes it. */
export function lookBefore(at: SlidePosition, exhibits: Exhibits): BeforeStep {
  const slide = slideOf(at.no)
  return { ...at, texts: shownTexts(slide, isTold(exhibits)), html: slide?.innerHTML ?? '' }
}

/**
 * What a step, or several, have shown on a slide, or taken back from it; empty where nothing changes. Of a slide at which nobody has looked
 * before, only the position is known.
 */
export function stepWords(
  before: BeforeStep | SlidePosition,
  { to, total }: { readonly to: number, readonly total: number },
  exhibits: Exhibits,
  { labels, stage }: Pick<FirstTalkWords, 'labels' | 'stage'>,
): string {
  const { no, clicks: from } = before
  const [first, last] = [Math.min(from, to), Math.max(from, to)]
  const told = Array.from(exhibits.values(), ({ steps = [] }) => steps.slice(first, last)).flat().filter(Boolean)
  const slide = slideOf(no)
  const now = shownTexts(slide, isTold(exhibits))
  const [one, other] = 'texts' in before ? [before.texts, now] : [new Map<Text, string>(), textsOfClicks(now, first, last)]
  const what = [...told, ...to > from ? newTexts(one, other) : newTexts(other, one)]
    .map(text => /[\p{P}\p{S}]$/u.test(text) ? text : text + labels.stop.trim())
    .join(/\s$/.test(labels.stop) ? ' ' : '')
  if (what)
    return to > from ? what : fill(stage.stepBack, { what })
  // Something without words, such as a drawing that says nothing of itself.
  return 'html' in before && slide?.innerHTML === before.html ? '' : fill(stage.stepShown, { n: to, total })
}
