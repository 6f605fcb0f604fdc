import type { Words } from '../../locales/types'
import { fill } from '../../figures/format'

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
 * What a screen reader hears when a slide is shown; pages after the talk, of `total` slides, count as their page marker does.
 */
export function slideAnnouncement(slide: NamedSlide, total: number, { stage, acts }: Pick<Words, 'stage' | 'acts'>): string {
  const { no, claim } = slide
  return fill(no > total ? stage.appendixShown : stage.slideShown, { act: acts.appendix, n: String(no), total: String(total), claim })
}
