interface Listed {
  no: number
  title?: string
}

/** The goto dialog's search: slides by number, then by words in their titles. */
export default class SlideSearch<Slide extends Listed> {
  #slides: Slide[]

  constructor(slides: Slide[]) {
    this.#slides = slides
  }

  /** Best matches first. */
  search(query: string): { item: Slide }[] {
    const words = query.toLowerCase().split(/\s+/).filter(Boolean)
    const byNumber = this.#slides.filter(({ no }) => String(no) === query.trim())
    const byTitle = this.#slides.filter(slide => !byNumber.includes(slide) && words.every(word => (slide.title ?? '').toLowerCase().includes(word)))
    return [...byNumber, ...byTitle].map(item => ({ item }))
  }
}
