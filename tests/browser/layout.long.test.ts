import { describe, expect, it } from 'vitest'
import { goTo } from '../../addon/node/browser/deck-page'
import { slides } from './deck'
import { measure, overlaps } from './measure'
import { useBrowser, useDeck } from './visits'

/** A projector, an old one, a phone on its side, a large screen. */
const SIZES = [{ width: 1920, height: 1080 }, { width: 1024, height: 768 }, { width: 844, height: 390 }, { width: 3840, height: 2160 }]
/** What can go wrong in different ways at other sizes; slides that the deck does not have are left out. */
const REPRESENTATIVE = ['cover', 'model', 'headcount-chart', 'papers', 'mechanisms', 'limits']

const browser = useBrowser()

describe.each(SIZES)('at $width x $height', (viewport) => {
  const deck = useDeck(browser, { viewport })
  const known = slides.filter(({ id }) => REPRESENTATIVE.includes(id))

  it.each(known)('$no $id keeps its content inside and apart', async ({ no }) => {
    await goTo(deck(), no)
    const { texts, outside } = await measure(deck())
    expect.soft(outside, 'outside or cut off').toEqual([])
    expect.soft(overlaps(texts), 'overlapping').toEqual([])
  })
})

it('still has the slides that represent the others', () => {
  expect(slides.map(({ id }) => id)).toEqual(expect.arrayContaining(REPRESENTATIVE))
})
