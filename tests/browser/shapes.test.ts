import { describe, expect, it } from 'vitest'
import { inParts } from '../parts'
import { faintInShapes } from './controls'
import { noOf, SCHEMES, url } from './deck'
import { useBrowser, useDeck } from './visits'

/** Windows in which a slide leaves room above and below, or at its sides; `shapes.long.test.ts` has more of them. */
const SHAPES = [{ width: 1280, height: 900 }, { width: 768, height: 1024 }, { width: 2560, height: 1080 }]
const CHART = noOf('headcount-chart')

const browser = useBrowser()

const parts = inParts(SCHEMES, ({ dark }) => !dark)
describe.each(parts)('$when', ({ some, options }) => describe.each(some)('controls stand out, $scheme', options, ({ dark }) => {
  const deck = useDeck(browser, { dark })

  it.each(['', 'presenter/'])('in a window of any shape, at "%s"', async (view) => {
    expect(await faintInShapes(deck(), `${url}${view}${CHART}`, CHART, SHAPES)).toEqual([])
  })
}))
