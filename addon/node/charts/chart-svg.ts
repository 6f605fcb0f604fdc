/** What is drawn: a part of the page, and what the file says of itself. */
export interface Drawing {
  /** Selects it; and how far from its corner the drawing's is. */
  root: string
  left?: number
  top?: number
  width: number
  height: number
  title: string
  description: string
  /** Whether the paper is drawn, too. */
  ground: boolean
}

/**
 * A part of a page as a standalone SVG file: drawings with their computed styles, the boxes and rules of HTML as shapes, words as one text
 * for each stretch, with its baseline and its length, which `outlineSvg` turns into outlines. Runs in the page, so everything it needs is
 * inside.
 */
export function drawSvg({ root, left = 0, top = 0, width, height, title, description, ground }: Drawing): string {
  const NS = 'http://www.w3.org/2000/svg'
  const XML = 'http://www.w3.org/XML/1998/namespace'
  /** Inherited properties and their initial values; those of text only matter to text. */
  const PAINT = {
    'fill': 'rgb(0, 0, 0)',
    'fill-opacity': '1',
    'stroke': 'none',
    'stroke-width': '1px',
    'stroke-opacity': '1',
    'stroke-dasharray': 'none',
    'stroke-linecap': 'butt',
    'stroke-linejoin': 'miter',
    'paint-order': 'normal',
  }
  const TYPE = {
    'font-family': '',
    'font-size': '',
    'font-weight': '400',
    'font-style': 'normal',
    'letter-spacing': 'normal',
  }
  /** Features of OpenType that styles ask for. */
  const FEATURES: Record<string, string> = {
    'tabular-nums': 'tnum',
    'lining-nums': 'lnum',
    'oldstyle-nums': 'onum',
    'proportional-nums': 'pnum',
    'small-caps': 'smcp',
  }
  const OWN = { 'opacity': '1', 'clip-path': 'none', 'stop-color': 'rgb(0, 0, 0)', 'stop-opacity': '1' }
  const GEOMETRY = /^(?:id|[dxyr]|dx|dy|cx|cy|rx|ry|x1|x2|y1|y2|fx|fy|fr|width|height|points|transform|offset|gradient[A-Z]\w+|clipPathUnits)$/

  const REFERRED = 'defs, clipPath, linearGradient, radialGradient'

  const container = document.querySelector(root)!
  const corner = container.getBoundingClientRect()
  const origin = { left: corner.left + left, top: corner.top + top }
  const context = document.createElement('canvas').getContext('2d')!
  const round = (length: number) => String(Math.round(length * 100) / 100)
  const isShown = (element: Element) =>
    !element.closest('.sr-only') && element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  const isTransparent = (colour: string) => /^(?:transparent|rgba\(.*, 0\))$/.test(colour)

  const create = (name: string, attributes: Record<string, string>, parent?: Element) => {
    const element = document.createElementNS(NS, name)
    Object.entries(attributes).forEach(([attribute, value]) => element.setAttribute(attribute, value))
    parent?.append(element)
    return element
  }
  /** Mixed colours come in shares of one, which only browsers understand. */
  const plain = (value: string) => value.replace(/color\(srgb ([\d.e-]+) ([\d.e-]+) ([\d.e-]+)\)/g, (_, ...channels) =>
    `rgb(${channels.slice(0, 3).map(share => Math.round(Number(share) * 255)).join(', ')})`)
  const put = (element: Element, style: CSSStyleDeclaration, initial: Record<string, string>) => {
    for (const [property, usual] of Object.entries(initial)) {
      const value = plain(style.getPropertyValue(property)).replace(/url\("(#[^"]+)"\)/g, 'url($1)')
      const isShape = property === 'clip-path' && !value.startsWith('url(')
      const isIdle = property.startsWith('stroke-') && style.stroke === 'none'
      if (value !== usual && value !== '' && !isShape && !isIdle)
        element.setAttribute(property, value)
    }
  }
  const putLanguage = (from: Element, to: Element) => {
    const language = from.closest('[lang]')?.getAttribute('lang')
    if (language && language !== document.documentElement.lang)
      to.setAttributeNS(XML, 'xml:lang', language)
  }

  /** One stretch of words, from where its baseline begins. */
  const write = (words: string, place: { x: number, y: number, stops: number[] }, element: Element, parent: Element) => {
    if (words.trim() === '')
      return
    const style = getComputedStyle(element)
    const isDrawing = element instanceof SVGElement
    const text = create('text', { x: round(place.x), y: round(place.y) }, parent)
    put(text, style, isDrawing ? { ...OWN, ...PAINT } : {})
    put(text, style, TYPE)
    if (!isDrawing)
      text.setAttribute('fill', plain(style.color))
    const features = `${style.fontVariantNumeric} ${style.fontVariantCaps}`.split(' ').flatMap(word => FEATURES[word] ?? [])
    if (features.length > 0)
      text.setAttribute('data-features', features.join(' '))
    text.setAttribute('data-stops', place.stops.map(round).join(' '))
    text.setAttribute('textLength', round(place.stops.at(-1)!))
    text.setAttribute('lengthAdjust', 'spacingAndGlyphs')
    putLanguage(element, text)
    text.textContent = style.textTransform === 'uppercase' ? words.toUpperCase() : words
  }

  /** The words of a drawing: a stretch for each style, and for each place that is given to it. */
  const writeDrawn = (text: SVGTextElement, parent: Element) => {
    const characters: { character: string, element: Element }[] = []
    const collect = (element: Element) => {
      for (const node of element.childNodes) {
        if (node instanceof Text) {
          for (const character of node.data.replace(/\s/g, ' ').split('')) {
            const isBlankAfterBlank = character === ' ' && (characters.length === 0 || characters.at(-1)!.character === ' ')
            if (!isBlankAfterBlank)
              characters.push({ character, element })
          }
        }
        else if (node instanceof SVGElement && getComputedStyle(node).display !== 'none') {
          collect(node)
        }
      }
    }
    collect(text)
    while (characters.at(-1)?.character === ' ')
      characters.pop()
    if (characters.length !== text.getNumberOfChars())
      throw new Error(`the words of "${text.textContent}" cannot be placed`)
    let start = 0
    const { dominantBaseline } = getComputedStyle(text)
    if (!['auto', 'alphabetic'].includes(dominantBaseline))
      throw new Error(`"${text.textContent}" stands on another baseline than its own (${dominantBaseline}), which few programs know`)
    for (let index = 1; index <= characters.length; index++) {
      const { element } = characters[start]!
      const last = text.getEndPositionOfChar(index - 1)
      const next = index < characters.length ? text.getStartPositionOfChar(index) : undefined
      if (next && characters[index]!.element === element && Math.abs(next.x - last.x) < 0.5 && Math.abs(next.y - last.y) < 0.5)
        continue
      const first = text.getStartPositionOfChar(start)
      const words = characters.slice(start, index).map(({ character }) => character).join('')
      if (isShown(element)) {
        const places = Array.from({ length: index - start }, (_, at) => text.getStartPositionOfChar(start + at).x - first.x)
        write(words, { x: first.x, y: first.y, stops: [...places, last.x - first.x] }, element, parent)
      }
      start = index
    }
  }

  /** Copies a drawing; what is not shown stays behind, except where others refer to it. */
  const copy = (from: Element, to: Element, isReferred = false) => {
    for (const node of from.childNodes) {
      if (!(node instanceof SVGElement) || !(isReferred || node.matches(REFERRED) || isShown(node)))
        continue
      if (node instanceof SVGTextElement) {
        // Where it is moved or turned, its stretches are as well.
        const transform = node.getAttribute('transform')
        writeDrawn(node, transform === null ? to : create('g', { transform }, to))
        continue
      }
      const twin = create(node.localName, {}, to)
      for (const { name, value } of node.attributes) {
        if (GEOMETRY.test(name))
          twin.setAttribute(name, value)
      }
      const style = getComputedStyle(node)
      put(twin, style, OWN)
      if (node.matches('path, rect, circle, ellipse, line, polyline, polygon'))
        put(twin, style, PAINT)
      copy(node, twin, isReferred || node.matches(REFERRED))
    }
  }

  /** Dashes as Chromium spreads them around a box, so that none is cut. */
  const dashes = (thickness: number, length: number) => {
    const [dash, gap] = thickness >= 3 ? [2 * thickness, thickness] : [3 * thickness, 2 * thickness]
    const few = Math.max(1, Math.floor(length / (dash + gap)))
    const gapOf = (count: number) => (length - count * dash) / count
    const isLooser = gapOf(few + 1) <= 0 || Math.abs(gapOf(few) - gap) < Math.abs(gapOf(few + 1) - gap)
    return `${round(dash)} ${round(gapOf(isLooser ? few : few + 1))}`
  }

  /** A box's ground and its rules. */
  const drawBox = (element: HTMLElement, parent: Element) => {
    const style = getComputedStyle(element)
    const box = element.getBoundingClientRect()
    const [x, y, w, h] = [box.left - origin.left, box.top - origin.top, box.width, box.height]
    const sides = (['Top', 'Right', 'Bottom', 'Left'] as const).map(side => ({
      width: Number.parseFloat(style[`border${side}Width`]),
      colour: style[`border${side}Color`],
      dashed: style[`border${side}Style`] === 'dashed',
    }))
    const radius = (value: string) => value.endsWith('%') ? Number.parseFloat(value) / 100 * w : Number.parseFloat(value)
    const corners = [
      style.borderTopLeftRadius,
      style.borderTopRightRadius,
      style.borderBottomRightRadius,
      style.borderBottomLeftRadius,
    ].map(radius)
    const [a = 0, b = 0, c = 0, d = 0] = corners
    const outline = (inset: number) => {
      const arc = (r: number, dx: number, dy: number) =>
        r > inset ? `a${r - inset} ${r - inset} 0 0 1 ${dx * (r - inset)} ${dy * (r - inset)}` : ''
      const [top, right] = [`M${x + Math.max(a, inset)} ${y + inset}H${x + w - Math.max(b, inset)}`, `V${y + h - Math.max(c, inset)}`]
      const [bottom, left] = [`H${x + Math.max(d, inset)}`, `V${y + Math.max(a, inset)}`]
      return `${top}${arc(b, 1, 1)}${right}${arc(c, -1, 1)}${bottom}${arc(d, -1, -1)}${left}${arc(a, 1, -1)}Z`
    }
    if (!isTransparent(style.backgroundColor))
      create('path', { d: outline(0), fill: style.backgroundColor }, parent)
    const [first] = sides
    if (first!.width > 0 && sides.every(side => side.width === first!.width && side.colour === first!.colour)) {
      const path = create(
        'path',
        { 'd': outline(first!.width / 2), 'fill': 'none', 'stroke': first!.colour, 'stroke-width': String(first!.width) },
        parent,
      ) as SVGPathElement
      if (first!.dashed)
        path.setAttribute('stroke-dasharray', dashes(first!.width, path.getTotalLength()))
      return
    }
    // Of a border that two cells share each has half.
    const out = element.matches('td, th, tr, thead, tbody') && style.borderCollapse === 'collapse' ? 0.5 : 0
    const [up, right, down, left] = sides.map(side => side.width)
    const rules = [
      [x, y - out * up!, w, up],
      [x + w - (1 - out) * right!, y, right, h],
      [x, y + h - (1 - out) * down!, w, down],
      [x - out * left!, y, left, h],
    ]
    rules.forEach(([left, top, across, down], index) => {
      if (sides[index]!.width > 0 && !isTransparent(sides[index]!.colour))
        create('rect', { x: round(left!), y: round(top!), width: round(across!), height: round(down!), fill: sides[index]!.colour }, parent)
    })
  }

  /** One stretch of words on one line. */
  const drawWords = (words: string, box: { left: number, top: number, stops: number[] }, element: Element, parent: Element) => {
    const style = getComputedStyle(element)
    context.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
    const baseline = box.top + context.measureText(words).fontBoundingBoxAscent
    write(words, { x: box.left - origin.left, y: baseline - origin.top, stops: box.stops }, element, parent)
  }
  const drawText = (node: Text, element: Element, parent: Element) => {
    const range = document.createRange()
    let part: { words: string, left: number, top: number, stops: number[] } | undefined
    for (let index = 0; index < node.length; index++) {
      range.setStart(node, index)
      range.setEnd(node, index + 1)
      const box = [...range.getClientRects()].at(-1)
      if (!box || box.width === 0)
        continue
      if (part && Math.abs(box.top - part.top) > 1) {
        drawWords(part.words, part, element, parent)
        part = undefined
      }
      part ??= { words: '', left: box.left, top: box.top, stops: [0] }
      // Where the last one ended: of two that a pair of code units makes, or that join, the first is nothing wide.
      part.stops[part.stops.length - 1] = box.left - part.left
      part.words += node.data[index]!.replace(/\s/, ' ')
      part.stops.push(box.right - part.left)
    }
    if (part)
      drawWords(part.words, part, element, parent)
  }
  const drawDrawing = (drawing: SVGSVGElement, parent: Element) => {
    const { a, b, c, d, e, f } = drawing.getScreenCTM()!
    copy(drawing, create('g', { transform: `matrix(${[a, b, c, d, e - origin.left, f - origin.top].map(round).join(' ')})` }, parent))
  }
  const draw = (element: Element, parent: Element) => {
    for (const node of element.childNodes) {
      if (node instanceof Text)
        drawText(node, element, parent)
      if (!(node instanceof Element) || !isShown(node))
        continue
      if (node instanceof SVGSVGElement) {
        drawDrawing(node, parent)
        continue
      }
      if (node instanceof HTMLElement)
        drawBox(node, parent)
      draw(node, parent)
    }
  }

  const svg = create('svg', { viewBox: `0 0 ${width} ${height}`, width: String(width), height: String(height), role: 'img' })
  svg.setAttributeNS(XML, 'xml:lang', document.documentElement.lang)
  create('title', {}, svg).textContent = title
  const told = create('desc', {}, svg)
  if (ground)
    create('rect', { width: String(width), height: String(height), fill: plain(getComputedStyle(container).backgroundColor) }, svg)
  if (container instanceof SVGSVGElement)
    drawDrawing(container, svg)
  else
    draw(container, svg)
  // As outlines they would be lost to whoever searches or listens.
  told.textContent = [description, Array.from(svg.querySelectorAll('text'), text => text.textContent).join(' ')].filter(Boolean).join('\n')
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg)}\n`
}
