import type { CopiedPiece } from '../lib/copied-text'
import { withWordsApart } from '../lib/copied-text'

/** Lines of a drawing: an SVG text, and what is placed within it. */
const LINES_OF_DRAWINGS = 'text, tspan[x], tspan[y], tspan[dy]'

/** The nearest around a text that is not in line with what is beside it. */
function placeOf(text: Text): Element | null {
  let element = text.parentElement
  while (element && !element.matches(LINES_OF_DRAWINGS) && /^(?:inline|contents|ruby)/.test(getComputedStyle(element).display))
    element = element.parentElement
  return element
}

function piecesOf(range: Range): CopiedPiece[] {
  const pieces: CopiedPiece[] = []
  const texts = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT)
  for (let node: Node | null = texts.currentNode; node; node = texts.nextNode()) {
    if (!(node instanceof Text) || !range.intersectsNode(node) || !node.parentElement?.checkVisibility())
      continue
    const text = node.data.slice(
      node === range.startContainer ? range.startOffset : 0,
      node === range.endContainer ? range.endOffset : undefined,
    )
    pieces.push({ text, place: placeOf(node) })
  }
  return pieces
}

/**
 * Keeps words apart that are copied. Firefox joins the texts of a drawing, and of elements that only a style sheet sets apart, without
 * as much as a space between them; what other engines copy is right and stays as it is.
 */
export function keepCopiedWordsApart(): void {
  document.addEventListener('copy', (event) => {
    const selection = getSelection()
    const whole = String(selection)
    if (event.defaultPrevented || !selection || whole.trim() === '')
      return
    const ranges = Array.from({ length: selection.rangeCount }, (_, index) => selection.getRangeAt(index))
    const apart = withWordsApart(whole, ranges.flatMap(piecesOf))
    if (apart === whole)
      return
    event.clipboardData?.setData('text/plain', apart)
    event.preventDefault()
  })
}
