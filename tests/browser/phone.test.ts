import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closePage, position } from '../../addon/node/browser/deck-page'
import { slides, url } from './deck'
import { useBrowser } from './visits'

const browser = useBrowser()
const UPRIGHT = { width: 390, height: 844 }
const ACROSS = { width: 844, height: 390 }
/** Screen pixels that a finger needs. */
const FINGER = 44

let page: Page
async function open(viewport: typeof UPRIGHT, javaScriptEnabled = true): Promise<Page> {
  const context = await browser().newContext({ viewport, deviceScaleFactor: 3, hasTouch: true, isMobile: true, javaScriptEnabled, reducedMotion: 'reduce', serviceWorkers: 'block' })
  await context.addInitScript(`
    globalThis.__name = fn => fn
    globalThis.deckNav = () => document.querySelector('#app').__vue_app__._context.provides['$$slidev-context'].nav
  `)
  return context.newPage()
}
const taken = (page: Page) => page.waitForFunction(() => !document.getElementById('prerendered'))
const offer = (page: Page) => page.locator('.reading-offer >> visible=true')
const shownSlides = (page: Page) => page.locator('h1 >> visible=true').count()

describe('a phone held upright', () => {
  beforeEach(async () => {
    page = await open(UPRIGHT)
    await page.goto(`${url}9/`)
  })
  afterEach(() => closePage(page))

  it('offers the reading page at once, in the place of small text', async () => {
    expect(await offer(page).count()).toBe(1)
    expect(await shownSlides(page)).toBe(0)
    await taken(page)
    expect(await offer(page).count()).toBe(1)
    expect(await shownSlides(page)).toBe(0)
    for (const target of await page.locator('.reading-offer :is(a, button) >> visible=true').all())
      expect((await target.boundingBox())!.height).toBeGreaterThanOrEqual(FINGER)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(UPRIGHT.width)
  })

  it('remembers the reading page', async () => {
    await taken(page)
    await Promise.all([page.waitForURL(`**/read/#${slides[8]!.id}`), offer(page).locator('a').click()])
    await page.goto(`${url}3/`)
    await page.waitForURL(`**/read/#${slides[2]!.id}`)
  })

  it('remembers the slides', async () => {
    await taken(page)
    await offer(page).locator('button').click()
    await page.waitForFunction(() => document.querySelectorAll('.reading-offer').length === 0)
    expect(await shownSlides(page)).toBe(1)
    await page.goto(`${url}3/`)
    await taken(page)
    expect(await offer(page).count()).toBe(0)
    expect(await shownSlides(page)).toBe(1)
  })

  it('shows the slide when it is turned', async () => {
    await taken(page)
    await page.setViewportSize(ACROSS)
    expect(await offer(page).count()).toBe(0)
    expect(await shownSlides(page)).toBe(1)
  })
})

it('a phone held upright without JavaScript is offered the reading page, too', async () => {
  const page = await open(UPRIGHT, false)
  await page.goto(`${url}9/`)
  expect(await offer(page).locator('a').getAttribute('href')).toBe(`/talks/iar/read/#${slides[8]!.id}`)
  expect(await shownSlides(page)).toBe(0)
  await closePage(page)
})

describe('a phone held across', () => {
  beforeEach(async () => {
    page = await open(ACROSS)
    await page.goto(`${url}3/`)
    await taken(page)
  })
  afterEach(() => closePage(page))

  it('fills the screen with the slide', async () => {
    const { width, height } = (await page.locator('#slide-content').boundingBox())!
    expect(height).toBeCloseTo(ACROSS.height, 0)
    expect(width).toBeCloseTo(ACROSS.height * 16 / 9, 0)
    const colours = await page.evaluate(() => ['#slide-container', '.slidev-layout'].map(selector => getComputedStyle([...document.querySelectorAll(selector)].find(element => element.getClientRects().length > 0)!).backgroundColor))
    expect(new Set(colours).size).toBe(1)
  })

  it('goes on by a swipe', async () => {
    const session = await page.context().newCDPSession(page)
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number) => session.send('Input.dispatchTouchEvent', { type, touchPoints: x === undefined ? [] : [{ x, y: 200 }] })
    const swipe = async (from: number, to: number) => {
      await touch('touchStart', from)
      for (let step = 1; step <= 6; step++)
        await touch('touchMove', from + (to - from) * step / 6)
      await touch('touchEnd')
    }
    await swipe(700, 200)
    await page.waitForFunction(() => window.deckNav().currentSlideNo === 4)
    await swipe(200, 700)
    await page.waitForFunction(() => window.deckNav().currentSlideNo === 3)
    expect(await position(page)).toMatchObject({ no: 3 })
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
