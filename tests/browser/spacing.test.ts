import { expect, it } from 'vitest'
import { closePage, goTo, newDeckPage, openDeck, openSlide } from '../../addon/node/browser/deck-page'
import { builtEditions, noOf } from './deck'
import { ALL_SPACINGS, slideFaults, spacedFromStart, spaceOut, SPACINGS } from './spaced'
import { endVisit, useBrowser } from './visits'

/** The fullest slides, a long title among them; `spacing.long.test.ts` walks through all, and what stands around them. */
const FULL = ['matrix', 'limits', 'sources-one', 'dates']

const browser = useBrowser()

it.each(Object.entries(builtEditions))('text that a reader spaces out is whole and apart, %s', async (_, { url }) => {
  const page = await openDeck(browser(), { url })
  await spaceOut(page, ALL_SPACINGS)
  const found: string[] = []
  for (const id of FULL) {
    await goTo(page, noOf(id))
    found.push(...(await slideFaults(page)).map(fault => `${id}: ${fault}`))
  }
  expect(found).toEqual([])
  await endVisit(page)
})

it.each([
  { spacing: ALL_SPACINGS, id: 'matrix', clicks: 0 },
  { spacing: SPACINGS.letters, id: 'dates', clicks: 0 },
  { spacing: SPACINGS.lines, id: 'training-time', clicks: 1 },
  { spacing: SPACINGS.words, id: 'offices', clicks: 1 },
])('a browser that spaces text out from the start gets room with the first slide: $id', async ({ spacing, id, clicks }) => {
  const page = await newDeckPage(browser())
  await spacedFromStart(page, spacing)
  await openSlide(page, builtEditions.en.url, noOf(id), clicks)
  await page.waitForFunction(() => !document.querySelector('#prerendered'))
  await expect.poll(() => slideFaults(page)).toEqual([])
  await closePage(page)
})
