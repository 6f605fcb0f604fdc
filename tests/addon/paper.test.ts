import type { Page } from 'playwright-core'
import type { Printed } from '../browser/paper'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closePage, goTo, newDeckPage, waitUntilStill } from '../../addon/node/browser/deck-page'
import { withoutSpaces } from '../../addon/node/print/pdf-read'
import { cups } from '../../fixture/data/cups'
import { wordsOf } from '../../fixture/words'
import { edition, few, noOf, slides, url } from '../browser/deck'
import { moved, PAPERS, printPage } from '../browser/paper'
import { endVisit, useBrowser, visit, visitor } from '../browser/visits'

const browser = useBrowser()
const CHART = noOf('chart')
const words = wordsOf(edition)
const day = new Intl.DateTimeFormat(edition.language, { weekday: 'long', timeZone: 'UTC' })
const days = cups.map(({ day: no }) => day.format(Date.UTC(2024, 0, no)))
const titleOf = (no: number) => withoutSpaces(slides[no - 1]!.title!.replace(/`/g, ''))

describe('a slide that is printed from its window', () => {
  let page: Page
  let whole: Printed
  beforeAll(async () => {
    page = await visit(browser(), {}, CHART, 1)
    whole = await printPage(page, PAPERS['a slide'])
  })
  afterAll(() => endVisit(page))

  it('shows the step that the window shows, its chart as shapes and text, and nothing around it', () => {
    const [text, ...others] = whole.pages
    expect(others).toEqual([])
    for (const part of [titleOf(CHART), withoutSpaces(words.cups.unit), ...days.slice(0, 4)])
      expect(text).toContain(withoutSpaces(part))
    // The last day comes with the next click; a slide's notes are for its speaker.
    expect(text).not.toContain(days[3]! + days[4]!)
    expect(text).not.toContain(withoutSpaces(slides[CHART - 1]!.note!.split('\n')[0]!))
    expect(whole.images).toBe(0)
  })

  it.each(few(Object.keys(PAPERS).toReversed() as (keyof typeof PAPERS)[], 3))('fills one page, on %s', async (paper) => {
    const { pages, words } = await printPage(page, PAPERS[paper])
    expect(pages).toEqual(whole.pages)
    expect(moved(words, whole.words)).toEqual([])
  })

  it.each([
    { what: 'the overview is open', keys: ['o'], end: 'o', seen: '#app .z-modal .slidev-slide-content' },
    { what: 'the way to a slide is open', keys: ['g'], end: 'Escape', seen: 'dialog.goto-dialog' },
    { what: 'the list of keys is open', keys: ['Shift+?'], end: 'Escape', seen: 'dialog.key-list' },
    { what: 'the screen is black', keys: ['b'], end: 'b', seen: '.black-screen' },
    { what: 'its exhibit is enlarged', keys: ['e'], end: 'e', seen: '#slideshow [data-enlarged]' },
  ])('is the same while $what', async ({ keys, end, seen }) => {
    for (const key of keys)
      await page.keyboard.press(key)
    await page.locator(seen).first().waitFor()
    const { pages, words } = await printPage(page)
    await page.keyboard.press(end)
    await page.locator(seen).first().waitFor({ state: 'hidden' })
    expect(pages).toEqual(whole.pages)
    expect(moved(words, whole.words)).toEqual([])
  })

  it('is the same from a window as small as a phone, from one that is zoomed, and from the presenter\'s', async () => {
    const prints: Printed[] = []
    await page.setViewportSize({ width: 390, height: 844 })
    prints.push(await printPage(page, PAPERS.A5))
    await page.setViewportSize({ width: 640, height: 360 })
    prints.push(await printPage(page))
    await page.setViewportSize({ width: 1280, height: 720 })
    await page.goto(`${url}presenter/${CHART}?clicks=1`)
    await waitUntilStill(page, CHART)
    prints.push(await printPage(page, PAPERS['A4 across']))
    await page.goto(`${url}${CHART}?clicks=1`)
    await waitUntilStill(page, CHART)
    for (const { pages, words } of prints) {
      expect(pages).toEqual(whole.pages)
      expect(moved(words, whole.words)).toEqual([])
    }
  })

  it('is printed light, whatever the screen shows', async () => {
    await page.emulateMedia({ colorScheme: 'dark', media: 'print' })
    await page.evaluate(() => document.documentElement.classList.replace('light', 'dark'))
    const colours = await page.evaluate(() => {
      const style = (selector: string) => getComputedStyle(document.querySelector(selector)!)
      const { backgroundColor, color } = getComputedStyle(
        [...document.querySelectorAll('#slideshow .slidev-layout')].find(layout => layout.getClientRects().length > 0)!,
      )
      return { backgroundColor, color, around: style('html').backgroundColor }
    })
    await page.evaluate(() => document.documentElement.classList.replace('dark', 'light'))
    await page.emulateMedia({ colorScheme: 'light', media: null })
    const light = (colour: string) => Math.min(...colour.match(/\d+/g)!.slice(0, 3).map(Number)) > 200
    expect(light(colours.backgroundColor), colours.backgroundColor).toBe(true)
    expect(light(colours.color), colours.color).toBe(false)
  })
})

describe('a slide whose scripts do not run', () => {
  it('is printed whole, on one page', async () => {
    const context = await browser().newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${url}${noOf('end')}/`)
    const prints = [await printPage(page), await printPage(page, PAPERS['A4 across']), await printPage(page, PAPERS['a slide'])]
    await context.close()
    for (const { pages, words } of prints) {
      expect(pages).toHaveLength(1)
      expect(pages[0]).toContain(titleOf(noOf('end')))
      expect(pages[0]).not.toContain(titleOf(noOf('chart')))
      expect(moved(words, prints[2]!.words)).toEqual([])
    }
  })
})

describe('the pages for paper', () => {
  const ENDINGS = ['/?range=', '?clicks=true', '', '/', '?range=99', '#top']
  it.each(few(ENDINGS, 2))('hold every slide once, their address ending in "%s"', async (ending) => {
    const page = await visitor(browser())
    for (const route of ['print', 'handout']) {
      await page.goto(`${url}${route}${ending}`)
      await page.waitForFunction(count => document.querySelectorAll('.print-slide-container .slidev-layout').length === count
        && !document.querySelector('[data-chart]:not([data-ready="true"])'), slides.length)
      const { pages } = await printPage(page, { preferCSSPageSize: true })
      expect(pages, `/${route}${ending}`).toHaveLength(slides.length)
      pages.forEach((text, index) => expect(text, `page ${index + 1} of /${route}${ending}`).toContain(titleOf(index + 1)))
    }
    await endVisit(page)
  })

  it('have their chart in ink in the dark scheme, too', async () => {
    const page = await newDeckPage(browser(), { dark: true })
    await page.goto(`${url}print?range=${CHART}`)
    await page.waitForSelector('.print-slide-container [data-chart][data-ready="true"]')
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    const colour = await page.evaluate(() => getComputedStyle(document.querySelector('[data-chart] svg text')!).fill)
    await closePage(page)
    expect(Math.max(...colour.match(/\d+/g)!.slice(0, 3).map(Number)), colour).toBeLessThan(120)
  })
})

it('a chart on paper is one that the screen shows, too, when the window goes on', async () => {
  const page = await visit(browser(), {}, CHART, 0)
  await printPage(page)
  await goTo(page, CHART, 'last')
  const { pages } = await printPage(page)
  await endVisit(page)
  for (const name of days)
    expect(pages[0]).toContain(withoutSpaces(name))
})
