import { describe, expect, it } from 'vitest'
import { fontFiles } from '../../build/fonts'
import { figures, source } from '../../data'
import { spaceChinese } from '../../lib/text'
import { goTo } from '../../scripts/deck-page'
import { edition, slides } from './deck'
import { useBrowser, useDeck } from './visits'

const characters = new Set((await fontFiles(edition)).map(({ characters }) => characters).join(''))

/** The article's own words, which keep their form, longest first. */
const AS_PRINTED = [...figures.map(({ printed }) => printed), source.title, source.author].toSorted((one, other) => other.length - one.length)

/** What is wrong with how a slide's text is set, and all of the text. */
interface Setting { text: string, badStarts: string[], broken: string[], slanted: string[] }

/** Runs in the page: lines that begin with what may not begin a line or within a word, and slanted ideographs. */
function settingOf(language: string): Setting {
  const setting: Setting = { text: '', badStarts: [], broken: [], slanted: [] }
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' })
  const walker = document.createTreeWalker(document.querySelector('#slide-content')!, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  while (walker.nextNode()) {
    const node = walker.currentNode as Text
    const element = node.parentElement!
    if (!element.checkVisibility())
      continue
    setting.text += `${node.data}\n`
    if (/\p{Script=Han}/u.test(node.data) && getComputedStyle(element).fontStyle !== 'normal')
      setting.slanted.push(node.data)
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

describe('the type', () => {
  const deck = useDeck(useBrowser())

  it.each(slides)('on $no $id has every glyph in the deck\'s own faces, upright, spaced, and no line begins with a stop or within a word', async ({ no }) => {
    await goTo(deck(), no)
    const { text, badStarts, broken, slanted } = await deck().evaluate(settingOf, edition.language)
    expect.soft([...new Set(text)].filter(character => character >= ' ' && !characters.has(character)), 'glyphs that no face has').toEqual([])
    expect.soft(badStarts, 'lines that begin with a stop').toEqual([])
    expect.soft(broken, 'lines that begin within a word').toEqual([])
    expect.soft(slanted, 'slanted ideographs').toEqual([])
    if (!edition.language.startsWith('zh'))
      return
    const own = text.split('\n').map(line => AS_PRINTED.reduce((rest, printed) => rest.replaceAll(printed, '、'), line))
    expect(own.filter(line => spaceChinese(line) !== line), 'Chinese and Latin without a space').toEqual([])
  })
})
