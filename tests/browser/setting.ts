import type { Page } from 'playwright-core'
import { figures, source } from '../../data'
import { spaceChinese } from '../../figures/text'
import { fontFiles } from '../../theme/fonts'
import { edition } from './deck'

/** Every character that the edition's faces have. */
const faces = fontFiles(edition).then(files => new Set(files.map(({ characters }) => characters).join('')))

/** The article's own words, which keep their form, longest first. */
const AS_PRINTED = [...figures.map(({ printed }) => printed), source.title, source.author].toSorted(
  (one, other) => other.length - one.length,
)

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

/** What is wrong with how the shown slide is set: glyphs that the deck's faces lack, bad breaks, slanted ideographs, missing spaces. */
export async function badSetting(page: Page): Promise<string[]> {
  const characters = await faces
  const { text, badStarts, broken, slanted } = await page.evaluate(settingOf, edition.language)
  const own = edition.language.startsWith('zh')
    ? text.split('\n').map(line => AS_PRINTED.reduce((rest, printed) => rest.replaceAll(printed, '、'), line))
    : []
  return [
    ...[...new Set(text)].filter(character => character >= ' ' && !characters.has(character)).map(glyph => `no face has the glyph "${glyph}"`),
    ...badStarts.map(line => `a line begins with a stop: ${line}`),
    ...broken.map(line => `a line begins within a word: ${line}`),
    ...slanted.map(line => `slanted ideographs: ${line}`),
    ...own.filter(line => spaceChinese(line) !== line).map(line => `Chinese and Latin without a space: ${line}`),
  ]
}
