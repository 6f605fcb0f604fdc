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
interface Setting { text: string, badStarts: string[], slanted: string[] }

/** Runs in the page: lines that begin with what may not begin a line, and slanted ideographs. */
function settingOf(): Setting {
  const setting: Setting = { text: '', badStarts: [], slanted: [] }
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
    let line: number | undefined
    for (let index = 0; index < node.length; index++) {
      range.setStart(node, index)
      range.setEnd(node, index + 1)
      const box = range.getClientRects()[0]
      if (!box || box.width === 0)
        continue
      if (line !== undefined && box.top > line + box.height / 2 && /[，。、；：？！”’）》〉…]/.test(node.data[index]!))
        setting.badStarts.push(node.data.slice(Math.max(0, index - 8), index + 4))
      line = box.top
    }
  }
  return setting
}

describe('the type', () => {
  const deck = useDeck(useBrowser())

  it.each(slides)('on $no $id has every glyph in the deck\'s own faces, upright, spaced, and no line begins with a stop', async ({ no }) => {
    await goTo(deck(), no)
    const { text, badStarts, slanted } = await deck().evaluate(settingOf)
    expect.soft([...new Set(text)].filter(character => character >= ' ' && !characters.has(character)), 'glyphs that no face has').toEqual([])
    expect.soft(badStarts, 'lines that begin with a stop').toEqual([])
    expect.soft(slanted, 'slanted ideographs').toEqual([])
    if (!edition.language.startsWith('zh'))
      return
    const own = text.split('\n').map(line => AS_PRINTED.reduce((rest, printed) => rest.replaceAll(printed, '、'), line))
    expect(own.filter(line => spaceChinese(line) !== line), 'Chinese and Latin without a space').toEqual([])
  })
})
