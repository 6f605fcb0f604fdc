import { describe, expect, it } from 'vitest'
import { goTo } from '../../addon/node/browser/deck-page'
import { SCHEMES, slides } from './deck'
import { moved, PAPERS, printPage } from './paper'
import { useBrowser, useDeck } from './visits'

const browser = useBrowser()

describe.each(SCHEMES)('every slide, printed from its window, $scheme', ({ dark }) => {
  const deck = useDeck(browser, { dark })
  it.each(slides)('$no $id is whole, on one page of any paper', async ({ no }) => {
    await goTo(deck(), no)
    const whole = await printPage(deck(), PAPERS['a slide'])
    for (const paper of Object.values(PAPERS)) {
      const { pages, words } = await printPage(deck(), paper)
      expect(pages).toEqual(whole.pages)
      expect(moved(words, whole.words)).toEqual([])
    }
  })
})
