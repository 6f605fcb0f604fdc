import type { TextRun } from '../../lib/language-runs'

/** What is around a chart that leaves the deck: its slide's title above, its source line below. Runs in the print page. */
export interface ChartFrame {
  /** Slide pixels. */
  width: number
  height: number
  headline: string
  sourceLine: string
  /** Accessible names and descriptions of the exhibits. */
  findings: string[]
  descriptions: string[]
}

/** Styles of the print page while a slide stands in it alone. */
export const FRAME_STYLE = `
  html, body, #app, #page-root, #print-container, #print-content {
    display: block !important; margin: 0 !important; padding: 0 !important;
    height: auto !important; min-height: 0 !important; overflow: visible !important
  }
  .print-slide-container { break-after: auto !important; background: var(--paper) !important }
  .print-slide-container:not([data-framed]), .page-marker, #mermaid-rendering-container { display: none !important }
  [data-framed] > * { position: absolute !important }
`

/**
 * Shows one slide alone and cut to title, exhibits and source line, which close up; away from the deck the source line also cites the
 * article. Runs in the page, so everything it needs is inside.
 * @param wanted which slide, and the citation
 * @param wanted.no the slide's number
 * @param wanted.citation the article in one line, cut where its language changes
 * @returns undefined for a slide without an exhibit
 */
export function frameSlide({ no, citation }: { no: number, citation: readonly TextRun[] }): ChartFrame | undefined {
  const MARGIN = 32
  const GAP = 28
  const containers = [...document.querySelectorAll<HTMLElement>('.print-slide-container')]
  containers.forEach((other, index) => other.toggleAttribute('data-framed', index === no - 1))
  const container = containers[no - 1]!
  const layout = container.querySelector<HTMLElement>('.slidev-layout')!
  const exhibits = [...layout.querySelectorAll<HTMLElement>('[data-exhibit]')]
  const title = layout.querySelector<HTMLElement>('h1')
  if (exhibits.length === 0 || !title)
    return undefined

  const origin = layout.getBoundingClientRect()
  const page = Number.parseFloat(getComputedStyle(layout).paddingLeft)
  const source = layout.querySelector<HTMLElement>('.source-line') ?? layout.appendChild(document.createElement('p'))
  if (!source.matches('.source-line'))
    Object.assign(source.style, { position: 'absolute', left: `${page}px`, right: `${page}px`, margin: 0 })
  // A theme without a foot has the citation stand alone.
  const footer = layout.querySelector<HTMLElement>('.slide-footer') ?? source
  const isShown = (element: Element) =>
    !element.closest('.sr-only, defs, clipPath, linearGradient')
    && element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  const edge = (elements: Element[], side: 'left' | 'right' | 'top' | 'bottom') => {
    const lengths = elements
      .map(element => element.getBoundingClientRect())
      .filter(({ width, height }) => width > 0 || height > 0)
      .map(box => box[side])
    return side === 'left' || side === 'top'
      ? Math.min(...lengths) - origin[side]
      : Math.max(...lengths) - origin[side === 'right' ? 'left' : 'top']
  }
  const isInk = (element: Element) =>
    element.matches('svg *, canvas, img') || [...element.childNodes].some(node => node instanceof Text && node.data.trim() !== '')
  const isRuled = (element: Element, side: string) => getComputedStyle(element).getPropertyValue(`border-${side}-width`) !== '0px'
  const parts = exhibits
    .flatMap(exhibit => [exhibit, ...exhibit.querySelectorAll('*')])
    .filter(element => isShown(element) && !element.matches('svg, g'))
  /** Where what is drawn in the exhibits ends; empty boxes do not count. */
  const drawn = (side: 'left' | 'right' | 'top' | 'bottom') => edge(parts.filter(element => isInk(element) || isRuled(element, side)), side)
  const children = [...layout.children] as HTMLElement[]
  const shown = children.filter(child => child.matches('[data-exhibit]') || child.querySelector('[data-exhibit]'))
  const others = children.filter(child => child !== footer && !shown.includes(child))
  const below = others.filter(child => edge([child], 'top') >= drawn('bottom'))
  const heading = others.filter(child => !below.includes(child))

  // What the stage spreads over a whole slide closes up.
  const lift = Math.max(0, Math.floor(drawn('top') - edge(heading, 'bottom')) - GAP)
  for (const child of shown) {
    const isPlaced = getComputedStyle(child).position === 'absolute'
    Object.assign(child.style, isPlaced
      ? { top: `${edge([child], 'top') - lift}px`, bottom: 'auto' }
      : { translate: `0 ${-lift}px` })
  }
  for (const child of below)
    child.style.visibility = 'hidden'
  if (source.textContent)
    source.append(document.createElement('br'))
  for (const { text, lang } of citation)
    source.append(lang ? Object.assign(document.createElement('span'), { lang, textContent: text }) : text)
  Object.assign(footer.style, { top: `${Math.ceil(drawn('bottom')) + GAP}px`, bottom: 'auto' })

  const left = Math.max(0, Math.floor(Math.min(page, drawn('left')) - MARGIN))
  const right = Math.min(origin.width, Math.ceil(Math.max(origin.width - page, drawn('right')) + MARGIN))
  const top = Math.max(0, Math.floor(edge([title], 'top')) - MARGIN)
  const bottom = Math.ceil(edge([footer], 'bottom')) + MARGIN
  const [width, height] = [right - left, bottom - top]
  Object.assign(container.style, { width: `${width}px`, height: `${height}px` })
  for (const part of container.children as HTMLCollectionOf<HTMLElement>)
    Object.assign(part.style, { left: `${-left}px`, top: `${-top}px`, width: `${origin.width}px`, height: `${bottom}px` })
  // Slidev sets the page to a slide's size, and Chrome would fit the chart to that.
  document.head.append(Object.assign(document.createElement('style'), { textContent: `@page { size: ${width}px ${height}px; margin: 0 }` }))

  const text = (element: Element | null) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim()
  return {
    width,
    height,
    headline: text(title),
    sourceLine: text(source),
    findings: exhibits.map(window.exhibitName),
    descriptions: exhibits.map(exhibit => text(exhibit.querySelector(':scope > p.sr-only'))).filter(Boolean),
  }
}
