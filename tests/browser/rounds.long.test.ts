import type { Browser, Page } from 'playwright-core'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchOptions } from '../../addon/node/browser/browser'
import { goTo, openDeck } from '../../addon/node/browser/deck-page'
import { difference, NOTICEABLE, picture } from './chart-picture'
import { slides, url } from './deck'
import { endVisit } from './visits'

const chartSlide = (id: string) => slides.find(slide => slide.id === id)!.no

describe('twenty rounds forward and back', () => {
  let own: Browser
  let page: Page
  const heap: number[] = []

  beforeAll(async () => {
    // Without V8's compiler, whose code and type feedback grow for a while: what is left is what the deck holds.
    const options = launchOptions()
    own = await chromium.launch({ ...options, args: [...options.args ?? [], '--js-flags=--jitless --no-lazy-feedback-allocation'] })
    page = await openDeck(own, { url })
    const session = await page.context().newCDPSession(page)
    for (let round = 1; round <= 20; round++) {
      // Each step right after the last, as with a key that is held down: charts are interrupted in mid-air.
      await page.evaluate(async (last) => {
        const frame = () => new Promise(resolve => requestAnimationFrame(resolve))
        for (const order of [1, -1]) {
          for (let index = 1; index <= last; index++) {
            const no = order > 0 ? index : last + 1 - index
            await window.deckNav().go(no, order > 0 ? 0 : 99)
            await frame()
            await window.deckNav().go(no, order > 0 ? 99 : 0)
            await frame()
          }
        }
      }, slides.length)
      if (round === 5 || round === 20) {
        await session.send('HeapProfiler.collectGarbage')
        heap.push((await session.send('Runtime.getHeapUsage')).usedSize)
      }
    }
  })
  afterAll(() => own.close())

  it.each(['headcount-chart', 'papers', 'training-time'])('leave %s as a fresh visit shows it', async (id) => {
    await goTo(page, chartSlide(id))
    const worn = await picture(page)
    const fresh = await openDeck(own, { url }, chartSlide(id))
    await goTo(fresh, chartSlide(id))
    expect(difference(worn, await picture(fresh))).toBeLessThan(NOTICEABLE)
    await endVisit(fresh)
  })

  it('leave no more memory in use than five did', () => {
    const [five, twenty] = heap as [number, number]
    expect(twenty, `bytes in use after 5 and 20 rounds: ${heap.join(', ')}`).toBeLessThan(five * 1.01)
  })
})
