import type { Browser, Page } from 'playwright-core'
import type { Windows } from './windows'
import process from 'node:process'
import { expect } from 'vitest'
import { waitUntilStill } from '../../addon/node/browser/deck-page'
import { watchProblems } from '../../addon/node/browser/page-problems'
import { slides, url } from './deck'
import { endVisit } from './visits'
import { expectShown, openWindows, shown } from './windows'

/** What a mix of keys may be pressed in. */
export const ACTING = ['presenter', 'audience'] as const satisfies readonly (keyof Windows)[]
/** For the files that are run with `--mode all`; `SEEDS=1,2,3` for others. */
export const MORE_SEEDS = (process.env.SEEDS ?? '1,2').split(',').map(Number)
/** Milliseconds from one press to the next: twenty a second. */
const PACE = 50
/** Steps more often than the rest, as in a talk. */
const KEYS = ['PageDown', 'ArrowRight', ' ', 'ArrowRight', 'ArrowLeft', 'PageUp', 'ArrowDown', 'ArrowUp', 'o', 'd', 'b', '.', 'e', 'Escape']

export interface KeyMix {
  /** The window in which the keys are pressed. */
  acting: keyof Windows
  /** The same keys for the same seed. */
  seed: number
  presses: number
  /** The slide at which both windows are opened. */
  no: number
}

/** Presses a mix of keys in one of two windows, and expects that both are alike afterwards, and ready for the next key. */
export async function expectAlikeAfterKeys(browser: Browser, { acting, seed, presses, no: from }: KeyMix): Promise<void> {
  const next = random(seed)
  const keys = Array.from({ length: presses }, () => KEYS[Math.floor(next() * KEYS.length)]!)
  const windows = await openWindows(browser, from, { motion: true })
  const both = [windows.presenter, windows.audience]
  const problems = both.map(page => watchProblems(page, new URL(url).origin))
  await press(windows[acting], keys)

  await expect.poll(async () => {
    const [one, other] = await Promise.all(both.map(shown))
    return JSON.stringify(one) === JSON.stringify(other) || [one, other]
  }, { timeout: 10_000 }).toBe(true)
  const { no } = await shown(windows.presenter)
  await Promise.all(both.map(page => waitUntilStill(page, no)))
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
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function random(seed: number): () => number {
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
  }, [keys, PACE] as const)
}
