import { expect, it } from 'vitest'
import { goTo, openDeck } from '../../addon/node/browser/deck-page'
import { builtEditions, noOf } from './deck'
import { ALL_SPACINGS, slideFaults, spaceOut } from './spaced'
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
