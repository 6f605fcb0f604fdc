import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closePage } from '../../addon/node/browser/deck-page'
import { base, noOf, slides, url } from './deck'
import { fingersOn } from './fingers'
import { ACROSS, FINGER, openPhone, shownSlides, taken, UPRIGHT } from './phones'
import { useBrowser } from './visits'

const browser = useBrowser()
const CHART = noOf('headcount-chart')
const MODEL = noOf('model')

const offer = (page: Page) => page.locator('.reading-offer >> visible=true')

describe('a phone held upright', () => {
  let page: Page
  beforeEach(async () => {
    page = await openPhone(browser(), UPRIGHT)
    await page.goto(`${url}${CHART}/`)
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
    await Promise.all([page.waitForURL('**/read/#headcount-chart'), offer(page).locator('a').click()])
    await page.goto(`${url}${MODEL}/`)
    await page.waitForURL('**/read/#model')
  })

  it('remembers the slides', async () => {
    await taken(page)
    await offer(page).locator('button').click()
    await page.waitForFunction(() => document.querySelectorAll('.reading-offer').length === 0)
    expect(await shownSlides(page)).toBe(1)
    await page.goto(`${url}${MODEL}/`)
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

it('the reading page is zoomed with two fingers, and its text can be selected', async () => {
  const page = await openPhone(browser(), UPRIGHT)
  await page.goto(`${url}read/`)
  expect(await (await fingersOn(page)).pinch([195, 400], 30, 150)).toBeGreaterThan(1.5)
  await page.keyboard.press('Control+a')
  expect(await page.evaluate(() => String(getSelection()))).toContain(slides[0]!.title!)
  await closePage(page)
})

it('a phone held upright without JavaScript is offered the reading page, too', async () => {
  const page = await openPhone(browser(), UPRIGHT, false)
  await page.goto(`${url}${CHART}/`)
  expect(await offer(page).locator('a').getAttribute('href')).toBe(`${base}read/#headcount-chart`)
  expect(await shownSlides(page)).toBe(0)
  await closePage(page)
})
