/** What a text stands in by itself. */
const BLOCKS = 'p, li, td, th, dt, dd, h1, h2, h3, h4, h5, h6, caption, figcaption, blockquote, pre, text, div'
/** What is no text of the slide, or not shown yet. */
const UNSAID = 'button, [aria-hidden="true"], .slidev-vclick-hidden'

/** The texts of a slide that are shown, by the node that holds each, in their order. */
export function shownTexts(slide: Element | null, isLeftOut: (element: Element) => boolean): Map<Text, string> {
  const texts = new Map<Text, string>()
  if (!slide)
    return texts
  const nodes = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT)
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    const { parentElement: parent } = node
    const text = (node as Text).data
    if (text.trim() && parent && !parent.closest(UNSAID) && !isLeftOut(parent)
      && parent.checkVisibility({ opacityProperty: true, visibilityProperty: true })) {
      texts.set(node as Text, text)
    }
  }
  return texts
}

/** Those that come with the clicks from one to another, as `v-click` has them. */
export function textsOfClicks(texts: ReadonlyMap<Text, string>, first: number, last: number): Map<Text, string> {
  return new Map([...texts].filter(([node]) => {
    const start = Number(node.parentElement?.closest<HTMLElement>('[data-slidev-clicks-start]')?.dataset.slidevClicksStart)
    return start > first && start <= last
  }))
}

/** What is in one and was not in the other, a text for each block. */
export function newTexts(before: ReadonlyMap<Text, string>, now: ReadonlyMap<Text, string>): string[] {
  const blocks = new Map<Element | null, string>()
  for (const [node, text] of now) {
    if (before.get(node) === text)
      continue
    const block = node.parentElement?.closest(BLOCKS) ?? null
    blocks.set(block, (blocks.get(block) ?? '') + text)
  }
  return Array.from(blocks.values(), text => text.replace(/\s+/g, ' ').trim())
}
