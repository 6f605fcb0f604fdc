import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { words as talkWords } from '../../addon/locales'
import { goTo, newDeckPage, openSlide, position, waitUntilStill } from '../../addon/node/browser/deck-page'
import { watchProblems } from '../../addon/node/browser/page-problems'
import { editions } from '../../fixture/editions'
import { builtEditions, few, noOf, siteUrl } from '../browser/deck'
import { newWindow } from '../browser/new-window'
import { saysKept, WITHOUT_REST } from '../browser/rest'
import { endVisit, useBrowser, visitor } from '../browser/visits'
import { expectShown, openWindows } from '../browser/windows'
import { LANDING } from '../parts'

const browser = useBrowser()
const [english, chinese] = editions
const CHART = noOf('chart')
const STEPS = noOf('steps')
const claim = (id: 'en' | 'zh', no: number) => builtEditions[id].slides[no - 1]!.title!

describe('the change of language', () => {
  it('goes to the same slide and click, by key and by its link, and back', async () => {
    const page = await visitor(browser())
    const problems = watchProblems(page, new URL(siteUrl).origin)
    await openSlide(page, siteUrl, CHART, 1)
    await page.keyboard.press('t')
    await page.waitForURL(`${builtEditions.zh.url}${CHART}**`)
    await waitUntilStill(page, CHART)
    expect(await position(page)).toMatchObject({ no: CHART, clicks: 1 })
    expect(await page.title()).toContain(claim('zh', CHART))
    expect(await page.locator('html').getAttribute('lang')).toBe(chinese.language)
    // What is black or enlarged stays so, though no talk is given.
    const kept = [
      ['b', { black: true }],
      ['b', { black: false }],
      ['e', { enlarged: 'CupsChart' }],
      ['e', { enlarged: undefined }],
    ] as const
    for (const [index, [key, changed]] of kept.entries()) {
      await page.keyboard.press(key)
      await page.keyboard.press('t')
      await page.waitForURL(({ pathname }) => pathname.includes('/zh/') === (index % 2 === 1))
      await expectShown(page, { no: CHART, clicks: 1, ...changed })
    }
    await waitUntilStill(page, CHART)
    await page.mouse.move(1200, 20)
    await page.getByRole('link', { name: english.sameSlide }).click()
    await page.waitForURL(url => !url.pathname.includes('/zh/'))
    await waitUntilStill(page, CHART)
    expect(await position(page)).toMatchObject({ no: CHART, clicks: 1 })
    expect(await page.title()).toContain(claim('en', CHART))
    expect(problems).toEqual([])
    await endVisit(page)
  })

  it('takes the audience along when the presenter changes, and both go on in step', async () => {
    const { presenter, audience } = await openWindows(browser(), CHART)
    await goTo(presenter, CHART, 1)
    await waitUntilStill(audience, CHART)
    await presenter.keyboard.press('t')
    await presenter.waitForURL(`${builtEditions.zh.url}presenter/${CHART}**`)
    await audience.waitForURL(`${builtEditions.zh.url}${CHART}**`)
    await waitUntilStill(presenter, CHART)
    await waitUntilStill(audience, CHART)
    expect(await position(presenter)).toMatchObject({ no: CHART, clicks: 1 })
    await presenter.keyboard.press('ArrowRight')
    await expectShown(audience, { no: CHART, clicks: 2 })
    await endVisit(presenter)
  })

  it('takes the audience to where the presenter is, also when the step before it has not come to them', async () => {
    const { presenter, audience } = await openWindows(browser(), CHART)
    // As a busy machine does: what its windows say of their place is late.
    await presenter.evaluate(`BroadcastChannel.prototype.postMessage = () => {}`)
    await presenter.keyboard.press('ArrowRight')
    await expectShown(presenter, { no: CHART, clicks: 1 })
    await presenter.keyboard.press('t')
    await audience.waitForURL(`${builtEditions.zh.url}${CHART}/?clicks=1`)
    await endVisit(presenter)
  })

  it('leaves neither window\'s full screen, again and again; the clock goes on, and the end shows the same page', LANDING, async () => {
    const { presenter, audience } = await openWindows(browser(), CHART)
    await presenter.getByRole('button', { name: talkWords.stage.parts.startClock }).click()
    await presenter.locator('.talk-pace').waitFor()
    const pages = [presenter, audience]
    for (const page of pages) {
      await page.keyboard.press('f')
      await page.waitForFunction(() => document.fullscreenElement)
    }
    const problems = pages.map(page => watchProblems(page, new URL(siteUrl).origin))
    /** The frame of a window that shows an edition at a click of the chart. */
    const shows = (page: Page, id: 'en' | 'zh', clicks: number) => expect.poll(async () => {
      const frame = page.frames().at(-1)!
      const { no, clicks } = await position(frame as unknown as Page)
      const titles = await frame.locator('#slideshow h1 >> visible=true').count()
      return [new URL(frame.url()).pathname.includes('/zh/') ? 'zh' : 'en', no, clicks, titles]
    }, { timeout: 10_000 }).toEqual([id, CHART, clicks, 1])
    for (const [id, clicks] of [['zh', 1], ['en', 2]] as const) {
      await presenter.keyboard.press('ArrowRight')
      await shows(audience, id === 'zh' ? 'en' : 'zh', clicks)
      await presenter.keyboard.press('t')
      for (const page of pages)
        await shows(page, id, clicks)
      for (const page of pages)
        expect(await page.evaluate(() => document.fullscreenElement !== null)).toBe(true)
      await presenter.frames().at(-1)!.locator('.talk-pace').waitFor()
    }
    // In a language that is not that of the page around it.
    await presenter.keyboard.press('t')
    for (const page of pages)
      await shows(page, 'zh', 2)
    await audience.keyboard.press('ArrowLeft')
    for (const page of pages)
      await shows(page, 'zh', 1)
    // The address is that of the frame already; what it showed comes as a page.
    await Promise.all([audience.waitForEvent('load'), audience.keyboard.press('f')])
    expect(audience.url()).toBe(`${builtEditions.zh.url}${CHART}/?clicks=1`)
    await waitUntilStill(audience, CHART)
    expect(audience.frames()).toHaveLength(1)
    await Promise.all([presenter.waitForEvent('load'), presenter.keyboard.press('Escape')])
    expect(presenter.url()).toContain(`${builtEditions.zh.url}presenter/${CHART}/`)
    await waitUntilStill(presenter, CHART)
    await audience.keyboard.press('ArrowRight')
    for (const page of pages)
      await expectShown(page, { no: CHART, clicks: 2 })
    expect(problems.flat()).toEqual([])
    await endVisit(presenter)
  })

  it('leaves a reader\'s second tab in its language', LANDING, async () => {
    const first = await visitor(browser())
    const second = await newWindow(first)
    await openSlide(first, siteUrl, STEPS)
    await openSlide(second, siteUrl, STEPS)
    await first.keyboard.press('t')
    await first.waitForURL(`${builtEditions.zh.url}${STEPS}**`)
    await waitUntilStill(first, STEPS)
    expect(new URL(second.url()).pathname).not.toContain('/zh/')
    await endVisit(first)
  })

  it('works without JavaScript, by a link to the same slide', async () => {
    const page = await (await browser().newContext({ javaScriptEnabled: false })).newPage()
    await page.goto(`${siteUrl}${CHART}/`)
    await page.getByRole('link', { name: chinese.sameSlide }).click()
    await page.waitForURL(`${builtEditions.zh.url}${CHART}/`)
    expect(await page.locator('h1 >> visible=true').textContent()).toContain(claim('zh', CHART))
    await page.getByRole('link', { name: english.sameSlide }).click()
    await page.waitForURL(`${siteUrl}${CHART}/`)
    await endVisit(page)
  })
})

/** Waits for what comes at the visitor's first move, or some seconds later; a move that comes before the deck is there is made again. */
async function comes(page: Page, corner: Locator): Promise<void> {
  await expect.poll(async () => {
    await page.keyboard.press('Shift')
    return corner.count()
  }, { timeout: 15_000 }).toBeGreaterThan(0)
}

describe('a first visit', () => {
  it.each(few([
    { locale: 'zh-TW', url: siteUrl, offered: chinese },
    { locale: 'en-GB', url: builtEditions.zh.url, offered: english },
    { locale: 'zh-CN', url: siteUrl, offered: chinese },
  ], 2))('with a browser in $locale is offered that edition, and stays until it is taken', async ({ locale, url, offered }) => {
    const page = await visitor(browser(), { locale })
    await openSlide(page, url, STEPS)
    const offer = page.locator('.corner-status', { hasText: offered.offer })
    // It comes by itself, too, only later: the test below waits for that.
    await comes(page, offer)
    expect(await offer.getAttribute('lang')).toBe(offered.language)
    expect(page.url().startsWith(`${url}${STEPS}`)).toBe(true)
    await offer.getByRole('button', { name: offered.accept }).click()
    await page.waitForURL(`${builtEditions[offered.id].url}${STEPS}**`)
    await endVisit(page)
  })

  it('that declines is not asked again', LANDING, async () => {
    const page = await visitor(browser(), { locale: 'zh-CN' })
    await openSlide(page, siteUrl, STEPS)
    await page.getByRole('button', { name: chinese.decline }).click({ timeout: 15_000 })
    await page.reload()
    await waitUntilStill(page, STEPS)
    await comes(page, page.locator('.corner-status'))
    expect(await page.getByText(chinese.offer).count()).toBe(0)
    await endVisit(page)
  })

  it.each(few([
    { locale: 'fr-FR', url: siteUrl },
    { locale: 'zh-CN', url: builtEditions.zh.url },
    { locale: 'en-US', url: siteUrl },
  ], 2))('with a browser in $locale at $url is offered nothing', async ({ locale, url }) => {
    const page = await visitor(browser(), { locale })
    await openSlide(page, url, STEPS)
    await comes(page, page.locator('.corner-status'))
    expect(await page.locator('.corner-notice').count()).toBe(0)
    await endVisit(page)
  })
})

it('after one visit to one edition the other works without a network', LANDING, async () => {
  const page = await newDeckPage(browser(), { offline: true })
  await page.addInitScript(WITHOUT_REST)
  await openSlide(page, siteUrl, STEPS)
  await saysKept(page)
  await page.context().setOffline(true)
  await page.keyboard.press('t')
  await page.waitForURL(`${builtEditions.zh.url}${STEPS}**`)
  await waitUntilStill(page, STEPS)
  const problems = watchProblems(page, new URL(siteUrl).origin)
  for (const { no } of builtEditions.zh.slides)
    await goTo(page, no)
  for (const ending of ['', '/', '?clicks=1']) {
    await page.goto(`${builtEditions.zh.url}${CHART}${ending}`)
    await waitUntilStill(page, CHART)
    expect(await position(page)).toMatchObject({ no: CHART, clicks: ending.includes('clicks') ? 1 : 0 })
  }
  await page.goto(`${builtEditions.zh.url}presenter/${CHART}`)
  await waitUntilStill(page, CHART)
  expect(problems).toEqual([])
  await endVisit(page)
})
