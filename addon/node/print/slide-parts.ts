/** A stretch of text in one style. */
export interface TextRun {
  text: string
  /** Slide pixels. */
  size: number
  /** `rrggbb`. */
  colour: string
  bold: boolean
  italic: boolean
  /** Whether its face has serifs. */
  serif: boolean
  /** BCP 47. */
  language: string
  /** Another host's address, or `#` and the number of a page of this document, from 1. */
  link?: string
}

export interface Paragraph {
  runs: TextRun[]
  align: 'left' | 'right' | 'center'
  /** From one line to the next, and what stands above it, in slide pixels. */
  lineHeight: number
  before: number
  bullet?: 'dot' | 'number'
}

export interface Box { x: number, y: number, width: number, height: number }

export interface TextPart extends Box { kind: 'text', paragraphs: Paragraph[] }
export interface ShapePart extends Box { kind: 'shape', fill?: string, line?: { colour: string, width: number }, round: boolean }
export interface Rule { colour: string, width: number }
export interface Cell {
  paragraphs: Paragraph[]
  columns: number
  rows: number
  fill?: string
  rules: Partial<Record<'L' | 'R' | 'T' | 'B', Rule>>
  /** Left, right, top, bottom. */
  padding: [number, number, number, number]
  middle: boolean
}
export interface TablePart extends Box { kind: 'table', columns: number[], rows: { height: number, cells: (Cell | undefined)[] }[] }
/** What is drawn: an element of the page with `data-drawn="<id>"`. */
export interface PicturePart extends Box {
  kind: 'picture'
  id: string
  /** How far its corner is from that of the element. */
  left: number
  top: number
  name: string
  finding: string
  /** What it says to those who do not see it: figures with their bounds. */
  told: string[]
  links: (Box & { link: string, name: string })[]
}
export type SlidePart = TextPart | ShapePart | TablePart | PicturePart

/** A slide as what it is made of, from the back to the front. */
export interface SlideParts {
  ground: string
  ink: string
  title?: TextPart
  parts: SlidePart[]
}

/** Runs in the print page at rest, so everything it needs is inside: takes each slide apart. */
export function slideParts(): SlideParts[] {
  const isShown = (element: Element) =>
    !element.closest('.sr-only') && element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  const isTransparent = (colour: string) => /^(?:transparent|rgba\(.*, 0\))$/.test(colour)
  const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', { willReadFrequently: true })!
  /** A colour as it looks on that ground. */
  const colour = (value: string, ground = '#fff') => {
    canvas.fillStyle = ground
    canvas.fillRect(0, 0, 1, 1)
    canvas.fillStyle = value
    canvas.fillRect(0, 0, 1, 1)
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map(channel => channel.toString(16).padStart(2, '0')).join('')
  }
  const containers = [...document.querySelectorAll('.print-slide-container')]
  const isInline = (element: Element) => /^(?:inline|contents)/.test(getComputedStyle(element).display) || element.matches('br, wbr')
  const hasInlineOnly = (element: Element): boolean => [...element.children].every(child =>
    !isShown(child) || child.matches('br, wbr') || (isInline(child) && !child.matches('svg, canvas, img') && hasInlineOnly(child)))
  const hasText = (element: Element) => (element.textContent ?? '').trim() !== ''
  const isDrawn = (element: Element) => element.matches('svg, canvas, img, [data-chart]')
  let drawn = 0

  return containers.map((container): SlideParts => {
    const layout = container.querySelector<HTMLElement>('.slidev-layout') ?? container
    const origin = container.getBoundingClientRect()
    const paper = (element: Element): string => {
      for (let at: Element | null = element; at; at = at.parentElement) {
        const { backgroundColor } = getComputedStyle(at)
        if (!isTransparent(backgroundColor))
          return backgroundColor
      }
      return '#fff'
    }
    const ground = paper(layout)
    const boxOf = (element: Element): Box => {
      const { left, top, width, height } = element.getBoundingClientRect()
      return { x: left - origin.left, y: top - origin.top, width, height }
    }
    const linkOf = (element: Element): string | undefined => {
      const href = element.closest('a')?.getAttribute('href') ?? undefined
      if (!href?.startsWith('#'))
        return href
      const at = containers.findIndex(({ id }) => id === href.slice(1))
      return at < 0 ? undefined : `#${at + 1}`
    }
    const runsOf = (element: Element): TextRun[] => {
      const runs: TextRun[] = []
      const walk = (parent: Element) => {
        for (const node of parent.childNodes) {
          if (node instanceof Element && node.matches('br'))
            runs.push({ ...runs.at(-1)!, text: '\n' })
          else if (node instanceof Element && isShown(node) && !isDrawn(node))
            walk(node)
          if (!(node instanceof Text) || !isShown(parent))
            continue
          const style = getComputedStyle(parent)
          const text = node.data.replace(/[^\S\u00A0]+/g, ' ')
          const isBlankAgain = text.startsWith(' ') && (runs.length === 0 || /\s$/.test(runs.at(-1)!.text))
          const words = isBlankAgain ? text.slice(1) : text
          if (words === '')
            continue
          runs.push({
            text: style.textTransform === 'uppercase' ? words.toUpperCase() : words,
            size: Number.parseFloat(style.fontSize),
            colour: colour(style.color, ground),
            bold: Number(style.fontWeight) >= 600,
            italic: style.fontStyle === 'italic',
            serif: /(?:^|, ?)serif/.test(style.fontFamily),
            language: parent.closest('[lang]')?.getAttribute('lang') ?? document.documentElement.lang,
            link: linkOf(parent),
          })
        }
      }
      walk(element)
      const last = runs.at(-1)
      if (last)
        last.text = last.text.trimEnd()
      return runs.filter(({ text }) => text !== '')
    }
    const paragraphOf = (element: Element): Paragraph => {
      const { textAlign, lineHeight, fontSize } = getComputedStyle(element)
      return {
        runs: runsOf(element),
        align: /right|end/.test(textAlign) ? 'right' : textAlign.includes('center') ? 'center' : 'left',
        lineHeight: Number.parseFloat(lineHeight) || Number.parseFloat(fontSize) * 1.3,
        before: 0,
      }
    }
    /** A paragraph for each block in an element, and one for the words beside them. */
    const paragraphsOf = (element: Element): Paragraph[] => {
      const blocks = [...element.children].filter(child => isShown(child) && hasText(child) && !isInline(child))
      if (blocks.length === 0 || [...element.childNodes].some(node => node instanceof Text && node.data.trim() !== ''))
        return [paragraphOf(element)]
      return [...element.children].filter(child => isShown(child) && hasText(child)).flatMap(paragraphsOf)
    }
    /** Whether something without words is seen in it, such as a dot. */
    const hasMarks = (element: Element) => [...element.querySelectorAll('*')].some((part) => {
      if (part.matches('svg, canvas, img'))
        return true
      const style = getComputedStyle(part)
      const { width, height } = part.getBoundingClientRect()
      return isShown(part) && !hasText(part) && !part.matches('td, th, tr, col, colgroup, thead, tbody') && width > 0 && height > 0
        && (!isTransparent(style.backgroundColor) || Number.parseFloat(style.borderTopWidth) > 0)
    })
    const paddingOf = ({ paddingLeft, paddingRight, paddingTop, paddingBottom }: CSSStyleDeclaration) =>
      [paddingLeft, paddingRight, paddingTop, paddingBottom].map(Number.parseFloat) as [number, number, number, number]
    const contentBox = (element: Element): Box => {
      const style = getComputedStyle(element)
      const [left, right, top, bottom] = paddingOf(style)
      const { x, y, width, height } = boxOf(element)
      return { x: x + left, y: y + top, width: width - left - right, height: height - top - bottom }
    }
    /** As wide as its longest line where it has several, so that other faces break it at the same places, or nearly. */
    const textBox = (element: Element): Box => {
      const box = contentBox(element)
      const range = document.createRange()
      range.selectNodeContents(element)
      const lines = [...range.getClientRects()]
      const left = Math.min(...lines.map(line => line.left)) - origin.left
      const right = Math.max(...lines.map(line => line.right)) - origin.left
      return lines.some(line => line.top > lines[0]!.bottom) && right > left ? { ...box, x: left, width: right - left } : box
    }
    const textOf = (element: Element): TextPart => ({ kind: 'text', ...textBox(element), paragraphs: [paragraphOf(element)] })
    const sidesOf = (style: CSSStyleDeclaration) => ({
      T: { width: Number.parseFloat(style.borderTopWidth), colour: style.borderTopColor },
      R: { width: Number.parseFloat(style.borderRightWidth), colour: style.borderRightColor },
      B: { width: Number.parseFloat(style.borderBottomWidth), colour: style.borderBottomColor },
      L: { width: Number.parseFloat(style.borderLeftWidth), colour: style.borderLeftColor },
    })
    const shapesOf = (element: Element): ShapePart[] => {
      const style = getComputedStyle(element)
      const box = boxOf(element)
      const { T, R, B, L } = sidesOf(style)
      const isSeen = ({ width, colour }: Rule) => width > 0 && !isTransparent(colour)
      const fill = isTransparent(style.backgroundColor) ? undefined : colour(style.backgroundColor, ground)
      const round = Number.parseFloat(style.borderTopLeftRadius) > 0
      if ([T, R, B, L].every(side => isSeen(side) && side.width === T.width))
        return [{ kind: 'shape', ...box, fill, line: { colour: colour(T.colour, ground), width: T.width }, round }]
      const rule = (side: Rule, place: Box): ShapePart[] =>
        isSeen(side) ? [{ kind: 'shape', ...place, fill: colour(side.colour, ground), round: false }] : []
      return [
        ...fill === undefined ? [] : [{ kind: 'shape' as const, ...box, fill, round }],
        ...rule(T, { ...box, height: T.width }),
        ...rule(B, { ...box, y: box.y + box.height - B.width, height: B.width }),
        ...rule(L, { ...box, width: L.width }),
        ...rule(R, { ...box, x: box.x + box.width - R.width, width: R.width }),
      ]
    }
    const tableOf = (table: HTMLTableElement): TablePart => {
      const rows = [...table.rows].filter(isShown)
      const taken = rows.map((): (Cell | 'taken' | undefined)[] => [])
      const edges = new Set<number>()
      for (const cell of rows.flatMap(row => [...row.cells])) {
        const { x, width } = boxOf(cell)
        edges.add(Math.round(x))
        edges.add(Math.round(x + width))
      }
      // Borders that cells share make edges a pixel or two apart.
      const places = [...edges].sort((a, b) => a - b).filter((edge, index, all) => index === 0 || edge - all[index - 1]! > 3)
      const at = (x: number) => places.reduce((best, place, index) => Math.abs(place - x) < Math.abs(places[best]! - x) ? index : best, 0)
      for (const [index, row] of rows.entries()) {
        const rowStyle = getComputedStyle(row)
        for (const cell of row.cells) {
          const { x, width } = boxOf(cell)
          const [from, to] = [at(x), at(x + width)]
          const style = getComputedStyle(cell)
          const [own, ofRow] = [sidesOf(style), sidesOf(rowStyle)]
          const rules = Object.fromEntries((['L', 'R', 'T', 'B'] as const).flatMap((side) => {
            const rule = own[side].width > 0 ? own[side] : side === 'T' || side === 'B' ? ofRow[side] : undefined
            const isSeen = rule && rule.width > 0 && !isTransparent(rule.colour)
            return isSeen ? [[side, { colour: colour(rule.colour, ground), width: rule.width }]] : []
          }))
          const background = [style.backgroundColor, rowStyle.backgroundColor].find(value => !isTransparent(value))
          for (let down = 0; down < cell.rowSpan; down++) {
            for (let across = from; across < to; across++)
              taken[index + down]![across] = 'taken'
          }
          taken[index]![from] = {
            paragraphs: paragraphsOf(cell),
            columns: to - from,
            rows: cell.rowSpan,
            fill: background && colour(background, ground),
            rules,
            padding: paddingOf(style),
            middle: style.verticalAlign === 'middle',
          }
        }
      }
      const columns = places.slice(1).map((place, index) => place - places[index]!)
      return {
        kind: 'table',
        ...boxOf(table),
        columns,
        rows: rows.map((row, index) => ({
          height: boxOf(row).height,
          cells: columns.map((_, column) => {
            const cell = taken[index]![column]
            return cell === 'taken' ? undefined : cell
          }),
        })),
      }
    }
    const pictureOf = (element: Element): PicturePart => {
      const figure = element.closest('[data-exhibit]') ?? element
      const parts = [element, ...element.querySelectorAll('*')]
        .filter(part => isShown(part) && !part.closest('defs, clipPath') && !part.matches('g'))
        .map(boxOf)
        .filter(({ width, height }) => width > 0 || height > 0)
      const [left, top] = [Math.floor(Math.min(...parts.map(({ x }) => x))), Math.floor(Math.min(...parts.map(({ y }) => y)))]
      const [right, bottom] = [
        Math.ceil(Math.max(...parts.map(({ x, width }) => x + width))),
        Math.ceil(Math.max(...parts.map(({ y, height }) => y + height))),
      ]
      const id = String(++drawn)
      element.setAttribute('data-drawn', id)
      const named = figure.matches('[aria-label]') ? figure : figure.querySelector('[role=img][aria-label]')
      const told = [...figure.querySelectorAll('p.sr-only, .sr-only li, .sr-only tr, table.sr-only tr')]
        .map(line => (line.matches('tr') ? [...line.children] : [line]).map(cell => cell.textContent.trim()).filter(Boolean).join(': '))
      return {
        kind: 'picture',
        id,
        x: left,
        y: top,
        width: right - left,
        height: bottom - top,
        left: left - boxOf(element).x,
        top: top - boxOf(element).y,
        name: figure.getAttribute('data-exhibit') ?? 'picture',
        finding: named?.getAttribute('aria-label') ?? element.getAttribute('aria-label') ?? '',
        told: told.filter(Boolean),
        links: [...element.querySelectorAll('a')].flatMap((link) => {
          const to = linkOf(link)
          return to ? [{ ...boxOf(link), link: to, name: (link.getAttribute('aria-label') ?? link.textContent).trim() }] : []
        }),
      }
    }
    let title: TextPart | undefined
    const partsOf = (element: Element): SlidePart[] => {
      if (!isShown(element))
        return []
      if (element.matches('h1') && !title) {
        title = textOf(element)
        return []
      }
      if (isDrawn(element))
        return [pictureOf(element)]
      if (element.matches('[data-exhibit]')) {
        const pictures = [...element.querySelectorAll('svg, canvas, img, [data-chart]')].filter(isShown)
        if (pictures.length > 0)
          return [pictureOf(element)]
      }
      if (element instanceof HTMLTableElement)
        return [hasMarks(element) ? pictureOf(element) : tableOf(element)]
      if (element.matches('ul, ol') && [...element.children].every(item => hasInlineOnly(item) && hasText(item))) {
        const items = [...element.children].filter(isShown)
        const areMarked = items.every(item => getComputedStyle(item).display === 'list-item')
        if (areMarked && getComputedStyle(element).listStyleType !== 'none') {
          const paragraphs = items.map((item, index): Paragraph => ({
            ...paragraphOf(item),
            bullet: element.matches('ol') ? 'number' : 'dot',
            before: index === 0 ? 0 : boxOf(item).y - boxOf(items[index - 1]!).y - boxOf(items[index - 1]!).height,
          }))
          return [{ kind: 'text', ...boxOf(element), paragraphs }]
        }
      }
      if (hasInlineOnly(element) && hasText(element))
        return [...shapesOf(element), textOf(element)]
      const own = [...element.childNodes].some(node => node instanceof Text && node.data.trim() !== '')
      // Words beside blocks: nothing of a slide may be lost.
      if (own)
        return [pictureOf(element)]
      return [...element === layout ? [] : shapesOf(element), ...[...element.children].flatMap(partsOf)]
    }
    // What stands beside the layout, such as the number of the page, belongs to the slide.
    const parts = [...container.querySelectorAll('.slidev-layout, .page-marker')]
      .filter(element => !element.parentElement?.closest('.slidev-layout'))
      .flatMap(partsOf)
    // Pictures lie behind words: they have a ground.
    parts.sort((one, other) => Number(other.kind === 'picture') - Number(one.kind === 'picture'))
    return { ground: colour(ground), ink: colour(getComputedStyle(layout).color, ground), title, parts }
  })
}
