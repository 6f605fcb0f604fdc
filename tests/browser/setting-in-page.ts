/** What is wrong with how a slide's text is set, and all of the text. */
export interface Setting { text: string, badStarts: string[], broken: string[], slanted: string[], stuck: string[] }

/** What is looked at. */
export interface SettingOptions {
  readonly language: string
  /** A selector; the slide that is shown when left out. */
  readonly root?: string
  /** Only text whose lines break between clauses: elsewhere a Chinese word may be broken. */
  readonly keptOnly?: boolean
}

/** Runs in the page: lines that begin with what may not begin a line or within a word, stops that glue, and slanted ideographs. */
export function settingOf({ language, root = '#slide-content', keptOnly = false }: SettingOptions): Setting {
  const setting: Setting = { text: '', badStarts: [], broken: [], slanted: [], stuck: [] }
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' })
  const walker = document.createTreeWalker(document.querySelector(root)!, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  while (walker.nextNode()) {
    const node = walker.currentNode as Text
    const element = node.parentElement!
    if (!element.checkVisibility())
      continue
    setting.text += `${node.data}\n`
    if (/\p{Script=Han}/u.test(node.data) && getComputedStyle(element).fontStyle !== 'normal')
      setting.slanted.push(node.data)
    const { wordBreak, whiteSpace } = getComputedStyle(element)
    const isKept = wordBreak === 'keep-all' && whiteSpace !== 'nowrap' && !element.closest('.sr-only')
    // WebKit breaks there only at a <wbr>; see addon/lib/clauses.ts.
    if (isKept && /[\p{Script=Han}\w][（《]|[，。；：！？、）》](?=[^\s，。、；：？！”’）》〉…」』】])/u.test(node.data))
      setting.stuck.push(node.data.trim())
    // SVG breaks no lines.
    if (element instanceof SVGElement || (keptOnly && !isKept))
      continue
    const wordStarts = new Set(Array.from(segmenter.segment(node.data), ({ index }) => index))
    let line: number | undefined
    for (let index = 0; index < node.length; index++) {
      range.setStart(node, index)
      range.setEnd(node, index + 1)
      const box = range.getClientRects()[0]
      if (!box || box.width === 0)
        continue
      if (line !== undefined && box.top > line + box.height / 2) {
        const before = node.data.slice(Math.max(0, index - 8), index).trimEnd()
        const after = node.data.slice(index, index + 4)
        if (/^[，。、；：？！”’）》〉…]/.test(after))
          setting.badStarts.push(`${before}|${after}`)
        // A number and its measure word are one.
        if (!wordStarts.has(index) || (/\d$/.test(before) && /^\p{Script=Han}/u.test(after)))
          setting.broken.push(`${before}|${after}`)
      }
      line = box.top
    }
  }
  return setting
}
