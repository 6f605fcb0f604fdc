import type { Page } from 'playwright-core'
import type { SlidePosition } from '../../addon/lib/slide-position'
import type { Windows } from './windows'
import { goTo } from '../../addon/node/browser/deck-page'
import { expectShown } from './windows'

/** Keys that step, in a mix of directions, and by how many steps they lead on. */
export const QUICK_KEYS: readonly (readonly [readonly string[], number])[] = [
  [['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft'], 2],
  [['PageDown', ' ', 'ArrowRight'], 3],
  [['ArrowRight', 'ArrowRight'], 2],
  [['ArrowRight', 'ArrowLeft', 'ArrowRight', 'ArrowLeft', 'ArrowRight', 'ArrowRight', 'PageUp', 'ArrowRight'], 2],
]

/** Presses keys one right after the other, as an impatient hand on a clicker does, or a computer that was busy hands them on. */
function pressQuickly(page: Page, keys: readonly string[], pause: number): Promise<void> {
  return page.evaluate(async ([keys, pause]) => {
    for (const key of keys) {
      for (const type of ['keydown', 'keyup'])
        document.body.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, cancelable: true }))
      await new Promise<void>((resolve) => {
        // A timer of nothing takes some milliseconds.
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => resolve()
        if (pause > 0)
          setTimeout(resolve, pause)
        else
          port2.postMessage(0)
      })
    }
  }, [keys, pause] as const)
}

/**
 * Presses keys quickly in one of two windows, and expects that each has counted once in both.
 * @param windows both
 * @param acting the one in which they are pressed
 * @param steps every step of the deck, forwards
 * @param from index of the step from which it begins
 * @param pauses between two presses, in milliseconds
 * @param mixes keys that are pressed, and by how many steps they lead on
 */
export async function expectEachCounts(
  windows: Windows,
  acting: keyof Windows,
  steps: readonly SlidePosition[],
  from: number,
  pauses: readonly number[],
  mixes = QUICK_KEYS,
): Promise<void> {
  const both = [windows.presenter, windows.audience]
  const start = steps[from]!
  for (const [keys, by] of mixes) {
    for (const pause of pauses) {
      await goTo(windows[acting], start.no, start.clicks)
      await Promise.all(both.map(page => expectShown(page, start)))
      await pressQuickly(windows[acting], keys, pause)
      await Promise.all(both.map(page => expectShown(page, steps[from + by]!))).catch((error: Error) => {
        throw new Error(`${pause} ms after each other, ${keys.join()}: ${error.message}`)
      })
      // What one window says late would take the other one back.
      await new Promise(resolve => setTimeout(resolve, 400))
      await Promise.all(both.map(page => expectShown(page, steps[from + by]!)))
    }
  }
}
