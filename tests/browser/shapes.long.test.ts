import { describe, expect, it } from 'vitest'
import { faintInShapes } from './controls'
import { builtEditions, noOf, SCHEMES } from './deck'
import { useBrowser, useDeck } from './visits'

/** From a small phone to a wide screen, upright and across, and on both sides of where the controls come to stand below the slide. */
const SHAPES = [
  { width: 320, height: 568 },
  { width: 640, height: 400 },
  { width: 844, height: 390 },
  { width: 1024, height: 768 },
  { width: 1280, height: 839 },
  { width: 1280, height: 842 },
  { width: 1080, height: 1920 },
  { width: 1920, height: 1080 },
  { width: 2560, height: 1080 },
]

const browser = useBrowser()

describe.each(SCHEMES)('controls stand out from what they stand on, $scheme', ({ dark }) => {
  const deck = useDeck(browser, { dark })
  const cases = Object.values(builtEditions).flatMap(({ url }) =>
    ['cover', 'headcount-chart', 'sources-one'].flatMap(id => ['', 'presenter/'].map(view => ({ url, id, view }))))

  it.each(cases)('at $url$view, $id', async ({ url, id, view }) => {
    // Who was offered the reading page on a phone has chosen the slides.
    await deck().addInitScript('localStorage.setItem(\'deck-view\', \'slides\')')
    expect(await faintInShapes(deck(), `${url}${view}${noOf(id)}`, noOf(id), SHAPES)).toEqual([])
  })
})

describe('controls stand out where the system chooses the colours', () => {
  const deck = useDeck(browser)

  it.each(['', 'presenter/'])('at "%s"', async (view) => {
    await deck().emulateMedia({ forcedColors: 'active' })
    const { url } = Object.values(builtEditions)[0]!
    expect(await faintInShapes(deck(), `${url}${view}${noOf('cover')}`, noOf('cover'), SHAPES.slice(3, 6))).toEqual([])
  })
})
