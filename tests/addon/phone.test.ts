import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closePage, position } from '../../addon/node/browser/deck-page'
import { noOf, url } from '../browser/deck'
import { fingersOn, rest } from '../browser/fingers'
import { ACROSS, FINGER, openPhone, shownSlides, taken, UPRIGHT } from '../browser/phones'
import { useBrowser } from '../browser/visits'
import { LANDING } from '../parts'

const browser = useBrowser()
const STEPS = noOf('steps')
const CHART = noOf('chart')
/** Ways of a finger. */
const [LEFT, RIGHT] = [[[700, 200], [200, 200]], [[200, 200], [700, 200]]] as const
const [UP, DOWN] = [[[400, 350], [400, 30]], [[400, 30], [400, 350]]] as const
/** Beside the slide, at its right. */
const MARGIN = [820, 200] as const

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
    const { move } = await fingersOn(page)
    for (const [way, no] of [[LEFT, STEPS + 1], [RIGHT, STEPS], [UP, STEPS + 1], [DOWN, STEPS]] as const) {
      await move(way)
      await page.waitForFunction(no => window.deckNav().currentSlideNo === no, no)
    }
    expect(await position(page)).toMatchObject({ no: STEPS })
  })

  it('leaves two fingers to the browser, whether they land together or one joins a swipe, on the slide or beside it', async () => {
    const { move, pinch } = await fingersOn(page)
    // Side by side, against each other, apart, and one that rests.
    for (const second of [[[700, 300], [200, 300]], RIGHT, [[300, 350], [10, 350]], [MARGIN, MARGIN]] as const) {
      await move(LEFT, second)
      await move([MARGIN, [400, 200]], second)
      await pinch([420, 200], 300, 20)
      await rest(page)
      expect(await position(page)).toMatchObject({ no: STEPS })
    }
  })

  it('can be zoomed with two fingers; one then looks around, and steps again when all is as it was', async () => {
    const { move, pinch } = await fingersOn(page)
    const left = () => page.evaluate(() => window.visualViewport!.pageLeft)
    expect(await pinch([420, 200], 60, 300)).toBeGreaterThan(2)
    const before = await left()
    await move(LEFT)
    await expect.poll(left).toBeGreaterThan(before + 50)
    await move(UP)
    await page.touchscreen.tap(...MARGIN)
    await rest(page)
    expect(await position(page)).toMatchObject({ no: STEPS })
    expect(await pinch([420, 200], 350, 20)).toBeCloseTo(1, 2)
    await move(LEFT)
    await page.waitForFunction(no => window.deckNav().currentSlideNo === no, STEPS + 1)
  })

  it('can be zoomed in the presenter view and over an enlarged exhibit, too', LANDING, async () => {
    const { move, pinch } = await fingersOn(page)
    const expectZoom = async () => {
      expect(await pinch([240, 150], 40, 160)).toBeGreaterThan(1.5)
      await move([[380, 150], [60, 150]])
      await rest(page)
      expect(await position(page)).toMatchObject({ no: CHART, clicks: 0 })
      expect(await pinch([420, 200], 350, 20)).toBeCloseTo(1, 2)
    }
    await page.goto(`${url}presenter/${CHART}`)
    await page.locator('#slideshow h1 >> visible=true').waitFor()
    await expectZoom()
    await move([[380, 150], [100, 150]])
    await page.waitForFunction(() => window.deckNav().clicks === 1)
    await move([[100, 150], [380, 150]])
    await page.waitForFunction(() => window.deckNav().clicks === 0)
    await page.goto(`${url}${CHART}/`)
    await taken(page)
    await page.keyboard.press('e')
    await page.locator('[data-enlarged]').waitFor()
    await expectZoom()
    expect(await page.locator('[data-enlarged]').count()).toBe(1)
  })

  it('steps once by a swipe that begins beside the slide, or by a tap there', async () => {
    const { move } = await fingersOn(page)
    await page.goto(`${url}${CHART}/`)
    await taken(page)
    await move([MARGIN, [300, 200]])
    await page.waitForFunction(() => window.deckNav().clicks === 1)
    await page.touchscreen.tap(...MARGIN)
    await page.waitForFunction(() => window.deckNav().clicks === 2)
    await page.touchscreen.tap(20, 200)
    await page.waitForFunction(() => window.deckNav().clicks === 1)
    await rest(page)
    expect(await position(page)).toMatchObject({ no: CHART, clicks: 1 })
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

it('a phone held upright shows its row of controls with icons, each in one line, as soon as it shows the row', async () => {
  const page = await openPhone(browser(), UPRIGHT)
  // Each row as it comes: whether its icons are drawn, and how many of them stand below one another.
  await page.addInitScript(() => new MutationObserver(() => {
    const icons = [...document.querySelectorAll('nav .slidev-icon-btn > [class*="i-"]')]
    if (icons.length > 0)
      document.documentElement.dataset.bare ??= String(icons.filter(icon => getComputedStyle(icon).maskImage === 'none').length)
  }).observe(document, { childList: true, subtree: true }))
  await page.route('**/*.css', async (route) => {
    await new Promise(resolve => setTimeout(resolve, 300))
    await route.continue()
  })
  await page.goto(`${url}${CHART}/`)
  await page.locator('nav .slidev-icon-btn').first().waitFor()
  expect(await page.locator('html').getAttribute('data-bare')).toBe('0')
  const tops = await page.locator('nav .slidev-icon-btn:has(> [class*="i-ph:arrow"]) > [class*="i-ph:arrow"]')
    .evaluateAll(arrows => arrows.map(arrow => Math.round(arrow.getBoundingClientRect().top)))
  expect(new Set(tops).size).toBe(1)
  await closePage(page)
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
