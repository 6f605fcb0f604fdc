import type { Browser } from 'playwright-core'
import { expect } from 'vitest'
import { waitUntilStill } from '../../addon/node/browser/deck-page'
import { noOf } from './deck'
import { measure } from './measure'
import { canvases, expectSharp } from './sharpness'
import { endVisit } from './visits'
import { expectShown, openWindows } from './windows'

/** Expects that a chart is whole, sharp and where it was in full screen and back; each change comes while the chart grows. */
export async function expectSharpInFullScreen(browser: Browser, id: string): Promise<void> {
  const no = noOf(id)
  const { presenter, audience } = await openWindows(browser, no, { motion: true })
  const before = await canvases(audience)
  expect(before).toHaveLength(1)
  for (const [clicks, viewport] of [[1, { width: 1920, height: 1080 }], [0, { width: 1280, height: 720 }]] as const) {
    await presenter.keyboard.press(clicks > 0 ? 'ArrowRight' : 'ArrowLeft')
    await audience.setViewportSize(viewport)
    await audience.waitForFunction(
      width => document.querySelector('#slide-content')?.getBoundingClientRect().width === width,
      viewport.width,
    )
    await expectShown(audience, { no, clicks })
    await waitUntilStill(audience, no)
    await expect.poll(async () => {
      const after = await canvases(audience)
      expectSharp(after)
      return after.map(({ box }) => box)
    }, { timeout: 10_000 }).toEqual(before.map(({ box }) => box))
    expect((await measure(audience)).outside).toEqual([])
  }
  await endVisit(presenter)
}
