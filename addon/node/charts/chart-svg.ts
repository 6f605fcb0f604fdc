import type { ChartFrame } from './chart-frame'

/**
 * The framed slide as a standalone SVG file: drawings with their computed styles, words as text with their fonts by name and
 * their width (so that another font in place of ours keeps the lines), the boxes and rules of HTML as shapes. Runs in the page, so
 * everything it needs is inside.
 */
export function drawSvg({ width, height, findings, descriptions }: ChartFrame): string {
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
    'text-anchor': 'start',
  }
  const OWN = { 'opacity': '1', 'clip-path': 'none', 'stop-color': 'rgb(0, 0, 0)', 'stop-opacity': '1' }
  const GEOMETRY = /^(?:id|[dxyr]|dx|dy|cx|cy|rx|ry|x1|x2|y1|y2|fx|fy|fr|width|height|points|transform|offset|gradient[A-Z]\w+|clipPathUnits)$/

  const REFERRED = 'defs, clipPath, linearGradient, radialGradient'

  const container = document.querySelector('[data-framed]')!
  const origin = container.getBoundingClientRect()
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

  const putLength = (to: Element, length: number) => {
    to.setAttribute('textLength', round(length))
    to.setAttribute('lengthAdjust', 'spacingAndGlyphs')
  }

  /** Copies a drawing; what is not shown stays behind, except where others refer to it. */
  const copy = (from: Element, to: Element, isReferred = false) => {
    for (const node of from.childNodes) {
      if (node.nodeType === Node.TEXT_NODE && from.matches('text, tspan'))
        to.append((node.textContent ?? '').replace(/\s+/g, ' '))
      if (!(node instanceof SVGElement) || !(isReferred || node.matches(REFERRED) || isShown(node)))
        continue
      const twin = create(node.localName, {}, to)
      for (const { name, value } of node.attributes) {
        if (GEOMETRY.test(name))
          twin.setAttribute(name, value)
      }
      const style = getComputedStyle(node)
      put(twin, style, OWN)
      if (node.matches('path, rect, circle, ellipse, line, polyline, polygon, text, tspan'))
        put(twin, style, PAINT)
      if (node.matches('text, tspan'))
        put(twin, style, TYPE)
      if (node instanceof SVGTextContentElement && node.childElementCount === 0)
        putLength(twin, node.getComputedTextLength())
      if (node.matches('text, tspan') && node.hasAttribute('lang'))
        putLanguage(node, twin)
      copy(node, twin, isReferred || node.matches(REFERRED))
    }
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
      const dash = first!.dashed ? { 'stroke-dasharray': `${first!.width * 2} ${first!.width * 2}` } : undefined
      return void create(
        'path',
        { 'd': outline(first!.width / 2), 'fill': 'none', 'stroke': first!.colour, 'stroke-width': String(first!.width), ...dash },
        parent,
      )
    }
    const rules = [
      [x, y, w, sides[0]!.width],
      [x + w - sides[1]!.width, y, sides[1]!.width, h],
      [x, y + h - sides[2]!.width, w, sides[2]!.width],
      [x, y, sides[3]!.width, h],
    ]
    rules.forEach(([left, top, across, down], index) => {
      if (sides[index]!.width > 0 && !isTransparent(sides[index]!.colour))
        create('rect', { x: round(left!), y: round(top!), width: round(across!), height: round(down!), fill: sides[index]!.colour }, parent)
    })
  }

  let line: { text: Element, block: Element, right: number, baseline: number } | undefined
  /** One stretch of words on one line; what follows without a gap joins the same text. */
  const drawWords = (words: string, box: { left: number, right: number, top: number }, element: Element, parent: Element) => {
    let block = element
    while (getComputedStyle(block).display === 'inline')
      block = block.parentElement!
    const style = getComputedStyle(element)
    context.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
    const baseline = box.top + context.measureText(words).fontBoundingBoxAscent
    if (!line || line.block !== block || Math.abs(line.baseline - baseline) > 1.5 || Math.abs(box.left - line.right) > 1) {
      line = {
        block,
        baseline,
        right: 0,
        text: create('text', { x: round(box.left - origin.left), y: round(baseline - origin.top) }, parent),
      }
    }
    const piece = create('tspan', { fill: style.color }, line.text)
    put(piece, style, TYPE)
    piece.removeAttribute('text-anchor')
    putLength(piece, box.right - box.left)
    putLanguage(element, piece)
    piece.textContent = style.textTransform === 'uppercase' ? words.toUpperCase() : words
    line.right = box.right
  }
  const drawText = (node: Text, element: Element, parent: Element) => {
    const range = document.createRange()
    let part: { words: string, left: number, right: number, top: number } | undefined
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
      part ??= { words: '', left: box.left, right: box.right, top: box.top }
      part.words += node.data[index]!.replace(/\s/, ' ')
      part.right = box.right
    }
    if (part)
      drawWords(part.words, part, element, parent)
  }
  const draw = (element: Element, parent: Element) => {
    for (const node of element.childNodes) {
      if (node instanceof Text)
        drawText(node, element, parent)
      if (!(node instanceof Element) || !isShown(node))
        continue
      if (node instanceof SVGSVGElement) {
        const { a, b, c, d, e, f } = node.getScreenCTM()!
        copy(node, create('g', { transform: `matrix(${[a, b, c, d, e - origin.left, f - origin.top].map(round).join(' ')})` }, parent))
        continue
      }
      if (node instanceof HTMLElement)
        drawBox(node, parent)
      draw(node, parent)
    }
  }

  const svg = create('svg', { viewBox: `0 0 ${width} ${height}`, width: String(width), height: String(height), role: 'img' })
  svg.setAttributeNS(XML, 'xml:lang', document.documentElement.lang)
  create('title', {}, svg).textContent = findings.join(' ')
  if (descriptions.length > 0)
    create('desc', {}, svg).textContent = descriptions.join(' ')
  create('rect', { width: String(width), height: String(height), fill: getComputedStyle(container).backgroundColor }, svg)
  draw(container.querySelector('.slidev-layout')!, svg)
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg)}\n`
}
