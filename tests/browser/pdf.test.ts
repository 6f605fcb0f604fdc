import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { words as talkWords } from '../../addon/locales'
import { closePage, goTo, newDeckPage, SLIDE } from '../../addon/node/browser/deck-page'
import { slideName } from '../../addon/node/browser/deck-steps'
import { pageText, PIXELS_PER_POINT, withoutSpaces } from '../../addon/node/print/pdf-read'
import { openPrintPage } from '../../addon/node/print/print-page'
import { words } from '../../locales'
import { readTagged, textsOf } from '../documents/pdf-tree'
import { built, slides, url, usePdf } from './deck'
import { measure } from './measure'
import { useBrowser, useDeck } from './visits'

const pdf = usePdf()

/** For comparing: styles may show text in capitals, in the browser and on paper alike. */
const plain = (text: string) => withoutSpaces(text).toLowerCase()

/** A way back is for windows; paper has none. */
const BACK = talkWords.labels.backTo.split('{n}')[0]!

describe('the exported PDF', () => {
  it('has pages of a slide\'s size', async () => {
    const { width, height } = (await pdf().getPage(1)).getViewport({ scale: PIXELS_PER_POINT })
    expect([Math.round(width), Math.round(height)]).toEqual([SLIDE.width, SLIDE.height])
  })

  const deck = useDeck(useBrowser())

  it.each(slides)('$no $id carries its title and every number that the slide shows', async ({ no }) => {
    await goTo(deck(), no)
    const { texts } = await measure(deck())
    const page = plain(await pageText(await pdf().getPage(no)))
    const headline = await deck().evaluate(no => document.querySelector(`#slideshow > [data-slidev-no="${no}"] h1`)?.textContent ?? '', no)
    expect.soft(page, 'headline').toContain(plain(headline))
    expect(headline, 'a headline').not.toBe('')
    expect.soft(page, 'a token that nothing replaced').not.toContain('[[')
    const missing = texts.filter(({ text }) => /\d/.test(text) && !text.startsWith(BACK) && !page.includes(plain(text)))
    expect(missing.map(({ text }) => text), 'missing on the page').toEqual([])
  })
})

/** For comparing orders: styles set marks between names. */
const letters = (text: string) => plain(text).replace(/[\p{P}\p{S}]/gu, '')

/** Letters by which a word is found: in a cell of Chinese the next line follows without a blank. */
const START = 4

describe('a listener to the exported PDF', () => {
  const browser = useBrowser()
  const inFile: ReturnType<typeof textsOf> = []
  let onPage: string[]
  beforeAll(async () => {
    inFile.push(...textsOf(await readTagged(await readFile(built.pdf))))
    const page = await newDeckPage(browser(), { viewport: SLIDE })
    await openPrintPage(page, `${url}print?print`, slides.map(slideName))
    onPage = (await page.locator('.print-slide-container').allTextContents()).map(letters)
    await closePage(page)
  })

  it.each(slides)('hears $no $id in the order of the page: the title, the body, the source', async ({ no, id, title = '' }) => {
    const heard = inFile.filter(({ page, text }) => page === no - 1 && text.trim() !== '')
    expect(heard[0]!.role).toBe('H1')
    expect(letters(heard[0]!.text)).toBe(letters(title))
    const texts = heard.map(({ text }) => letters(text))
    // Whatever comes out of turn is not found after what came before it; a figure is heard as one.
    const outOfTurn: string[] = []
    let at = 0
    for (const word of heard.filter(({ role }) => role !== 'Figure').flatMap(({ text }) => text.split(/[\p{P}\p{S}\s]+/u)).map(letters)) {
      const found = onPage[no - 1]!.indexOf(word.slice(0, START), at)
      if (found < 0)
        outOfTurn.push(word)
      else
        at = found + word.slice(0, START).length
    }
    expect(outOfTurn, id).toEqual([])
    const sources = [words.labels.source, words.labels.otherSources].map(letters)
    const foot = texts.findLastIndex(text => sources.some(source => text.startsWith(source)))
    expect(foot, 'where the source begins').toBeGreaterThan(texts.length - 8)
  })
})
