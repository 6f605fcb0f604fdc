import { describe, expect, it } from 'vitest'
import { words as talkWords } from '../../addon/locales'
import { goTo, SLIDE } from '../../addon/node/browser/deck-page'
import { pageText, PIXELS_PER_POINT, withoutSpaces } from '../../addon/node/print/pdf-read'
import { slides, usePdf } from './deck'
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
