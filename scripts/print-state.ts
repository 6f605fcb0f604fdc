/** What a print page shows of one slide once it stands still. */
export interface PrintedSlide {
  /** Its headline as shown, with upper case where the style asks for it. */
  headline: string
  /** Its presenter notes as shown; only the handout has them. */
  notes: string
  /** Charts must come out as paths and text. */
  hasChart: boolean
}

/** How far a print page has come. */
export interface PrintState {
  /** What it still waits for; empty when it stands still. */
  waiting: string
  /** Slides that are complete. */
  done: number
}

/** Runs in the print page or the handout: how far it has come. A chart that failed counts as done: `printFaults` tells of it. */
export function printState(names: string[]): PrintState {
  const slides = [...document.querySelectorAll('.print-slide-container')]
  const lacks = (slide: Element) => {
    if (!slide.querySelector('.slidev-layout, [data-slide-id]') || slide.querySelector('.slidev-slide-loading'))
      return 'is loading'
    if ([...slide.querySelectorAll('[data-waitfor]')].some(part => !part.querySelector(part.getAttribute('data-waitfor') ?? '')))
      return 'waits for what its [data-waitfor] names'
    if (slide.querySelector('[data-chart]:not([data-ready="true"], [data-failed="true"])'))
      return 'has a chart that is not drawn'
    return [...slide.querySelectorAll('img')].some(image => !image.complete) ? 'loads a picture' : ''
  }
  const waiting = slides.flatMap((slide, index) => lacks(slide) ? [`slide ${names[index] ?? index + 1} ${lacks(slide)}`] : [])
  const done = slides.length - waiting.length
  if (slides.length !== names.length)
    waiting.unshift(`it has ${slides.length} slides instead of ${names.length}`)
  if (waiting.length === 0 && document.fonts.status !== 'loaded')
    waiting.push('a font is loading')
  return { waiting: waiting.join('; '), done }
}

/** Runs in the page at rest: what must not be printed, by slide. */
export function printFaults(names: string[]): string[] {
  return [...document.querySelectorAll('.print-slide-container')].flatMap((slide, index) => {
    const page = slide.closest('.handout-page')
    const [notes, foot] = ['.handout-notes', '.handout-foot'].map(part => page?.querySelector(part)?.getBoundingClientRect())
    return [
      ...slide.querySelector('[data-failed="true"]') ? ['a chart failed to draw'] : [],
      ...slide.querySelector('h1')?.textContent?.trim() ? [] : ['it has no headline'],
      ...notes && foot && notes.bottom > foot.top ? ['its notes do not fit on the page'] : [],
    ].map(fault => `slide ${names[index] ?? index + 1}: ${fault}`)
  })
}

/** Runs in the page at rest: what its pages must carry. */
export function printedSlides(): PrintedSlide[] {
  return [...document.querySelectorAll('.print-slide-container')].map(slide => ({
    // eslint-disable-next-line unicorn/prefer-dom-node-text-content -- as shown
    headline: slide.querySelector('h1')?.innerText ?? '',
    // eslint-disable-next-line unicorn/prefer-dom-node-text-content -- as shown
    notes: slide.closest('.handout-page')?.querySelector<HTMLElement>('.handout-notes')?.innerText ?? '',
    hasChart: slide.querySelector('[data-chart]') !== null,
  }))
}

/**
 * Runs in the page at rest: makes links work on paper. Those to a slide lead to its page; other links into the deck, which would name
 * the server that prints, become plain text; those to other hosts stay.
 * @param deckUrl address of the deck, with a slash at the end
 */
export function settleLinks(deckUrl: string): void {
  const slides = [...document.querySelectorAll('.print-slide-container')]
  for (const link of document.querySelectorAll('a')) {
    const raw = link.getAttribute('href') ?? link.getAttribute('xlink:href')
    if (raw === null)
      continue
    const url = new URL(raw, document.baseURI)
    if (url.origin !== new URL(deckUrl).origin)
      continue
    const wanted = raw.startsWith('#') ? url.hash.slice(1) : url.pathname.slice(new URL(deckUrl).pathname.length)
    const target = slides[Number(wanted.replace(/^\//, '')) - 1]
    link.removeAttribute('xlink:href')
    if (target)
      link.setAttribute('href', `#${target.id}`)
    else
      link.removeAttribute('href')
  }
}
