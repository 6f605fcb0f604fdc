import { SLIDE } from './slide-size'

/** Slide pixels. */
export interface Area { readonly left: number, readonly top: number, readonly width: number, readonly height: number }

/** Slide pixels. */
export interface Point { readonly x: number, readonly y: number }

/** What stays free at the slide's edges: projectors cut a little. */
const EDGE = 16

/**
 * How an exhibit is moved and enlarged so that what it draws fills the slide, in its middle.
 * @param ink what it draws, from the corner of its own box
 * @param origin where that corner stands on the slide
 * @returns the way of the corner, in slide pixels, and the factor around it
 */
export function fillSlide(ink: Area, origin: Point): Point & { readonly factor: number } {
  const factor = Math.min((SLIDE.width - 2 * EDGE) / ink.width, (SLIDE.height - 2 * EDGE) / ink.height)
  return {
    x: SLIDE.width / 2 - (ink.left + ink.width / 2) * factor - origin.x,
    y: SLIDE.height / 2 - (ink.top + ink.height / 2) * factor - origin.y,
    factor,
  }
}
