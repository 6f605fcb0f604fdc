import type { WalkedSite } from '../engines/served'
import type { Side } from './hall'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { serveForWalk } from '../engines/served'
import { expectBoth, expectFilled, LAPTOP, PATIENCE, PROJECTOR } from './both'
import { missingHall, openHall } from './hall'
import { missingForStage } from './missing'

const missing = missingForStage() ?? await missingHall()
const { dist } = inject('sites').fixture

/** How the two screens are, and the pixels to a CSS pixel. */
const ARRANGEMENTS: readonly (readonly [Side, number])[] = [
  ['left', 1],
  ['above', 1],
  ['below', 1],
  ['right', 1.25],
  ['left', 2],
]

describe.skipIf(missing)('the windows of a talk', () => {
  let site: WalkedSite
  beforeAll(async () => {
    site = await serveForWalk(dist)
  })
  afterAll(() => site?.close())

  it.each(ARRANGEMENTS)('each have a screen of their own where the projector is %s, at a scale of %d', async (side, scale) => {
    const hall = await openHall(LAPTOP, PROJECTOR, { side, scale })
    const corner = {
      right: { left: LAPTOP.width, top: 0 },
      left: { left: -PROJECTOR.width, top: 0 },
      above: { left: 0, top: -PROJECTOR.height },
      below: { left: 0, top: LAPTOP.height },
    }[side]
    // The corner of both together is 0, 0.
    const own = { left: Math.max(0, -corner.left), top: Math.max(0, -corner.top) }
    // To four pixels: a scale that is no whole number rounds.
    const inPixels = (bounds: Record<'left' | 'top' | 'width' | 'height', number>) =>
      Object.values(bounds).map(number => Math.round(number * scale / 4))
    try {
      let talk = await hall.present(site.url)
      const expectPlaced = async () => {
        await expectFilled(talk.audience)
        for (const [window, expected] of [
          [talk.audience, { left: own.left + corner.left, top: own.top + corner.top, ...PROJECTOR }],
          [talk.presenter, { ...own, ...LAPTOP }],
        ] as const) {
          const placed = async () => {
            const { left, top, width, height } = await window.bounds()
            return inPixels({ left, top, width, height })
          }
          await expect.poll(placed, PATIENCE).toEqual(Object.values({ ...expected }).map(number => Math.round(number / 4)))
        }
      }
      expect(talk.opened).toBe('own screen')
      await expectPlaced()
      await expect.poll(talk.presenter.hasKeyboard, PATIENCE).toBe(true)
      await hall.hands('key Right')
      await expectBoth(talk, { no: 2 })

      // Once more, with both minimised.
      for (const window of [talk.audience, talk.presenter]) {
        await window.focus()
        await hall.hands('getactivewindow windowminimize')
      }
      talk = await talk.again()
      expect(talk.opened).toBe('in front')
      await expectPlaced()
      await expect.poll(talk.presenter.hasKeyboard, PATIENCE).toBe(true)
      await expectBoth(talk, { no: 2 })
      await talk.close()
    }
    finally {
      await hall.close()
    }
  })
})
