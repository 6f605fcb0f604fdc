import { describe, it } from 'vitest'
import { noOf } from './deck'
import { ACTING, expectAlikeAfterKeys, MORE_SEEDS } from './key-mix'
import { useBrowser } from './visits'

const browser = useBrowser()

describe.each(MORE_SEEDS)('200 keys in 10 seconds (seed %i)', (seed) => {
  // What they leave to draw takes a busy machine minutes.
  it.each(ACTING)('in the %s window leave both windows alike, and ready for the next', { timeout: 300_000 }, async (acting) => {
    await expectAlikeAfterKeys(browser(), { acting, seed, presses: 200, no: noOf('headcount-chart') })
  })
})
