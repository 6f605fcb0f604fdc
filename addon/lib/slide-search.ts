/** A slide as the search knows it. */
export interface Listed {
  readonly no: number
  readonly title?: string
}

/** Digits of any script, and of full width as Chinese and Japanese input methods type them, as 0 to 9. */
function plainDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0)!
    let value = 0
    // Ten stand in a row.
    while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1)))
      value++
    return String(value)
  })
}

/** Slides by number, then by words in their titles, the best match first. */
export function searchSlides<Slide extends Listed>(slides: readonly Slide[], query: string): Slide[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0)
    return []
  const byNumber = slides.filter(({ no }) => String(no) === plainDigits(query.trim()))
  const byTitle = slides.filter(slide => !byNumber.includes(slide) && words.every(word => (slide.title ?? '').toLowerCase().includes(word)))
  return [...byNumber, ...byTitle]
}
