import type { Shown } from '../browser/windows'
import type { WalkedSite } from '../engines/served'
import type { Hall, StageTalk } from './hall'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import words from '../../addon/locales/en'
import { goTo } from '../../addon/node/browser/deck-page'
import { shown } from '../browser/windows'
import { serveForWalk } from '../engines/served'
import { expectBoth, expectFilled, LAPTOP, PATIENCE, PROJECTOR } from './both'
import { missingHall, openHall, shownBy } from './hall'
import { missingForStage } from './missing'

const missing = missingForStage() ?? await missingHall()
const { dist, editions } = inject('sites').fixture
const [CHART, STEPS] = ['chart', 'steps'].map(name => editions.en.slides.find(({ id }) => id === name)!.no) as [number, number]
const LAST = editions.en.slides.length

/** Keys as xdotool calls them, and what they do at the second click of the chart, alone and with Shift. */
const at = (no: number, clicks = 0): Partial<Shown> => ({ no, clicks })
const HERE = at(CHART, 1)
const MOVES: readonly (readonly [string, Partial<Shown>, Partial<Shown>])[] = [
  ['space', at(CHART, 2), at(CHART, 0)],
  ['Right', at(CHART, 2), at(STEPS)],
  ['Next', at(CHART, 2), at(CHART, 2)],
  ['Left', at(CHART, 0), at(CHART - 1)],
  ['Prior', at(CHART, 0), at(CHART, 0)],
  ['Down', at(STEPS), at(STEPS)],
  ['Up', at(CHART - 1), at(CHART - 1)],
  ['Home', at(1), at(1)],
  ['End', at(LAST), at(LAST)],
]
/** What a second press of the same key puts back; with Shift the full stop is another sign. */
const SWITCHES: readonly (readonly [string, Partial<Shown>, Partial<Shown>])[] = [
  ['b', { black: true }, { black: false }],
  ['period', { black: true }, { black: false }],
  ['e', { enlarged: 'CupsChart' }, { enlarged: undefined }],
  ['d', { dark: true }, { dark: false }],
]
/** Every order in which a key and Shift can be pressed and let go, and whether Shift counts. */
const ORDERS: readonly (readonly [string, readonly string[], boolean])[] = [
  ['alone', ['keydown K', 'keyup K'], false],
  ['Shift let go last', ['keydown shift', 'keydown K', 'keyup K', 'keyup shift'], true],
  ['Shift let go first', ['keydown shift', 'keydown K', 'keyup shift', 'keyup K'], true],
  ['Shift in between', ['keydown K', 'keydown shift', 'keyup shift', 'keyup K'], false],
  ['Shift too late', ['keydown K', 'keydown shift', 'keyup K', 'keyup shift'], false],
]
/** The same twice, one pressed before the other is let go. */
const ROLLED = ['keydown K', 'keydown L', 'keyup K', 'keyup L']

describe.skipIf(missing)('every key of the table, really pressed', () => {
  let site: WalkedSite
  let hall: Hall
  let talk: StageTalk
  beforeAll(async () => {
    site = await serveForWalk(dist)
    hall = await openHall(LAPTOP, PROJECTOR)
    talk = await hall.present(site.url)
  })
  afterAll(async () => {
    await talk?.close()
    await hall?.close()
    await site?.close()
  })
  const press = (order: readonly string[], K: string, L = '') => hall.hands(...order.map(hand => hand.replace(/\b[KL]$/, key => key === 'K' ? K : L)))
  /** A key that counted twice would come late. */
  async function expectStays(expected: Partial<Shown>) {
    await expectBoth(talk, expected)
    await new Promise(resolve => setTimeout(resolve, 200))
    await expectBoth(talk, expected)
  }

  describe.each(['presenter', 'audience'] as const)('in the %s\'s window', (acting) => {
    beforeAll(() => talk[acting].focus())

    it.each(ORDERS)('counts once: %s', async (_, order, isShifted) => {
      for (const [key, alone, shifted] of MOVES) {
        await goTo(talk[acting].page, CHART, 1)
        await expectBoth(talk, HERE)
        await press(order, key)
        await expectStays(isShifted ? shifted : alone)
      }
      await goTo(talk[acting].page, CHART, 1)
      await expectBoth(talk, HERE)
      for (const [key, on, off] of SWITCHES.filter(([key]) => !isShifted || key !== 'period')) {
        await press(order, key)
        await expectStays(on)
        await press(order, key)
        await expectStays({ ...off, ...HERE })
      }
    })

    it('counts each of two that overlap, and of many at once', async () => {
      await goTo(talk[acting].page, CHART, 0)
      await expectBoth(talk, at(CHART))
      await press(ROLLED, 'Right', 'space')
      await expectStays(at(CHART, 2))
      await press(ROLLED, 'Left', 'Next')
      await expectStays(at(CHART, 2))
      // Without a pause between them, as a computer that was busy hands them on.
      await hall.hands('key --delay 0 Left Left Right Right Right Left')
      await expectStays(at(CHART, 2))
      await hall.hands('key --delay 0 Up Down Down Up Up Down Right')
      await expectStays(at(CHART, 1))
    })
  })

  it('opens and leaves what it says: the numbers, the overview, the list of keys, full screen', async () => {
    const { presenter } = talk
    await presenter.focus()
    const dialogs = () => shownBy(presenter.page).locator('dialog:modal').count()
    await hall.hands('key g')
    await expect.poll(dialogs, PATIENCE).toBe(1)
    await hall.hands(`type ${LAST}`, 'key Return')
    await expectBoth(talk, at(LAST))
    await hall.hands('keydown shift', 'keydown question', 'keyup shift', 'keyup question')
    await expect.poll(dialogs, PATIENCE).toBe(1)
    await hall.hands('key Escape')
    await expect.poll(dialogs, PATIENCE).toBe(0)
    for (const key of ['o', 'grave']) {
      await hall.hands(`key ${key}`)
      const overview = () => presenter.page.evaluate(() => [...document.querySelectorAll('.z-modal')].some(all => all.checkVisibility()))
      await expect.poll(overview, PATIENCE).toBe(true)
      await hall.hands('key Escape')
      await expect.poll(overview, PATIENCE).toBe(false)
    }
    for (const [key, end] of [['F5', 'f'], ['shift+F5', 'Escape'], ['f', 'f']]) {
      await hall.hands(`key ${key}`)
      await expect.poll(() => presenter.page.evaluate(() => document.fullscreenElement !== null), PATIENCE).toBe(true)
      await hall.hands(`key ${end}`)
      await expect.poll(() => presenter.page.evaluate(() => document.fullscreenElement !== null), PATIENCE).toBe(false)
    }
    expect(await shown(presenter.page)).toMatchObject(at(LAST))
  })

  it('says which key ends what the browser itself has filled, and asks it for nothing', async () => {
    const { audience } = talk
    await audience.focus()
    await expectFilled(audience)
    const notice = audience.page.getByText(words.stage.endsFullScreen.replace('{key}', 'F11'))
    for (const key of ['f', 'Escape']) {
      await hall.hands(`key ${key}`)
      await notice.waitFor(PATIENCE)
      await notice.waitFor({ ...PATIENCE, state: 'detached' })
    }
    await hall.hands('key F5', 'key shift+F5')
    expect(await notice.count()).toBe(0)
    expect(await audience.page.evaluate(() => document.fullscreenElement)).toBe(null)
    await expectFilled(audience)
    await hall.hands('key F11')
    await expectFilled(audience, false)
  })
})
