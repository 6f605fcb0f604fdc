import { describe, expect, it } from 'vitest'
import { noOf } from '../browser/deck'
import { ACTING, expectAlikeAfterKeys } from '../browser/key-mix'
import { endVisit, useBrowser } from '../browser/visits'
import { expectShown, openWindows } from '../browser/windows'

const browser = useBrowser()
const CHART = noOf('chart')

describe('100 keys in 5 seconds', () => {
  it.each(ACTING)('in the %s window leave both windows alike, and ready for the next', { timeout: 300_000 }, async (acting) => {
    await expectAlikeAfterKeys(browser(), { acting, seed: 1, presses: 100, no: CHART })
  })
})

it('a window that misses a step comes after', async () => {
  const windows = await openWindows(browser(), CHART, {
    // As Slidev's windows do while they speak themselves: they do not hear.
    presenterScript: `
      globalThis.missed = 0
      const listen = BroadcastChannel.prototype.addEventListener
      BroadcastChannel.prototype.addEventListener = function (type, listener) {
        listen.call(this, type, event => event.data.clicks === 1 && missed++ === 0 ? undefined : listener(event))
      }`,
  })
  await windows.audience.keyboard.press('ArrowRight')
  await Promise.all([windows.presenter, windows.audience].map(page => expectShown(page, { no: CHART, clicks: 1 })))
  expect(await windows.presenter.evaluate('missed')).toBeGreaterThan(0)
  await endVisit(windows.presenter)
})
