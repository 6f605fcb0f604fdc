import type { Shown } from '../browser/windows'
import type { WalkedSite } from '../engines/served'
import type { Hall, StageTalk } from './hall'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import words from '../../addon/locales/en'
import { openDeck } from '../../addon/node/browser/deck-page'
import { shown } from '../browser/windows'
import { serveForWalk } from '../engines/served'
import { expectBoth, expectFilled, expectLanguage, LAPTOP, PATIENCE, PROJECTOR } from './both'
import { missingHall, openHall } from './hall'
import { missingForStage } from './missing'
import { asOnFullScreen, differentShare, launchWindowless, MOST_DIFFERENT } from './pictures'

const missing = missingForStage() ?? await missingHall()
if (missing)
  console.warn(`Not tried in real windows: ${missing}`)

const { dist, editions } = inject('sites').fixture
const CHART = editions.en.slides.find(({ id }) => id === 'chart')!.no

describe.skipIf(missing)('five slides in real windows', () => {
  let site: WalkedSite
  beforeAll(async () => {
    site = await serveForWalk(dist)
  })
  afterAll(() => site?.close())

  describe('with a projector', () => {
    let hall: Hall
    let talk: StageTalk
    beforeAll(async () => {
      hall = await openHall(LAPTOP, PROJECTOR)
      talk = await hall.present(site.url)
    })
    afterAll(async () => {
      await talk?.close()
      await hall?.close()
    })

    it('each has a screen of its own, and the audience\'s is filled', async () => {
      expect(talk.opened).toBe('own screen')
      expect(await talk.presenter.bounds()).toMatchObject({ left: 0, top: 0, ...LAPTOP })
      expect(await talk.audience.bounds()).toMatchObject({ left: LAPTOP.width, top: 0, ...PROJECTOR, windowState: 'fullscreen' })
      // The presenter's has the keyboard, nothing lies over the slide, and no arrow of a mouse does.
      await expect.poll(talk.presenter.hasKeyboard, PATIENCE).toBe(true)
      await hall.hands('mousemove 300 300', 'mousemove 320 310')
      const browser = await launchWindowless()
      const page = await openDeck(browser, { url: site.url, viewport: PROJECTOR })
      await asOnFullScreen(page)
      const difference = async () => differentShare(page, await talk.audience.page.screenshot(), await page.screenshot())
      await expect.poll(difference, PATIENCE).toBeLessThan(MOST_DIFFERENT)
      await browser.close()
    })

    it('every key of the stage moves both, in whichever order Shift is let go', async () => {
      const at = (no: number, clicks = 0) => ({ no, clicks })
      const steps: [string, Partial<Shown>][] = [
        ['key Right', at(CHART)],
        ['key space', at(CHART, 1)],
        ['key Next', at(CHART, 2)],
        ['keydown shift,keydown space,keyup shift,keyup space', at(CHART, 1)],
        ['keydown shift,keydown Right,keyup shift,keyup Right', at(CHART + 1)],
        ['key Up', at(CHART)],
        ['key shift+space', at(CHART - 1)],
        ['key Down', at(CHART)],
        ['key b', { black: true }],
        ['key period', { black: false }],
        ['key e', { enlarged: 'CupsChart' }],
        ['key Escape', { enlarged: undefined, ...at(CHART) }],
        ['key d', { dark: true }],
        ['key d', { dark: false }],
        ['key g,type 3,key Return', at(3)],
        ['key Home', at(1)],
        ['key End', at(editions.en.slides.length)],
        ['key Home', at(1)],
        ['key Down', at(CHART)],
      ]
      for (const [keys, expected] of steps) {
        await hall.hands(...keys.split(','))
        await expectBoth(talk, expected)
      }
    })

    it('what the browser itself has filled, its own key ends, and the window says which', async () => {
      const { audience, presenter } = talk
      await audience.focus()
      await hall.hands('key Escape')
      await audience.page.getByText(words.stage.endsFullScreen.replace('{key}', 'F11')).waitFor(PATIENCE)
      await expectFilled(audience)
      for (const isFilled of [false, true]) {
        await hall.hands('key F11')
        await expectFilled(audience, isFilled)
      }
      await presenter.focus()
    })

    it('the language changes in both, and the projector stays filled', async () => {
      await hall.hands('key Right', 'key t')
      await expectLanguage(talk, 'zh')
      await expectBoth(talk, { no: CHART, clicks: 1 })
      expect(await talk.audience.bounds()).toMatchObject({ left: LAPTOP.width, ...PROJECTOR, windowState: 'fullscreen' })
      await hall.hands('key t')
      await expectLanguage(talk, '')
      await expectBoth(talk, { no: CHART, clicks: 1 })
    })

    it('the command once more brings both to the front, also one that was minimised', async () => {
      await talk.presenter.setState('minimized')
      await expect.poll(async () => (await talk.presenter.bounds()).windowState, PATIENCE).toBe('minimized')
      talk = await talk.again()
      expect(talk.opened).toBe('in front')
      await expect.poll(async () => (await talk.presenter.bounds()).windowState, PATIENCE).not.toBe('minimized')
      await expect.poll(talk.presenter.hasKeyboard, PATIENCE).toBe(true)
      await expectBoth(talk, { no: CHART, clicks: 1 })
      await hall.hands('key Left')
      await expectBoth(talk, { no: CHART, clicks: 0 })
      // Asked for in another language, they are in that, and filled as they were.
      talk = await talk.again('zh/')
      await expectLanguage(talk, 'zh')
      await expectBoth(talk, { no: CHART, clicks: 0 })
      await expectFilled(talk.audience)
    })
  })

  it('on one screen they stand side by side; what F fills, another language leaves so, and Escape ends one thing at a time', async () => {
    const hall = await openHall(LAPTOP)
    try {
      const talk = await hall.present(site.url)
      expect(talk.opened).toBe('side by side')
      const [audience, presenter] = [await talk.audience.bounds(), await talk.presenter.bounds()]
      expect(audience.left + audience.width).toBeLessThanOrEqual(presenter.left)
      expect(presenter.left + presenter.width).toBeLessThanOrEqual(LAPTOP.width)
      await talk.audience.focus()
      await hall.hands('key Right', 'key f')
      await expectFilled(talk.audience)
      await hall.hands('key t')
      await expectLanguage(talk, 'zh')
      await expectBoth(talk, { no: CHART, clicks: 0 })
      await hall.hands('key Right', 'key b')
      await expectBoth(talk, { no: CHART, clicks: 1, black: true })
      expect((await talk.audience.bounds()).windowState).toBe('fullscreen')
      await hall.hands('key Escape')
      await expectBoth(talk, { no: CHART, clicks: 1, black: false })
      expect((await talk.audience.bounds()).windowState).toBe('fullscreen')
      await hall.hands('key Escape')
      await expectFilled(talk.audience, false)
      await expect.poll(() => talk.audience.page.frames().length, PATIENCE).toBe(1)
      await expectBoth(talk, { no: CHART, clicks: 1 })
      expect(await shown(talk.audience.page)).toMatchObject({ no: CHART, clicks: 1 })
      await talk.close()
    }
    finally {
      await hall.close()
    }
  })
})
