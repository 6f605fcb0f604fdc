/** The part of `@slidev/client/logic/slides.ts` that addresses use. */
import type { SlideRoute } from '@slidev/client'

/** The slide of a number, or of the alias in its front matter. */
export function getSlide(no: number | string): SlideRoute | undefined
