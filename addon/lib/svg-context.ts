/**
 * A 2d context that writes SVG: what a chart library draws on a canvas comes out as shapes and text, which every browser prints sharply.
 * It knows what Chart.js and plugins for it call; what it can't write (pictures, patterns) it refuses. Shadows and filters are left out,
 * as printers make bitmaps of them.
 */
import { fadeBands } from './fade'

const NS = 'http://www.w3.org/2000/svg'

type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** All that `save` keeps. */
interface State {
  matrix: Matrix
  fillStyle: string | Gradient
  strokeStyle: string | Gradient
  lineWidth: number
  lineCap: string
  lineJoin: string
  miterLimit: number
  dash: readonly number[]
  lineDashOffset: number
  globalAlpha: number
  font: string
  textAlign: CanvasTextAlign
  textBaseline: CanvasTextBaseline
  /** Where the next thing goes: into the innermost clip. */
  group: Element
}

const START: Omit<State, 'group'> = {
  matrix: IDENTITY,
  fillStyle: '#000',
  strokeStyle: '#000',
  lineWidth: 1,
  lineCap: 'butt',
  lineJoin: 'miter',
  miterLimit: 10,
  dash: [],
  lineDashOffset: 0,
  globalAlpha: 1,
  font: '10px sans-serif',
  textAlign: 'start',
  textBaseline: 'alphabetic',
}

/** To a hundredth of a pixel, without a zero too many. */
const round = (length: number) => String(Math.round(length * 100) / 100)
/** What is multiplied by lengths needs more digits. */
const precise = (factor: number) => String(Math.round(factor * 1e5) / 1e5)
const written = (matrix: Matrix) => `matrix(${matrix.map(precise).join(' ')})`

function multiplied([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

function create(name: string, attributes: Readonly<Record<string, string | number | undefined>>): SVGElement {
  const element = document.createElementNS(NS, name)
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== undefined)
      element.setAttribute(attribute, typeof value === 'number' ? round(value) : value)
  }
  return element
}

/** A gradient as a canvas makes them: its stops come after it. */
class Gradient {
  readonly stops: { offset: number, colour: string }[] = []
  constructor(readonly name: string, readonly places: Readonly<Record<string, number>>) {}

  addColorStop(offset: number, colour: string): void {
    this.stops.push({ offset, colour })
  }
}

/** Of a box. */
type Edges = readonly [left: number, top: number, right: number, bottom: number]

/** Once around, in radians. */
const TURN = 2 * Math.PI

export class SvgContext {
  readonly canvas: { readonly width: number, readonly height: number, readonly getContext: () => SvgContext }
  private readonly ruler: CanvasRenderingContext2D
  private root = create('g', {})
  private state: State
  private saved: State[] = []
  private path: string[] = []
  private ids = 0

  /**
   * @param size of the canvas that it stands in for
   * @param size.width in pixels
   * @param size.height in pixels
   * @param id begins the names of gradients and clips: another one for each drawing on a page
   */
  constructor({ width, height }: { width: number, height: number }, private readonly id: string) {
    const ruler = document.createElement('canvas').getContext('2d')
    if (!ruler)
      throw new Error('the browser gives no 2d context for a canvas')
    this.ruler = ruler
    this.canvas = { width, height, getContext: () => this }
    this.state = { ...START, group: this.root }
  }

  /** What has been drawn; the context begins anew. */
  take(): Node[] {
    const drawn = [...this.root.childNodes]
    this.root = create('g', {})
    this.state = { ...START, group: this.root }
    this.saved = []
    return drawn
  }

  save(): void {
    this.saved.push({ ...this.state })
  }

  restore(): void {
    this.state = this.saved.pop() ?? this.state
  }

  translate(x: number, y: number): void {
    this.transform(1, 0, 0, 1, x, y)
  }

  rotate(angle: number): void {
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
    this.transform(cos, sin, -sin, cos, 0, 0)
  }

  scale(x: number, y: number): void {
    this.transform(x, 0, 0, y, 0, 0)
  }

  transform(...matrix: Matrix): void {
    this.state.matrix = multiplied(this.state.matrix, matrix)
  }

  setTransform(...[first, ...rest]: Matrix | [DOMMatrix2DInit?]): void {
    const { a = 1, b = 0, c = 0, d = 1, e = 0, f = 0 } = typeof first === 'object' ? first : {}
    this.state.matrix = typeof first === 'number' ? [first, ...rest] as unknown as Matrix : [a, b, c, d, e, f]
  }

  resetTransform(): void {
    this.state.matrix = IDENTITY
  }

  getTransform(): DOMMatrix {
    return new DOMMatrix([...this.state.matrix])
  }

  beginPath(): void {
    this.path = []
  }

  closePath(): void {
    if (this.path.length > 0)
      this.path.push('Z')
  }

  moveTo(x: number, y: number): void {
    this.path.push(`M${this.at(x, y)}`)
  }

  lineTo(x: number, y: number): void {
    this.path.push(`${this.path.length > 0 ? 'L' : 'M'}${this.at(x, y)}`)
  }

  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    this.path.push(`${this.path.length > 0 ? '' : `M${this.at(x1, y1)}`}C${this.at(x1, y1)} ${this.at(x2, y2)} ${this.at(x, y)}`)
  }

  quadraticCurveTo(x1: number, y1: number, x: number, y: number): void {
    this.path.push(`${this.path.length > 0 ? '' : `M${this.at(x1, y1)}`}Q${this.at(x1, y1)} ${this.at(x, y)}`)
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.path.push(this.box(x, y, width, height))
  }

  arc(x: number, y: number, radius: number, from: number, to: number, isBackwards = false): void {
    this.ellipse(x, y, radius, radius, 0, from, to, isBackwards)
  }

  /** An arc in two halves, as one of SVG's can't be whole. */
  ellipse(x: number, y: number, across: number, down: number, turned: number, from: number, to: number, isBackwards = false): void {
    const way = isBackwards ? from - to : to - from
    const length = way >= TURN ? TURN : ((way % TURN) + TURN) % TURN
    const end = from + (isBackwards ? -length : length)
    const point = (angle: number) => {
      const [dx, dy] = [across * Math.cos(angle), down * Math.sin(angle)]
      return this.at(x + dx * Math.cos(turned) - dy * Math.sin(turned), y + dx * Math.sin(turned) + dy * Math.cos(turned))
    }
    const { scale, angle } = this.turn()
    const radii = `${round(across * scale)} ${round(down * scale)} ${round((turned + angle) / Math.PI * 180)}`
    const sweep = isBackwards ? 0 : 1
    this.path.push(`${this.path.length > 0 ? 'L' : 'M'}${point(from)}`)
    for (const angle of [(from + end) / 2, end])
      this.path.push(`A${radii} 0 ${sweep} ${point(angle)}`)
  }

  clip(): void {
    const id = this.nextId()
    const clip = create('clipPath', { id })
    clip.append(create('path', { d: this.path.join('') }))
    const group = create('g', { 'clip-path': `url(#${id})` })
    this.state.group.append(clip, group)
    this.state.group = group
  }

  fill(...paths: unknown[]): void {
    refusePath(paths)
    this.put(create('path', { d: this.path.join(''), ...this.filled() }))
  }

  stroke(...paths: unknown[]): void {
    refusePath(paths)
    this.put(create('path', { d: this.path.join(''), ...this.stroked() }))
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    const fade = this.fade([x, y, x + width, y + height])
    if (!fade)
      return this.put(create('path', { d: this.box(x, y, width, height), ...this.filled() }))
    for (const { box: [left, top, right, bottom], fill } of fade)
      this.put(create('path', { d: this.box(left, top, right - left, bottom - top), fill }))
  }

  /** A box that fades along one of its sides, as boxes of one colour, the later ones above; undefined where something else is painted. */
  private fade([left, top, right, bottom]: Edges): { box: Edges, fill: string }[] | undefined {
    const { fillStyle: style } = this.state
    if (!(style instanceof Gradient) || style.name !== 'linearGradient' || style.stops.length !== 2 || this.alpha() !== undefined)
      return undefined
    const { x1 = 0, y1 = 0, x2 = 0, y2 = 0 } = style.places
    const [near, far] = style.stops.map(({ colour }) => this.channels(colour))
    if (!near || !far || (x1 === x2) === (y1 === y2))
      return undefined
    const isDown = x1 === x2
    const [start, end] = isDown ? [y1, y2] : [x1, x2]
    return fadeBands(Math.abs(end - start)).map(({ from, share }, index) => {
      const at = start + Math.sign(end - start) * from
      // The first one also covers what lies before the fade.
      const low = index > 0 && end > start ? at : -Infinity
      const high = index > 0 && end < start ? at : Infinity
      const [[l, r], [t, b]] = isDown ? [[-Infinity, Infinity], [low, high]] : [[low, high], [-Infinity, Infinity]]
      const box: Edges = [Math.max(left, l!), Math.max(top, t!), Math.min(right, r!), Math.min(bottom, b!)]
      return { box, fill: `rgb(${near.map((channel, part) => Math.round(channel + (far[part]! - channel) * share)).join(' ')})` }
    }).filter(({ box: [left, top, right, bottom] }) => right > left && bottom > top)
  }

  /** Red, green and blue of a colour; undefined for one that lets others shine through. */
  private channels(colour: string): number[] | undefined {
    this.ruler.fillStyle = '#000'
    this.ruler.fillStyle = colour
    const written = String(this.ruler.fillStyle)
    return written.startsWith('#') ? [1, 3, 5].map(at => Number.parseInt(written.slice(at, at + 2), 16)) : undefined
  }

  strokeRect(x: number, y: number, width: number, height: number): void {
    this.put(create('path', { d: this.box(x, y, width, height), ...this.stroked() }))
  }

  /** Only the whole of a canvas is cleared: nothing on paper can be rubbed out. */
  clearRect(x: number, y: number, width: number, height: number): void {
    if (x <= 0 && y <= 0 && x + width >= this.canvas.width && y + height >= this.canvas.height)
      this.root.replaceChildren()
  }

  fillText(text: string, x: number, y: number, maxWidth?: number): void {
    this.write(text, x, y, maxWidth, this.filled())
  }

  strokeText(text: string, x: number, y: number, maxWidth?: number): void {
    this.write(text, x, y, maxWidth, this.stroked())
  }

  measureText(text: string): TextMetrics {
    const { font, textAlign, textBaseline } = this.state
    Object.assign(this.ruler, { font, textAlign, textBaseline })
    return this.ruler.measureText(text)
  }

  setLineDash(dash: readonly number[]): void {
    this.state.dash = [...dash]
  }

  getLineDash(): readonly number[] {
    return this.state.dash
  }

  createLinearGradient(x1: number, y1: number, x2: number, y2: number): Gradient {
    return new Gradient('linearGradient', { x1, y1, x2, y2 })
  }

  createRadialGradient(fx: number, fy: number, fr: number, cx: number, cy: number, r: number): Gradient {
    return new Gradient('radialGradient', { fx, fy, fr, cx, cy, r })
  }

  createPattern(): never {
    throw new Error('a pattern is a picture and would blur on paper: draw its marks as paths')
  }

  drawImage(): never {
    throw new Error('a picture on a canvas would blur on paper')
  }

  get fillStyle() { return this.state.fillStyle }
  set fillStyle(style) { this.state.fillStyle = style }
  get strokeStyle() { return this.state.strokeStyle }
  set strokeStyle(style) { this.state.strokeStyle = style }
  get lineWidth() { return this.state.lineWidth }
  set lineWidth(width) { this.state.lineWidth = width > 0 ? width : this.state.lineWidth }
  get lineCap() { return this.state.lineCap }
  set lineCap(cap) { this.state.lineCap = cap ?? this.state.lineCap }
  get lineJoin() { return this.state.lineJoin }
  set lineJoin(join) { this.state.lineJoin = join ?? this.state.lineJoin }
  get miterLimit() { return this.state.miterLimit }
  set miterLimit(limit) { this.state.miterLimit = limit }
  get lineDashOffset() { return this.state.lineDashOffset }
  set lineDashOffset(offset) { this.state.lineDashOffset = offset || 0 }
  get globalAlpha() { return this.state.globalAlpha }
  set globalAlpha(alpha) { this.state.globalAlpha = alpha }
  get font() { return this.state.font }
  set font(font) { this.state.font = font }
  get textAlign() { return this.state.textAlign }
  set textAlign(align) { this.state.textAlign = align }
  get textBaseline() { return this.state.textBaseline }
  set textBaseline(baseline) { this.state.textBaseline = baseline }

  private nextId(): string {
    return `${this.id}-${++this.ids}`
  }

  /** How much the transformation enlarges, and how far it turns. */
  private turn(): { scale: number, angle: number } {
    const [a, b, c, d] = this.state.matrix
    return { scale: Math.sqrt(Math.abs(a * d - b * c)), angle: Math.atan2(b, a) }
  }

  private at(x: number, y: number): string {
    const [a, b, c, d, e, f] = this.state.matrix
    return `${round(a * x + c * y + e)} ${round(b * x + d * y + f)}`
  }

  private box(x: number, y: number, width: number, height: number): string {
    return `M${this.at(x, y)}L${this.at(x + width, y)}L${this.at(x + width, y + height)}L${this.at(x, y + height)}Z`
  }

  private put(element: Element): void {
    if (element.getAttribute('d') !== '')
      this.state.group.append(element)
  }

  private filled(): Record<string, string | number | undefined> {
    return { 'fill': this.paint(this.state.fillStyle), 'fill-opacity': this.alpha() }
  }

  private stroked(): Record<string, string | number | undefined> {
    const { strokeStyle, lineWidth, lineCap, lineJoin, miterLimit, dash, lineDashOffset } = this.state
    const { scale } = this.turn()
    return {
      'fill': 'none',
      'stroke': this.paint(strokeStyle),
      'stroke-opacity': this.alpha(),
      'stroke-width': lineWidth * scale,
      'stroke-linecap': lineCap === START.lineCap ? undefined : lineCap,
      'stroke-linejoin': lineJoin === START.lineJoin ? undefined : lineJoin,
      'stroke-miterlimit': miterLimit,
      'stroke-dasharray': dash.length > 0 ? dash.map(length => round(length * scale)).join(' ') : undefined,
      'stroke-dashoffset': dash.length > 0 && lineDashOffset !== 0 ? lineDashOffset * scale : undefined,
    }
  }

  private alpha(): number | undefined {
    return this.state.globalAlpha === 1 ? undefined : this.state.globalAlpha
  }

  /** A colour as it is, a gradient by its name. */
  private paint(style: string | Gradient): string {
    if (typeof style === 'string')
      return style
    if (!(style instanceof Gradient))
      return this.createPattern()
    const id = this.nextId()
    const { matrix, group } = this.state
    const gradient = create(style.name, {
      id,
      gradientUnits: 'userSpaceOnUse',
      ...style.places,
      gradientTransform: matrix.join() === IDENTITY.join() ? undefined : written(matrix),
    })
    gradient.append(...style.stops.map(({ offset, colour }) => create('stop', { 'offset': precise(offset), 'stop-color': colour })))
    group.append(gradient)
    return `url(#${id})`
  }

  /** Its baseline is reckoned here, as other programs than browsers know only the alphabetic one. */
  private write(
    text: string,
    x: number,
    y: number,
    maxWidth: number | undefined,
    paint: Record<string, string | number | undefined>,
  ): void {
    const { matrix, font, textAlign, textBaseline } = this.state
    const own = this.measureText(text)
    this.ruler.textBaseline = 'alphabetic'
    const down = textBaseline === 'alphabetic' ? 0 : this.ruler.measureText(text).fontBoundingBoxAscent - own.fontBoundingBoxAscent
    const isTurned = matrix.slice(0, 4).join() !== IDENTITY.slice(0, 4).join()
    const [left, top] = isTurned ? [x, y + down] : [x + matrix[4], y + down + matrix[5]]
    const isTight = maxWidth !== undefined && own.width > maxWidth
    const element = create('text', {
      'x': left,
      'y': top,
      'text-anchor': { center: 'middle', right: 'end', end: 'end', left: undefined, start: undefined }[textAlign],
      'transform': isTurned ? written(matrix) : undefined,
      'textLength': isTight ? maxWidth : undefined,
      'lengthAdjust': isTight ? 'spacingAndGlyphs' : undefined,
    })
    // As styles of its own: those of a deck's other drawings say what their texts look like.
    Object.assign(element.style, { font, letterSpacing: 'normal' })
    for (const [property, value] of Object.entries(paint))
      element.style.setProperty(property, typeof value === 'number' ? round(value) : value ?? null)
    element.textContent = text
    this.state.group.append(element)
  }
}

/** A canvas also takes paths that nothing can read again. */
function refusePath(paths: readonly unknown[]): void {
  if (paths.some(path => typeof path === 'object'))
    throw new Error('a Path2D cannot be written as SVG')
}
