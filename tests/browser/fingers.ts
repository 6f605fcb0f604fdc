import type { CDPSession, Page } from 'playwright-core'

/** A place in the window. */
export type Place = readonly [x: number, y: number]

/** Moves of a finger on its way, and the one before which the others land. */
const STEPS = 6
const JOINS = 2

/** Fingers on a page, as the browser itself gets them: it decides what scrolls, zooms, or is the page's. */
export interface Fingers {
  /** Each way is one finger's, from where it lands to where it is lifted. The others land a little after the first. */
  move: (...ways: readonly (readonly [from: Place, to: Place])[]) => Promise<void>
  /** Two fingers beside a place, from one distance to another. @returns how much the browser enlarges the page then */
  pinch: (at: Place, from: number, to: number) => Promise<number>
}

export async function fingersOn(page: Page): Promise<Fingers> {
  const session: CDPSession = await page.context().newCDPSession(page)
  const move: Fingers['move'] = async (...ways) => {
    const touch = async (type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly Place[]) =>
      void await session.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) })
    const at = (step: number, count: number) => ways.slice(0, count)
      .map(([[x, y], [toX, toY]]): Place => [x + (toX - x) * step / STEPS, y + (toY - y) * step / STEPS])
    await touch('touchStart', at(0, 1))
    for (let step = 1; step <= STEPS; step++) {
      const count = step < JOINS ? 1 : ways.length
      if (step === JOINS && count > 1)
        await touch('touchStart', at(step, count))
      await touch('touchMove', at(step, count))
    }
    await touch('touchEnd', [])
  }
  return {
    move,
    async pinch([x, y], from, to) {
      await move([[x - from, y], [x - to, y]], [[x + from, y], [x + to, y]])
      return page.evaluate(() => window.visualViewport!.scale)
    },
  }
}

/** Waits longer than a step takes, for one that must not come. */
export async function rest(page: Page): Promise<void> {
  await page.evaluate(() => new Promise(resolve => setTimeout(() => requestAnimationFrame(resolve), 150)))
}
