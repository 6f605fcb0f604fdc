/** What a print page shows of one slide once it stands still. */
export interface PrintedSlide {
  /** Its headline as shown, with upper case where the style asks for it. */
  headline: string
  /** Its presenter notes as shown; only the handout has them. */
  notes: string
  /** Charts must come out as paths and text. */
  hasChart: boolean
  /** Texts that come with a later click, without white space. */
  unshown: string[]
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

/**
 * Runs in the page at rest: what must not be printed, by slide.
 * @param names how messages call the pages
 * @param places which slide each page must show, and after how many clicks where that matters
 */
export function printFaults(names: string[], places: readonly { no: number, step: number | undefined }[]): string[] {
  return [...document.querySelectorAll('.print-slide-container')].flatMap((slide, index) => {
    const page = slide.closest('.handout-page')
    // Slidev names its pages after slide and click, both from 1 on.
    const [, no, click] = /^(\d+)-(\d+)$/.exec(slide.id) ?? []
    const place = places[index]
    const isOther = no !== undefined && place && (Number(no) !== place.no || (place.step !== undefined && Number(click) !== place.step + 1))
    const [notes, foot] = ['.handout-notes', '.handout-foot'].map(part => page?.querySelector(part)?.getBoundingClientRect())
    return [
      ...isOther ? [`slide ${Number(no)} after click ${Number(click) - 1} stands in its place`] : [],
      ...slide.querySelector('[data-failed="true"]') ? ['a chart failed to draw'] : [],
      ...slide.querySelector('h1')?.textContent?.trim() ? [] : ['it has no headline'],
      ...notes && foot && notes.bottom > foot.top ? ['its notes do not fit on the page'] : [],
    ].map(fault => `slide ${names[index] ?? index + 1}: ${fault}`)
  })
}

/** Runs in the page at rest: takes what waits for a later click, and is only transparent so far, out of the text that a PDF carries. */
export function hideUnshown(): void {
  for (const element of document.querySelectorAll<HTMLElement | SVGElement>('.print-slide-container *')) {
    if (getComputedStyle(element).opacity === '0') {
      element.style.visibility = 'hidden'
      element.dataset.unshown = ''
    }
  }
}

/** Runs in the page at rest: what its pages must carry. */
export function printedSlides(): PrintedSlide[] {
  const plain = (text: string | null) => (text ?? '').normalize('NFKC').replace(/\s+/g, '')
  /** Texts that wait for a later click, as far as they stand nowhere else on the slide. */
  const unshown = (slide: Element) => {
    const copy = slide.cloneNode(true) as Element
    copy.querySelectorAll('[data-unshown]').forEach(element => element.remove())
    const shown = plain(copy.textContent)
    const texts = [...slide.querySelectorAll('[data-unshown]')].flatMap((element) => {
      const leaves = [...element.querySelectorAll('text, td, p, li')].filter(leaf => !leaf.querySelector('text, td, p, li'))
      return (leaves.length > 0 ? leaves : [element]).map(({ textContent }) => plain(textContent))
    })
    return texts.filter(text => text !== '' && !shown.includes(text))
  }
  return [...document.querySelectorAll('.print-slide-container')].map(slide => ({
    // eslint-disable-next-line unicorn/prefer-dom-node-text-content -- as shown
    headline: slide.querySelector('h1')?.innerText ?? '',
    // eslint-disable-next-line unicorn/prefer-dom-node-text-content -- as shown
    notes: slide.closest('.handout-page')?.querySelector<HTMLElement>('.handout-notes')?.innerText ?? '',
    hasChart: slide.querySelector('[data-chart]') !== null,
    unshown: unshown(slide),
  }))
}

/**
 * Runs in the page at rest: makes links work on paper. Those to a slide lead to its page, or to the first of its pages; links to a slide
 * that is not printed, and others into the deck, which would name the server that prints, become plain text; those to other hosts stay.
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
    const no = Number(wanted.replace(/^\/|\/$/g, ''))
    const target = slides.find(({ id }) => Number.parseInt(id) === no)
    link.removeAttribute('xlink:href')
    if (target)
      link.setAttribute('href', `#${target.id}`)
    else
      link.removeAttribute('href')
  }
}
