import type { Picture } from './pdf-tags'

/**
 * Runs in a page at rest that is to be printed: makes its parts ones that Chromium tags as what they are. An exhibit that is drawn becomes
 * a figure that says what a screen reader does, or of one with lists and heads, which a figure would hide, its drawing; numbers of pages
 * are no content; words in another language keep it, which Chromium forgets of an element without a name.
 */
export function tellTags(): void {
  /** Pixels: what is smaller is a mark beside words. */
  const ICON = 100
  const widthOf = (part: Element) => part.getBoundingClientRect().width
  for (const figure of document.querySelectorAll('[data-exhibit]')) {
    const [drawing, ...others] = [...figure.querySelectorAll('svg, canvas, img')]
      .filter(part => !part.closest('button') && widthOf(part) > ICON)
      .sort((one, other) => widthOf(other) - widthOf(one))
    if (!drawing)
      continue
    const named = [figure, drawing, ...others].find(part => part.hasAttribute('aria-label'))
    const told = [named?.getAttribute('aria-label'), ...Array.from(figure.querySelectorAll('p.sr-only'), part => part.textContent)]
    const isText = [...figure.querySelectorAll('table, ul, ol, h2, h3')].some(part => !part.closest('.sr-only'))
    const picture = isText ? drawing : figure
    for (const part of [figure, drawing, ...others].filter(part => part instanceof SVGElement || part === picture)) {
      part.removeAttribute('role')
      part.removeAttribute('aria-label')
      part.removeAttribute('aria-hidden')
    }
    picture.setAttribute('aria-label', told.map(text => text?.trim()).filter(Boolean).join(' '))
    if (isText)
      picture.setAttribute('role', 'img')
    picture.setAttribute('data-picture', '')
  }
  document.querySelectorAll('[data-pagination]').forEach(number => number.setAttribute('aria-hidden', 'true'))
  document.querySelectorAll('[lang]:not([id])').forEach((part, index) => part.setAttribute('id', `in-other-words-${index}`))
}

/**
 * Runs in the page after `tellTags`: what is drawn on each page that is printed, and where.
 * @param sheets selector of what becomes a page
 */
export function picturesOn(sheets: string): Picture[][] {
  const POINTS = 72 / 96
  return Array.from(document.querySelectorAll(sheets), (sheet) => {
    const page = sheet.getBoundingClientRect()
    return Array.from(sheet.querySelectorAll('[data-picture]'), (figure) => {
      const boxes = [figure, ...figure.querySelectorAll('svg')].map(part => part.getBoundingClientRect())
      const [left, right] = [Math.min(...boxes.map(({ left }) => left)), Math.max(...boxes.map(({ right }) => right))]
      const [top, bottom] = [Math.min(...boxes.map(({ top }) => top)), Math.max(...boxes.map(({ bottom }) => bottom))]
      const edges = [left - page.left, top - page.top, right - page.left, bottom - page.top].map(pixels => pixels * POINTS)
      return { alt: figure.getAttribute('aria-label') ?? '', edges: edges as unknown as Picture['edges'] }
    })
  })
}
