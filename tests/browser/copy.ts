import type { Page } from 'playwright-core'

/** Runs in the page: what is wrong with the text that one copies of a slide. */
function copiedBadly(title: string): string[] {
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim()
  const slide = [...document.querySelectorAll('#slideshow > [data-slidev-no]')].find(slide => slide.checkVisibility())!
  document.execCommand('selectAll')
  const copied = plain(String(getSelection()))
  getSelection()!.removeAllRanges()
  const found = copied.includes(plain(title)) ? [] : [`lacks the title: ${copied.slice(0, 80)}`]

  const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  const boxAt = (node: Text, index: number) => {
    range.setStart(node, index)
    range.setEnd(node, index + 1)
    return range.getBoundingClientRect()
  }
  let seen = ''
  let last: { text: string, box: DOMRect } | undefined
  const unseen: string[] = []
  while (walker.nextNode()) {
    const node = walker.currentNode as Text
    const element = node.parentElement!
    const text = node.data.trimEnd()
    if (plain(text) === '' || !element.checkVisibility())
      continue
    if (getComputedStyle(element).userSelect === 'none') {
      unseen.push(plain(text))
      continue
    }
    seen += ` ${plain(text)}`
    const first = boxAt(node, node.data.search(/\S/))
    const isBeside = last && Math.abs(last.box.bottom - first.bottom) < first.height / 2
    if (last && isBeside && first.left - last.box.right > first.height / 8) {
      const glued = plain(last.text.slice(-8) + text.trimStart().slice(0, 8))
      // Two signs may well stand together elsewhere.
      if (glued.length > 4 && copied.includes(glued))
        found.push(`two words are one: ${glued}`)
    }
    last = { text, box: boxAt(node, text.length - 1) }
  }
  return [...found, ...unseen.filter(text => text.length > 8 && copied.includes(text) && !seen.includes(text)).map(text => `has "${text}"`)]
}

/** Nothing but the slide's text is copied, with its title whole and its words apart. */
export function badCopy(page: Page, title: string): Promise<string[]> {
  return page.evaluate(copiedBadly, title)
}
