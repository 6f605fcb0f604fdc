import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { goTo, newDeckPage, openSlide, position, waitUntilStill } from '../../addon/node/browser/deck-page'
import { headcountSeries, seriesRows } from '../../figures/series'
import { words } from '../../locales'
import { LANDING } from '../parts'
import { difference, NOTICEABLE, picture } from './chart-picture'
import { noOf, slides, url } from './deck'
import { endVisit, useBrowser, useDeck, visit } from './visits'
import { expectShown, openWindows } from './windows'

const browser = useBrowser()
const HEADCOUNT = noOf('headcount-chart')
const [first, ...rest] = seriesRows(headcountSeries(words), words)
/** What the headcount tells after each click. */
const TOLD = [[first], [first, ...rest.slice(0, -1)], [first, ...rest]]

/** Rows of the table behind the chart that is shown: its state as a reader meets it. */
function rows(page: Page, scope = '#slide-content'): Promise<string[][]> {
  return page.evaluate(scope => [...document.querySelectorAll(`${scope} [data-chart] tbody tr`)]
    .filter(row => row.getClientRects().length > 0)
    .map(row => [...row.children].map(cell => cell.textContent!.trim())), scope)
}

describe('a chart on stage', () => {
  it('tells as much as has been clicked, also after a reload in the middle', async () => {
    const page = await visit(browser(), {}, HEADCOUNT)
    for (const [clicks, told] of TOLD.entries()) {
      await goTo(page, HEADCOUNT, clicks)
      expect(await rows(page)).toEqual(told)
    }
    await goTo(page, HEADCOUNT, 1)
    const before = await picture(page)
    await page.reload()
    await waitUntilStill(page, HEADCOUNT)
    expect(await rows(page)).toEqual(TOLD[1])
    expect(difference(await picture(page), before)).toBeLessThan(NOTICEABLE)
    await endVisit(page)
  })

  it('is the same for presenter and audience, with its axis', async () => {
    const { presenter, audience } = await openWindows(browser(), HEADCOUNT)
    await presenter.keyboard.press('ArrowRight')
    await Promise.all([presenter, audience].map(page => expectShown(page, { no: HEADCOUNT, clicks: 1 })))
    await Promise.all([presenter, audience].map(page => waitUntilStill(page, HEADCOUNT)))
    expect(await rows(audience)).toEqual(TOLD[1])
    expect(await rows(presenter)).toEqual(TOLD[1])

    await presenter.locator('#slide-content .axis-switch').click()
    await audience.waitForSelector('#slide-content .axis-switch[aria-pressed="true"]')
    await presenter.keyboard.press('l')
    await audience.waitForSelector('#slide-content .axis-switch[aria-pressed="false"]')
    await endVisit(presenter)
  })

  it('changes its axis by keyboard, keeps it through a reload, and prints from zero all the same', LANDING, async () => {
    const page = await visit(browser(), {}, HEADCOUNT, 2)
    const linear = await picture(page)
    const button = page.locator('#slide-content .axis-switch >> visible=true')
    await button.focus()
    await page.keyboard.press('Enter')
    await page.waitForSelector('#slide-content .axis-switch[aria-pressed="true"]')
    expect(await position(page)).toMatchObject({ no: HEADCOUNT, clicks: 2 })
    await waitUntilStill(page, HEADCOUNT)
    expect(difference(await picture(page), linear)).toBeGreaterThan(NOTICEABLE)
    await page.reload()
    await waitUntilStill(page, HEADCOUNT)
    expect(await button.getAttribute('aria-pressed')).toBe('true')
    // While one draws, the letter is a tool of the pen.
    await page.getByTitle('Show drawing toolbar').click()
    await page.keyboard.press('l')
    // The toolbar lies over it.
    await page.getByTitle('Hide drawing toolbar').dispatchEvent('click')
    await page.keyboard.press('l')
    await page.waitForSelector('#slide-content .axis-switch[aria-pressed="false"]')
    await page.keyboard.press('l')
    await page.waitForSelector('#slide-content .axis-switch[aria-pressed="true"]')

    await page.goto(`${url}print?print=true`)
    await page.waitForFunction(count => document.querySelectorAll('.print-slide-container').length >= count
      && !document.querySelector('[data-chart]:not([data-ready="true"])'), slides.length)
    await page.waitForSelector('[data-slide-id="headcount-chart"] [data-chart][data-ready="true"]', { state: 'attached' })
    expect(await page.locator('.axis-switch').count()).toBe(0)
    expect(difference(await picture(page, '[data-slide-id="headcount-chart"]'), linear)).toBeLessThan(NOTICEABLE)
    expect(await rows(page, '[data-slide-id="headcount-chart"]')).toEqual(TOLD[2])
    await endVisit(page)
  })

  describe('that is told to its end', () => {
    const deck = useDeck(browser)

    it.each(['hover', 'focus'] as const)('tells value, bound and place of a mark on %s', async (how) => {
      const page = deck()
      await goTo(page, HEADCOUNT)
      const marks = page.locator('#slide-content .mark >> visible=true')
      const told = page.locator('.mark-detail >> visible=true')
      expect(await marks.count()).toBe(2)
      await page.mouse.move(0, 0)
      await told.waitFor({ state: 'detached' })
      await marks.last()[how]()
      const text = await told.textContent()
      const { detail = [] } = headcountSeries(words).marks.at(-1)!
      expect(detail).toHaveLength(4)
      for (const part of detail)
        expect(text).toContain(part)
      expect(await marks.last().getAttribute('aria-label')).toBe(detail.join(words.punctuation.semicolon))
      const box = (await told.boundingBox())!
      expect(box.x).toBeGreaterThanOrEqual(0)
      expect(box.x + box.width).toBeLessThanOrEqual(1280)
    })
  })
})

describe('motion', LANDING, () => {
  it.each([
    { what: 'rests', wish: 'reduce', moves: false },
    { what: 'is there', wish: 'no-preference', moves: true },
  ] as const)('$what in charts and in what comes with a click, where the visitor wishes $wish', async ({ wish, moves }) => {
    const page = await visit(browser(), {}, HEADCOUNT, 1)
    await page.emulateMedia({ reducedMotion: wish })
    const drawn = await page.evaluate(async (no) => {
      const frame = () => new Promise(resolve => requestAnimationFrame(resolve))
      await window.deckNav().go(no, 2)
      await frame()
      await frame()
      const canvas = [...document.querySelectorAll('canvas')].find(canvas => canvas.getClientRects().length > 0)!
      const pictures = new Set<string>()
      for (const end = performance.now() + 700; performance.now() < end && pictures.size < 2; await frame())
        pictures.add(canvas.toDataURL())
      return pictures.size
    }, HEADCOUNT)
    expect(drawn > 1).toBe(moves)

    await goTo(page, noOf('model'), 0)
    const running = await page.evaluate(async (no) => {
      await window.deckNav().go(no, 1)
      await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))
      return document.getAnimations().filter(({ playState }) => playState === 'running').length
    }, noOf('model'))
    expect(running > 0).toBe(moves)
    await endVisit(page)
  })
})

describe('a chart that can\'t be drawn', () => {
  it.each([
    ['has no canvas', 'HTMLCanvasElement.prototype.getContext = () => null', 3],
    ['fails while drawing', 'CanvasRenderingContext2D.prototype.fillText = () => { throw new Error("no ink") }', 3],
  ])('because the browser %s shows its table, logs one error, and the deck goes on', async (_, sabotage, charts) => {
    const page = await newDeckPage(browser())
    await page.addInitScript(sabotage)
    const errors: string[] = []
    page.on('console', message => message.text().startsWith('[chart]') && errors.push(message.text()))
    page.on('pageerror', error => errors.push(error.message))
    await openSlide(page, url, HEADCOUNT, 2)
    expect(await page.locator('#slide-content [data-failed="true"] >> visible=true').count()).toBe(1)
    const table = page.locator('#slide-content table.chart-table >> visible=true')
    expect(await table.textContent()).toContain(headcountSeries(words).marks.at(-1)!.text)
    expect((await table.boundingBox())!.height).toBeGreaterThan(100)
    await page.keyboard.press('ArrowRight')
    await waitUntilStill(page, HEADCOUNT + 1)
    for (const id of ['papers', 'training-time'])
      await goTo(page, noOf(id))
    expect(errors).toHaveLength(charts)
    expect(errors.filter(error => error.includes('HeadcountChart on slide "headcount-chart"'))).toHaveLength(1)
    await endVisit(page)
  })
})
