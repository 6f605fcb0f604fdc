import type { FirstTalkWords } from '../locales/first-keys'
import { fill } from './fill'

/** A slide as its name needs it: number as Slidev counts, and what it claims. */
export interface NamedSlide {
  readonly no: number
  readonly claim: string
}

/** Title of a slide's document: the deck's own for the first slide, after the claim for all others. */
export function documentTitle({ no, claim }: NamedSlide, deck: string): string {
  return no === 1 ? deck : `${claim} · ${deck}`
}

/**
 * What a screen reader hears when a slide is shown; pages after the talk count as their page marker does.
 * @param slide what is shown
 * @param total slides of the talk
 * @param outside name of the act after the talk
 */
export function slideAnnouncement(slide: NamedSlide, total: number, outside: string, { stage }: Pick<FirstTalkWords, 'stage'>): string {
  const { no, claim } = slide
  return fill(no > total ? stage.appendixShown : stage.slideShown, { act: outside, n: no, total, claim })
}
