import type { Browser } from 'playwright-core'
import type { DeckSlide } from '../slidev/slides'
import type { StaticServer } from './static-server'
import { closePage, goTo, newDeckPage, openSlide, position } from './deck-page'

/** What one page of an export shows: a slide as the talk leaves it, or one of its steps. */
export interface PrintedPage {
  slide: DeckSlide
  /** How many clicks were made; undefined where the slide is shown in its last state. */
  step: number | undefined
  /** Whether it is the first page of its slide. */
  isFirst: boolean
  /** How messages call it: number, id and step. */
  name: string
}

/** How messages call a slide: number and id. */
export function slideName({ no, id }: Pick<DeckSlide, 'no' | 'id'>): string {
  return `${no} (${id})`
}

/** A page for each slide. */
export function pagesOf(slides: DeckSlide[]): PrintedPage[] {
  return slides.map(slide => ({ slide, step: undefined, isFirst: true, name: slideName(slide) }))
}

/**
 * A page for each step of each slide, as the deck counts them when it is given as a talk: Slidev's print page counts for itself, and can be
 * held against this.
 * @throws when a slide does not come to rest
 */
export async function stepsOf(browser: Browser, server: StaticServer, slides: DeckSlide[]): Promise<PrintedPage[]> {
  const page = await newDeckPage(browser)
  try {
    const pages: PrintedPage[] = []
    await openSlide(page, server.url, slides[0]!.no)
    for (const slide of slides) {
      await goTo(page, slide.no)
      const { clicksTotal } = await position(page)
      const start = Number(slide.frontmatter.clicksStart ?? 0)
      for (let step = start; step <= Math.max(start, clicksTotal); step++)
        pages.push({ slide, step, isFirst: step === start, name: `${slideName(slide)}${clicksTotal > start ? `, click ${step}` : ''}` })
    }
    return pages
  }
  finally {
    await closePage(page)
  }
}
