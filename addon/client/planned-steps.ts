import type { PlannedSlide } from '../lib/talk-plan'
import deck from '#deck'
import { plannedSlide, planOfVersion, slideAfter } from '../lib/talk-plan'
import { talkLength } from './talk-length'

type Slides = readonly { readonly no: number, readonly meta: { readonly slide: { readonly frontmatter: Record<string, unknown> } } }[]

/** The plan in the slides' front matter, of the version that is given. */
export function planOf(slides: Slides): PlannedSlide[] {
  return planOfVersion(slides.map(({ no, meta }) => plannedSlide(no, meta.slide.frontmatter, deck.outsideTalk)), talkLength)
}

/**
 * The number of the slide to which one steps, over those that the version leaves out. Slidev's own steps ask for it
 * (`addon/vite/planned-steps.ts`): those of keys, buttons and fingers, and its preview of what comes next.
 */
export function stepTo(slides: Slides, no: number, by: 1 | -1): number {
  return slideAfter(planOf(slides), no, by, talkLength)
}
