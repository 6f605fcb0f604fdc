import { describe, expect, it } from 'vitest'
import { closePage, newDeckPage, openSlide, waitUntilStill } from '../../addon/node/browser/deck-page'
import { noOf, url } from '../browser/deck'
import { ACTING, expectAlikeAfterKeys } from '../browser/key-mix'
import { expectEachCounts, QUICK_KEYS } from '../browser/quick-presses'
import { endVisit, useBrowser } from '../browser/visits'
import { expectShown, openWindows } from '../browser/windows'
import { inParts, LANDING } from '../parts'

const browser = useBrowser()
const CHART = noOf('chart')

describe('100 keys in 5 seconds', LANDING, () => {
  it.each(ACTING)('in the %s window leave both windows alike, and ready for the next', { timeout: 300_000 }, async (acting) => {
    await expectAlikeAfterKeys(browser(), { acting, seed: 1, presses: 100, no: CHART })
  })
})

/** The first steps of the deck; the chart has two clicks. */
const STEPS = [{ no: 1, clicks: 0 }, ...[0, 1, 2].map(clicks => ({ no: CHART, clicks })), { no: CHART + 1, clicks: 0 }]

// More of them: key-mix.long.test.ts.
it('keys that come at once are all counted, and once', async () => {
  const windows = await openWindows(browser(), 1)
  for (const acting of ACTING)
    await expectEachCounts(windows, acting, STEPS, 0, [0, 10], QUICK_KEYS.slice(0, 1))
  await endVisit(windows.presenter)
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

const leads = 'of two windows that move before they hear of each other, the later one leads both: the %s'
describe.each(inParts(ACTING, (_, index) => index === 0))('$when', ({ some, options }) => it.each(some)(leads, options, async (later) => {
  const windows = await openWindows(browser(), CHART)
  for (const page of Object.values(windows)) {
    await page.evaluate(() => {
      const post = BroadcastChannel.prototype.postMessage
      BroadcastChannel.prototype.postMessage = function (message) {
        setTimeout(copy => post.call(this, copy), 1500, structuredClone(message))
      }
    })
  }
  const [back, on] = later === 'presenter' ? [windows.audience, windows.presenter] : [windows.presenter, windows.audience]
  await back.keyboard.press('ArrowUp')
  await expectShown(back, { no: CHART - 1 })
  await on.keyboard.press('ArrowDown')
  await expectShown(on, { no: CHART + 1 })
  await on.waitForTimeout(2500)
  for (const page of [back, on])
    await expectShown(page, { no: CHART + 1, clicks: 0 })
  await closePage(windows.presenter)
}))

it('a slide that is left twice before a frame is drawn does not stay in the picture', async () => {
  const page = await newDeckPage(browser())
  await page.addInitScript(`
    globalThis.frame = 0
    const draw = requestAnimationFrame
    globalThis.requestAnimationFrame = callback => frame ? setTimeout(callback, frame, performance.now()) : draw(callback)`)
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  await openSlide(page, url, CHART)
  await page.evaluate(async (no) => {
    const global = globalThis as { frame?: number }
    global.frame = 70
    for (const to of [no + 1, no, no + 1, no]) {
      await window.deckNav().go(to)
      await new Promise(resolve => setTimeout(resolve, 25))
    }
    await new Promise(resolve => setTimeout(resolve, 300))
    global.frame = 0
  }, CHART)
  await waitUntilStill(page, CHART)
  await closePage(page)
})
