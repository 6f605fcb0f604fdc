import { words } from '../locales'

const { buttons, menus, views } = words.stage
/** By what Slidev writes in English, with `{n}` for each number; empty where that is the language of the edition. */
const WORDS: Readonly<Record<string, string>> = { ...buttons, ...menus, ...views }
const hasWords = Object.keys(WORDS).length > 0

/** What a text of Slidev's says in the language of the edition, with its numbers in their order; undefined where it is none of Slidev's. */
export function inEdition(text: string): string | undefined {
  const numbers: string[] = []
  const template = text.trim().replace(/\s+/g, ' ').replace(/\d+/g, (number) => {
    numbers.push(number)
    return '{n}'
  })
  return Object.hasOwn(WORDS, template) ? WORDS[template]!.replace(/\{n\}/g, () => numbers.shift() ?? '') : undefined
}

/** The slides' own words, also where only their titles are. */
const OF_SLIDES = '.slidev-slide-content, .slidev-glass-effect.ws-nowrap'

/**
 * Says what Slidev writes into a part of the page, texts and titles, in the language of the edition. Slidev writes its own words again when
 * they change.
 */
export function sayInEdition(part: Element): void {
  if (!hasWords)
    return
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, node =>
    node instanceof Element && node.matches(OF_SLIDES) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT)
  while (walker.nextNode()) {
    const node = walker.currentNode
    if (node instanceof Text) {
      const said = inEdition(node.data)
      // The space before what follows in the line.
      if (said !== undefined && said !== node.data.trim())
        node.data = node.data.replace(/\S(?:.*\S)?/s, said)
    }
    else {
      for (const name of ['title', 'alt']) {
        const text = (node as Element).getAttribute(name)
        const said = text === null ? undefined : inEdition(text)
        if (said !== undefined && said !== text)
          (node as Element).setAttribute(name, said)
      }
    }
  }
}
