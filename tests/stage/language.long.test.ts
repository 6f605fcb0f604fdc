import type { WalkedSite } from '../engines/served'
import type { Hall, StageTalk } from './hall'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import words from '../../addon/locales/en'
import { goTo } from '../../addon/node/browser/deck-page'
import { serveForWalk } from '../engines/served'
import { expectBoth, expectFilled, expectLanguage, LAPTOP, PATIENCE, PROJECTOR } from './both'
import { missingHall, openHall, shownBy } from './hall'
import { missingForStage } from './missing'

const missing = missingForStage() ?? await missingHall()
const { dist, editions } = inject('sites').fixture
const CHART = editions.en.slides.find(({ id }) => id === 'chart')!.no
const seconds = (clock: string | null) => (clock ?? '').split(':').reduce((sum, part) => sum * 60 + Number(part), 0)

/** How the audience's window comes to fill its screen: as `present` opens it, and as F does. */
describe.skipIf(missing).each(['present', 'F'] as const)('another language while %s fills the projector', (by) => {
  let site: WalkedSite
  let hall: Hall
  let talk: StageTalk
  beforeAll(async () => {
    site = await serveForWalk(dist)
    hall = await openHall(LAPTOP, PROJECTOR)
    talk = await hall.present(site.url)
    if (by === 'F') {
      await talk.audience.setState('normal')
      await talk.audience.focus()
      await hall.hands('key f')
      await talk.audience.page.waitForFunction(() => document.fullscreenElement !== null)
    }
  })
  afterAll(async () => {
    await talk?.close()
    await hall?.close()
    await site?.close()
  })
  const clock = async () => seconds(await talk.presenter.page.locator('.speaker-time > .tabular').textContent())
  const audience = () => shownBy(talk.audience.page)
  const strokes = (page: { locator: (selector: string) => { count: () => Promise<number> } }) => page.locator('svg.absolute path').count()

  it('leaves slide, step, clock, black, pointer and what is drawn as they are', async () => {
    const { presenter } = talk
    await goTo(presenter.page, CHART, 1)
    await expectBoth(talk, { no: CHART, clicks: 1 })
    await presenter.focus()
    await presenter.page.getByRole('button', { name: words.stage.parts.startClock }).click()
    await expect.poll(clock, PATIENCE).toBeGreaterThan(1)
    // A stroke, by hand.
    await presenter.page.getByRole('button', { name: 'Show drawing toolbar' }).click()
    const slide = (await presenter.page.locator('.main .slidev-slide-content').boundingBox())!
    const { left, top } = await presenter.page.evaluate(() => ({
      left: screenX + (outerWidth - innerWidth) / 2,
      top: screenY + outerHeight - innerHeight,
    }))
    const [x, y] = [Math.round(left + slide.x + slide.width / 2), Math.round(top + slide.y + slide.height / 2)]
    await hall.hands(`mousemove ${x} ${y}`, 'mousedown 1', `mousemove ${x + 30} ${y + 10}`, `mousemove ${x + 60} ${y + 30}`, 'mouseup 1', 'key Escape')
    await expect.poll(() => strokes(audience()), PATIENCE).toBe(1)
    await hall.hands('key p', 'key b')
    await expectBoth(talk, { black: true })
    const before = await clock()

    await hall.hands('key t')
    await expectLanguage(talk, 'zh')
    await expectBoth(talk, { no: CHART, clicks: 1, black: true })
    await expectFilled(talk.audience)
    await expect.poll(clock, PATIENCE).toBeGreaterThan(before)
    await hall.hands('key b')
    await expectBoth(talk, { black: false })
    await hall.hands(`mousemove ${x} ${y}`, `mousemove ${x + 5} ${y + 5}`)
    await expect.poll(() => audience().locator('.laser-pointer').count(), PATIENCE).toBe(1)
    await hall.hands('key p')

    await hall.hands('key t')
    await expectLanguage(talk, '')
    await expectBoth(talk, { no: CHART, clicks: 1, black: false })
    await expectFilled(talk.audience)
    await expect.poll(() => strokes(audience()), PATIENCE).toBe(1)
    await expect.poll(() => strokes(presenter.page), PATIENCE).toBe(1)
    // C wipes both, without the pen.
    await hall.hands('key c')
    await expect.poll(() => strokes(audience()), PATIENCE).toBe(0)
    await expect.poll(() => strokes(presenter.page), PATIENCE).toBe(0)
  })

  it('comes to both as often as it is asked for, from either window', async () => {
    await goTo(talk.presenter.page, CHART, 1)
    for (const acting of ['presenter', 'audience', 'presenter'] as const) {
      await talk[acting].focus()
      for (const folder of ['zh', ''] as const) {
        await hall.hands('key t')
        await expectLanguage(talk, folder)
        await expectBoth(talk, { no: CHART, clicks: 1 })
      }
      // Without waiting for the first: wherever that ends, it ends there in both.
      await hall.hands('key t', 'key t', 'key t')
      const isChinese = () => Promise.all([talk.presenter, talk.audience].map(async ({ page }) => shownBy(page).url().includes('/zh/')))
      await new Promise(resolve => setTimeout(resolve, 2000))
      await expect.poll(async () => new Set(await isChinese()).size, PATIENCE).toBe(1)
      const [one] = await isChinese()
      await expectBoth(talk, { no: CHART, clicks: 1 })
      if (one) {
        await talk[acting].focus()
        await hall.hands('key t')
        await expectLanguage(talk, '')
      }
      await expectBoth(talk, { no: CHART, clicks: 1 })
      await expectFilled(talk.audience)
    }
  })

  it.each(['presenter', 'audience'] as const)('comes to the %s\'s window also while that is minimised', async (sleeping) => {
    const acting = sleeping === 'presenter' ? 'audience' : 'presenter'
    await talk[sleeping].focus()
    await hall.hands('getactivewindow windowminimize')
    await talk[acting].focus()
    await hall.hands('key t')
    await expectLanguage(talk, 'zh')
    await expectBoth(talk, { no: CHART, clicks: 1 })
    await hall.hands('key Left')
    talk = await talk.again()
    await expectBoth(talk, { no: CHART, clicks: 0 })
    await talk.presenter.focus()
    await hall.hands('key t')
    await expectLanguage(talk, '')
    await expectBoth(talk, { no: CHART, clicks: 0 })
    await hall.hands('key Right')
    await expectBoth(talk, { no: CHART, clicks: 1 })
    await expectFilled(talk.audience)
  })

  it('lets go of the screen afterwards', async () => {
    if (by === 'F') {
      // The command, given once more, has filled the screen in its own way.
      await talk.audience.setState('normal')
      await talk.audience.focus()
      await hall.hands('key f')
      await expectFilled(talk.audience)
    }
    await talk.presenter.focus()
    await hall.hands('key t')
    await expectLanguage(talk, 'zh')
    await talk.audience.focus()
    for (const end of by === 'F' ? ['Escape', 'f', 'F11'] : ['F11']) {
      await expectFilled(talk.audience)
      await hall.hands(`key ${end}`)
      await expectFilled(talk.audience, false)
      await expectBoth(talk, { no: CHART, clicks: 1 })
      await talk.audience.focus()
      await hall.hands('key f')
      await expectFilled(talk.audience)
      const isChinese = audience().url().includes('/zh/')
      await hall.hands('key t')
      await expectLanguage(talk, isChinese ? '' : 'zh')
    }
    await hall.hands('key Escape')
    await expectFilled(talk.audience, false)
    await expect.poll(() => talk.audience.page.frames().length, PATIENCE).toBe(1)
    await expectBoth(talk, { no: CHART, clicks: 1 })
  })
})
