/** A piece of text that a reader sees on the slide. Lengths in slide pixels (1280 by 720), from the slide's upper left corner. */
export interface TextPiece {
  text: string
  /** Size of the font as shown, with every scale between text and slide. */
  size: number
  /** The ink of each line: what the glyphs can cover, without the line's spacing. */
  boxes: Box[]
  /** Pieces of one block (a paragraph, an SVG text) share a number. */
  block: number
  /** Marked as a source line or page marker. */
  small: boolean
  /** Marked as allowed to touch other text. */
  overlapOk: boolean
}

export interface Box { left: number, top: number, right: number, bottom: number }

export interface SlideReport {
  texts: TextPiece[]
  /** What reaches over the slide's edge or is cut off, in words. */
  outside: string[]
}

/** Measures the slide that is shown, in a page of whichever browser. */
export function measure(page: { evaluate: (fn: () => SlideReport) => Promise<SlideReport> }): Promise<SlideReport> {
  return page.evaluate(measureInPage)
}

/** Runs in the page, so everything it needs is inside. */
function measureInPage(): SlideReport {
  const root = document.querySelector('#slide-content')!
  const frame = root.getBoundingClientRect()
  const scale = frame.width / (root as HTMLElement).offsetWidth
  const TOLERANCE = 1
  const context = document.createElement('canvas').getContext('2d')!
  const blocks: Element[] = []
  const outside: string[] = []

  const isShown = (element: Element) =>
    !element.closest('.sr-only') && element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  const toSlide = ({ left, top, right, bottom }: Box): Box => ({
    left: (left - frame.left) / scale,
    top: (top - frame.top) / scale,
    right: (right - frame.left) / scale,
    bottom: (bottom - frame.top) / scale,
  })
  const describe = (element: Element) => {
    const text = element.textContent.trim().replace(/\s+/g, ' ').slice(0, 40)
    return `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> ${text}`
  }
  const beyond = (inner: Box, outer: Box) =>
    [outer.left - inner.left, outer.top - inner.top, inner.right - outer.right, inner.bottom - outer.bottom]
      .map((by, side) => (by > TOLERANCE ? `${by.toFixed(1)} px over the ${['left', 'upper', 'right', 'lower'][side]} edge` : ''))
      .filter(Boolean)
      .join(', ')

  /** The nearest ancestor that is no inline element: its own lines may come close to each other. */
  const blockOf = (element: Element): number => {
    let block = element.closest('text') ?? element
    while (!(block instanceof SVGElement) && getComputedStyle(block).display === 'inline')
      block = block.parentElement!
    return blocks.includes(block) ? blocks.indexOf(block) : blocks.push(block) - 1
  }
  /** How much larger than its font size text is drawn, in slide pixels: SVG view boxes and transforms on the way. */
  const enlarged = (element: Element): number => {
    const svg = element instanceof SVGGraphicsElement ? element.ownerSVGElement : undefined
    const box = (svg ?? blocks[blockOf(element)]!) as HTMLElement
    const width = svg ? Number.parseFloat(getComputedStyle(svg).width) : box.offsetWidth
    const ratio = width > 0 ? box.getBoundingClientRect().width / width / scale : 1
    // offsetWidth is rounded to a whole pixel; that is no enlargement.
    const around = Math.abs(ratio - 1) * width < 1 ? 1 : ratio
    const matrix = svg && (element as SVGGraphicsElement).getCTM()
    return around * (matrix ? Math.sqrt(Math.abs(matrix.a * matrix.d - matrix.b * matrix.c)) : 1)
  }
  /** Shrinks a line's box to what its glyphs cover. A turned line keeps its box. */
  const ink = (rect: Box, text: string, style: CSSStyleDeclaration, factor: number): Box => {
    context.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
    const metrics = context.measureText(style.textTransform === 'uppercase' ? text.toUpperCase() : text)
    const height = (metrics.fontBoundingBoxAscent + metrics.fontBoundingBoxDescent) * factor
    if (Math.abs(rect.bottom - rect.top - height) > height * 0.25)
      return rect
    const baseline = rect.top + metrics.fontBoundingBoxAscent * factor
    return {
      ...rect,
      top: baseline - metrics.actualBoundingBoxAscent * factor,
      bottom: baseline + metrics.actualBoundingBoxDescent * factor,
    }
  }
  const check = (element: Element, box: Box) => {
    const over = beyond(box, { left: 0, top: 0, right: frame.width / scale, bottom: frame.height / scale })
    if (over)
      outside.push(`${describe(element)}: ${over} of the slide`)
    for (let around = element.parentElement; around && around !== root; around = around.parentElement) {
      const cut = getComputedStyle(around).overflow !== 'visible' && beyond(box, toSlide(around.getBoundingClientRect()))
      if (cut)
        outside.push(`${describe(element)}: cut off, ${cut} of ${describe(around)}`)
    }
  }

  const texts: TextPiece[] = []
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const node = walker.currentNode
    const element = node.parentElement!
    const text = (node.textContent ?? '').trim()
    if (text === '' || !isShown(element))
      continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const style = getComputedStyle(element)
    const factor = enlarged(element)
    // WebKit gives a range in SVG text a wrong height on the page.
    const isSvgText = element instanceof SVGElement && element.childNodes.length === 1
    const boxes = (isSvgText ? [element.getBoundingClientRect()] : [...range.getClientRects()])
      .filter(({ width, height }) => width > 0 && height > 0)
      .map(rect => ink(toSlide(rect), text, style, factor))
    if (boxes.length === 0)
      continue
    boxes.forEach(box => check(element, box))
    texts.push({
      text,
      size: Number.parseFloat(style.fontSize) * factor,
      boxes,
      block: blockOf(element),
      small: element.closest('[data-small]') !== null,
      overlapOk: element.closest('[data-overlap-ok]') !== null,
    })
  }

  for (const element of root.querySelectorAll('*')) {
    if (!isShown(element))
      continue
    if (
      element.matches('img, canvas, svg *:is(path, rect, circle, ellipse, line, polygon, polyline)')
      && !element.closest('defs, clipPath, mask, marker, pattern, symbol, [aria-hidden="true"][data-bleed]')
    ) {
      check(element, toSlide(element.getBoundingClientRect()))
    }
    const { overflowX, overflowY } = getComputedStyle(element)
    const [x, y] = [element.scrollWidth - element.clientWidth, element.scrollHeight - element.clientHeight]
    if (element instanceof HTMLElement && ((overflowX !== 'visible' && x > TOLERANCE) || (overflowY !== 'visible' && y > TOLERANCE)))
      outside.push(`${describe(element)}: its content is ${x} px wider and ${y} px higher than itself`)
  }
  return { texts, outside: [...new Set(outside)] }
}

/** Pairs of different blocks whose glyphs cover each other by more than `tolerance` slide pixels both ways, in words. */
export function overlaps(texts: TextPiece[], tolerance = 2): string[] {
  const lines = texts.filter(({ overlapOk }) => !overlapOk).flatMap(({ text, block, boxes }) => boxes.map(box => ({ text, block, box })))
  return lines.flatMap((one, index) => lines.slice(index + 1).flatMap((other) => {
    const width = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left)
    const height = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top)
    return one.block !== other.block && width > tolerance && height > tolerance
      ? [`"${one.text.slice(0, 40)}" and "${other.text.slice(0, 40)}" share ${width.toFixed(0)} x ${height.toFixed(0)} px`]
      : []
  }))
}
