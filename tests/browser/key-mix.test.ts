import type { Page } from 'playwright-core'
import process from 'node:process'
import { describe, expect, it } from 'vitest'
import { settle } from '../../addon/node/browser/deck-page'
import { watchProblems } from '../../addon/node/browser/page-problems'
import { slides, url } from './deck'
import { endVisit, useBrowser } from './visits'
import { expectShown, openWindows, shown } from './windows'

/** One run for each; `SEEDS=1,2,3` for others. */
const SEEDS = (process.env.SEEDS ?? '1').split(',').map(Number)
const PRESSES = 200
/** Milliseconds for all of them. */
const DURATION = 10_000
/** Steps more often than the rest, as in a talk. */
const KEYS = ['PageDown', 'ArrowRight', ' ', 'ArrowRight', 'ArrowLeft', 'PageUp', 'ArrowDown', 'ArrowUp', 'o', 'd', 'b', '.', 'e', 'Escape']

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6D2B79F5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Presses keys at an even pace, from within the page: a driver would not keep the pace. */
function press(page: Page, keys: string[]): Promise<void> {
  return page.evaluate(async ([keys, pace]) => {
    const wait = (time: number) => new Promise(resolve => setTimeout(resolve, time - performance.now()))
    const start = performance.now()
    for (const [index, key] of keys.entries()) {
      await wait(start + index * pace)
      for (const [type, at] of [['keydown', 0], ['keyup', 0.5]] as const) {
        await wait(start + (index + at) * pace)
        document.body.dispatchEvent(new KeyboardEvent(type, { key, code: key === ' ' ? 'Space' : '', bubbles: true, cancelable: true }))
      }
    }
  }, [keys, DURATION / PRESSES] as const)
}

const browser = useBrowser()
const HEADCOUNT = slides.find(({ id }) => id === 'headcount-chart')!.no

describe.each(['presenter', 'audience'] as const)(`${PRESSES} keys in ${DURATION / 1000} seconds in the %s window`, (acting) => {
  // What 200 keys leave to draw takes a busy machine minutes.
  it.each(SEEDS)('leave both windows alike, and ready for the next (seed %i)', { timeout: 300_000 }, async (seed) => {
    const next = random(seed)
    const keys = Array.from({ length: PRESSES }, () => KEYS[Math.floor(next() * KEYS.length)]!)
    const windows = await openWindows(browser(), HEADCOUNT, { motion: true })
    const both = [windows.presenter, windows.audience]
    const problems = both.map(page => watchProblems(page, new URL(url).origin))
    await press(windows[acting], keys)

    await expect.poll(async () => {
      const [one, other] = await Promise.all(both.map(shown))
      return JSON.stringify(one) === JSON.stringify(other) || [one, other]
    }, { timeout: 10_000 }).toBe(true)
    const { no } = await shown(windows.presenter)
    await Promise.all(both.map(page => settle(page, no)))
    const end = await shown(windows.presenter)
    expect(await shown(windows.audience)).toEqual(end)

    // Nothing left to undo, then a step moves both.
    for (let undo = 0; undo < 3; undo++)
      await windows[acting].keyboard.press('Escape')
    await Promise.all(both.map(page => expectShown(page, { black: false, enlarged: undefined })))
    const target = no < slides.length ? no + 1 : no - 1
    await windows[acting].locator('.z-modal .slidev-slide-content').first().waitFor({ state: 'hidden', timeout: 5000 })
    await windows[acting].keyboard.press(target > no ? 'ArrowDown' : 'ArrowUp')
    await Promise.all(both.map(page => expectShown(page, { no: target })))
    expect(problems.flat()).toEqual([])
    await endVisit(windows.presenter)
  })
})

it('a window that misses a step comes after', async () => {
  const windows = await openWindows(browser(), HEADCOUNT, {
    // As Slidev's windows do while they speak themselves: they do not hear.
    presenterScript: `
      globalThis.missed = 0
      const listen = BroadcastChannel.prototype.addEventListener
      BroadcastChannel.prototype.addEventListener = function (type, listener) {
        listen.call(this, type, event => event.data.clicks === 1 && missed++ === 0 ? undefined : listener(event))
      }`,
  })
  await windows.audience.keyboard.press('ArrowRight')
  await Promise.all([windows.presenter, windows.audience].map(page => expectShown(page, { no: HEADCOUNT, clicks: 1 })))
  expect(await windows.presenter.evaluate('missed')).toBeGreaterThan(0)
  await endVisit(windows.presenter)
})
