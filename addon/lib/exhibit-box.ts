import type { Area, Point } from './enlargement'

/** Boxes that a reader sees something in. An SVG's own box is not: drawings reach over it, or leave it empty. */
const DRAWN = [
  ':not(svg, svg *, .sr-only, .sr-only *, .enlarge-button, .enlarge-button *, .mark, .mark *)',
  'svg :is(path, rect, circle, ellipse, line, polygon, polyline, text):not(defs *, clipPath *)',
].join(', ')

/** What an exhibit draws, from the corner of its own box, in slide pixels. The same whether it is enlarged or on its way. */
export function drawnBox(figure: HTMLElement): Area {
  const frame = figure.getBoundingClientRect()
  const scale = frame.width / figure.offsetWidth
  const boxes = [...figure.querySelectorAll(DRAWN)]
    .map(element => element.getBoundingClientRect())
    .filter(({ width, height }) => width + height > 0)
  if (getComputedStyle(figure).borderTopStyle !== 'none')
    boxes.push(new DOMRect(frame.left, frame.top, frame.width, 0))
  if (boxes.length === 0)
    return { left: 0, top: 0, width: figure.offsetWidth, height: figure.offsetHeight }
  const left = Math.min(...boxes.map(box => box.left))
  const top = Math.min(...boxes.map(box => box.top))
  return {
    left: (left - frame.left) / scale,
    top: (top - frame.top) / scale,
    width: (Math.max(...boxes.map(box => box.right)) - left) / scale,
    height: (Math.max(...boxes.map(box => box.bottom)) - top) / scale,
  }
}

/**
 * Where an element's corner stands on its slide without any transform, in slide pixels. Its layout fills the slide, but need not be
 * positioned, as in Slidev's default theme: then the next positioned element lies outside of it, and where that stands in the window is
 * no matter.
 */
export function originOnSlide(element: HTMLElement): Point {
  const layout = element.closest('.slidev-layout')
  const isInside = (part: HTMLElement | null): part is HTMLElement => part !== layout && layout?.contains(part) === true
  const origin = { x: 0, y: 0 }
  for (let part: HTMLElement | null = element; isInside(part); part = part.offsetParent as HTMLElement | null) {
    origin.x += part.offsetLeft
    origin.y += part.offsetTop
  }
  return origin
}
