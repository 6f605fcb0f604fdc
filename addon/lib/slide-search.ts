/** A slide as the search knows it. */
export interface Listed {
  readonly no: number
  readonly title?: string
}

/** Slides by number, then by words in their titles, the best match first. */
export function searchSlides<Slide extends Listed>(slides: readonly Slide[], query: string): Slide[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0)
    return []
  const byNumber = slides.filter(({ no }) => String(no) === query.trim())
  const byTitle = slides.filter(slide => !byNumber.includes(slide) && words.every(word => (slide.title ?? '').toLowerCase().includes(word)))
  return [...byNumber, ...byTitle]
}
