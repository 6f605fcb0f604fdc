import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closePage, position } from '../../addon/node/browser/deck-page'
import { noOf, url } from '../browser/deck'
import { ACROSS, FINGER, openPhone, shownSlides, taken, UPRIGHT } from '../browser/phones'
import { useBrowser } from '../browser/visits'

const browser = useBrowser()
const STEPS = noOf('steps')

describe('a phone held across', () => {
  let page: Page
  beforeEach(async () => {
    page = await openPhone(browser(), ACROSS)
    await page.goto(`${url}${STEPS}/`)
    await taken(page)
  })
  afterEach(() => closePage(page))

  it('fills the screen with the slide', async () => {
    const { width, height } = (await page.locator('#slide-content').boundingBox())!
    expect(height).toBeCloseTo(ACROSS.height, 0)
    expect(width).toBeCloseTo(ACROSS.height * 16 / 9, 0)
    const colours = await page.evaluate(() =>
      ['#slide-container', '.slidev-layout'].map(
        selector =>
          getComputedStyle([...document.querySelectorAll(selector)].find(element => element.getClientRects().length > 0)!).backgroundColor,
      ),
    )
    expect(new Set(colours).size).toBe(1)
  })

  it('goes on by a swipe', async () => {
    const session = await page.context().newCDPSession(page)
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints: x === undefined ? [] : [{ x, y: 200 }] })
    const swipe = async (from: number, to: number) => {
      await touch('touchStart', from)
      for (let step = 1; step <= 6; step++)
        await touch('touchMove', from + (to - from) * step / 6)
      await touch('touchEnd')
    }
    await swipe(700, 200)
    await page.waitForFunction(no => window.deckNav().currentSlideNo === no, STEPS + 1)
    await swipe(200, 700)
    await page.waitForFunction(no => window.deckNav().currentSlideNo === no, STEPS)
    expect(await position(page)).toMatchObject({ no: STEPS })
  })

  it('has controls for fingers', async () => {
    await page.touchscreen.tap(400, 200)
    const small = await page.locator('#slide-container nav .slidev-icon-btn').evaluateAll((buttons, finger) => buttons
      .filter(button => button.getClientRects().length > 0)
      .map(button => ({ name: button.getAttribute('title'), ...button.getBoundingClientRect().toJSON() as DOMRect }))
      .filter(({ width, height }) => Math.min(width, height) < finger - 0.5)
      .map(({ name, width, height }) => `${name}: ${width} × ${height}`), FINGER)
    expect(small).toEqual([])
  })
})

it.each([true, false])('a phone held upright shows the slide without a reading page, JavaScript: %s', async (javaScriptEnabled) => {
  const page = await openPhone(browser(), UPRIGHT, javaScriptEnabled)
  await page.goto(`${url}${STEPS}/`)
  if (javaScriptEnabled)
    await taken(page)
  expect(await shownSlides(page)).toBe(1)
  expect(await page.locator('.reading-offer').count()).toBe(0)
  await closePage(page)
})
