import { describe, it } from 'vitest'
import { noOf } from '../browser/deck'
import { ACTING, expectAlikeAfterKeys, MORE_SEEDS } from '../browser/key-mix'
import { expectEachCounts } from '../browser/quick-presses'
import { endVisit, useBrowser } from '../browser/visits'
import { openWindows } from '../browser/windows'

const browser = useBrowser()

describe.each(MORE_SEEDS)('200 keys in 10 seconds (seed %i)', (seed) => {
  // What they leave to draw takes a busy machine minutes.
  it.each(ACTING)('in the %s window leave both windows alike, and ready for the next', { timeout: 300_000 }, async (acting) => {
    await expectAlikeAfterKeys(browser(), { acting, seed, presses: 200, no: noOf('chart') })
  })
})

it.each(ACTING)('keys that come at once in the %s window are all counted, and once', { timeout: 300_000 }, async (acting) => {
  const chart = noOf('chart')
  const steps = [{ no: 1, clicks: 0 }, ...[0, 1, 2].map(clicks => ({ no: chart, clicks })), { no: chart + 1, clicks: 0 }]
  const windows = await openWindows(browser(), 1)
  for (const from of [0, 1])
    await expectEachCounts(windows, acting, steps, from, [0, 1, 5, 15, 30])
  await endVisit(windows.presenter)
})
