import type { Page } from 'playwright-core'
import type { Place } from '../browser/fingers'
import type { Windows } from '../browser/windows'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { keyLines } from '../../addon/lib/keys'
import { words as talkWords } from '../../addon/locales'
import { goTo, newDeckPage, openSlide, SLIDE, waitUntilStill } from '../../addon/node/browser/deck-page'
import { watchProblems } from '../../addon/node/browser/page-problems'
import fixture from '../../fixture/deck.client'
import { difference, NOTICEABLE, picture } from '../browser/chart-picture'
import { edition, noOf, siteUrl, slides, url } from '../browser/deck'
import { rest } from '../browser/fingers'
import { measure } from '../browser/measure'
import { newWindow } from '../browser/new-window'
import { endVisit, useBrowser, useDeck, visit, visitor } from '../browser/visits'
import { expectShown, openWindows, shown } from '../browser/windows'
import { walkKeys } from '../engines/keys'
import { windowOf } from '../engines/playwright'
import { LANDING } from '../parts'

const browser = useBrowser()
const CHART = noOf('chart')
const TWO_EXHIBITS = noOf('steps')

/** The text that is selected, as a browser copies it. */
const selected = (page: Page) => page.evaluate(() => String(getSelection()))

/** Share of the window's pixels that are pure black. */
async function blackness(page: Page): Promise<number> {
  const picture = (await page.screenshot()).toString('base64')
  return page.evaluate(async (picture) => {
    // Not by fetch, which the deck's Content-Security-Policy forbids.
    const bitmap = new Image()
    bitmap.src = `data:image/png;base64,${picture}`
    await bitmap.decode()
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!
    context.drawImage(bitmap, 0, 0)
    const pixels = new Uint32Array(context.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer)
    return pixels.filter(pixel => pixel === 0xFF000000).length / pixels.length
  }, picture)
}

describe('both windows', () => {
  let windows: Windows
  const expectBoth = (expected: Parameters<typeof expectShown>[1]) =>
    Promise.all([windows.presenter, windows.audience].map(page => expectShown(page, expected)))
  beforeAll(async () => {
    windows = await openWindows(browser(), CHART)
  })
  beforeEach(async () => {
    // What a test that failed left is no fault of the next.
    for (const page of [windows.presenter, windows.audience]) {
      const { black, enlarged } = await shown(page)
      for (const _ of [black, enlarged].filter(Boolean))
        await page.keyboard.press('Escape')
    }
    await goTo(windows.presenter, CHART, 1)
    await expectBoth({ no: CHART, clicks: 1, black: false, enlarged: undefined })
    await waitUntilStill(windows.audience, CHART)
  })
  afterAll(() => endVisit(windows.presenter))

  it.each(['b', '.'])('go black for the audience with %s; the speaker goes on seeing the slide, and a sign', async (key) => {
    await windows.presenter.keyboard.press(key)
    await expectBoth({ black: true })
    expect(await blackness(windows.audience)).toBe(1)
    expect(await blackness(windows.presenter)).toBeLessThan(0.2)
    expect(await windows.presenter.locator('#slide-content canvas >> visible=true').count()).toBe(1)
    expect(await windows.presenter.locator('.black-sign').boundingBox()).toMatchObject({ y: expect.closeTo(8, 0) as number })
    await windows.presenter.keyboard.press(key)
    await expectBoth({ black: false, no: CHART, clicks: 1 })
  })

  const STEPS = ['PageDown', 'PageUp', 'ArrowRight', 'Space', 'ArrowUp']
  it.each(STEPS)('come back from black with %s, which goes on only at its next press', async (key) => {
    await windows.audience.keyboard.press('b')
    await expectBoth({ black: true })
    await windows.audience.keyboard.press(key)
    await expectBoth({ black: false, no: CHART, clicks: 1 })
    await windows.audience.keyboard.press(key)
    await windows.presenter.waitForFunction(no => window.deckNav().clicks !== 1 || window.deckNav().currentSlideNo !== no, CHART)
  })

  it.each([
    ['presenter', '.black-sign button'],
    ['audience', '.black-screen'],
  ] as const)('come back from black with a click in the %s window', async (name, target) => {
    await windows.presenter.keyboard.press('b')
    await expectBoth({ black: true })
    await windows[name].locator(target).click({ timeout: 5000 })
    await expectBoth({ black: false, no: CHART, clicks: 1 })
  })

  it('do not go black with Ctrl+B, nor is anything moved that is meant for the browser, though it is the first key', async () => {
    await windows.presenter.reload()
    await waitUntilStill(windows.presenter, CHART)
    for (const key of ['Control+b', 'Control+l', 'Alt+ArrowLeft', 'Control+d', 'Meta+f', 'Control+Home'])
      await windows.presenter.keyboard.press(key)
    await windows.presenter.keyboard.press('ArrowRight')
    await expectBoth({ no: CHART, clicks: 2, black: false, dark: false })
  })

  it('stay black through a reload', async () => {
    await windows.presenter.keyboard.press('b')
    await expectBoth({ black: true })
    await windows.audience.reload()
    await expectBoth({ black: true, no: CHART, clicks: 1 })
    await windows.presenter.reload()
    await expectBoth({ black: true, no: CHART, clicks: 1 })
    await windows.presenter.keyboard.press('b')
    await expectBoth({ black: false, no: CHART, clicks: 1 })
  })

  it('hear also of a key that is pressed in the very turn in which its window hears of the others', async () => {
    await windows.presenter.keyboard.press('b')
    await expectBoth({ black: true })
    await windows.presenter.evaluate((name) => {
      const key = Object.keys(localStorage).find(key => key.endsWith(name))!
      window.dispatchEvent(new StorageEvent('storage', { key, newValue: localStorage.getItem(key) }))
      for (const type of ['keydown', 'keyup'])
        window.dispatchEvent(new KeyboardEvent(type, { key: 'b', code: 'KeyB' }))
    }, ' - stage')
    await expectBoth({ black: false })
  })

  it('enlarge the exhibit with E and put it back, also through a reload', async () => {
    await windows.presenter.keyboard.press('e')
    await expectBoth({ enlarged: 'CupsChart' })
    await waitUntilStill(windows.audience, CHART)
    await windows.audience.reload()
    await waitUntilStill(windows.audience, CHART)
    await expectBoth({ enlarged: 'CupsChart' })
    const { texts, outside } = await measure(windows.audience)
    expect(outside).toEqual([])
    expect(texts.map(({ text }) => text)).toEqual([])
    await windows.presenter.keyboard.press('e')
    await expectBoth({ enlarged: undefined, no: CHART, clicks: 1 })
  })

  it('enlarge by a click on its button, which stays large enough to hit', async () => {
    for (const page of [windows.presenter, windows.audience]) {
      await page.locator('#slideshow [data-exhibit] >> visible=true').hover()
      const button = page.locator('#slideshow .enlarge-button >> visible=true')
      const box = (await button.boundingBox())!
      expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(24)
      await button.click({ timeout: 5000 })
      await expectBoth({ enlarged: 'CupsChart' })
      await page.keyboard.press('Space')
      await expectBoth({ clicks: 2, enlarged: 'CupsChart' })
      await button.click({ timeout: 5000 })
      await expectBoth({ enlarged: undefined })
      await page.keyboard.press('ArrowLeft')
      await expectBoth({ clicks: 1 })
    }
  })

  it('put an exhibit back when its slide is left, for good', async () => {
    await windows.presenter.keyboard.press('e')
    await expectBoth({ enlarged: 'CupsChart' })
    await windows.presenter.keyboard.press('ArrowDown')
    await expectBoth({ no: CHART + 1, enlarged: undefined })
    await windows.presenter.keyboard.press('ArrowUp')
    await expectBoth({ no: CHART, enlarged: undefined })
  })

  it('enlarge two exhibits of one slide in turn, and nothing where there is none', LANDING, async () => {
    await goTo(windows.presenter, TWO_EXHIBITS)
    for (const enlarged of ['TwoWindows', 'ThreeDocuments', undefined]) {
      await windows.presenter.keyboard.press('e')
      await expectBoth({ no: TWO_EXHIBITS, enlarged })
    }
    await goTo(windows.presenter, noOf('end'))
    await windows.presenter.keyboard.press('e')
    await windows.presenter.keyboard.press('b')
    await expectBoth({ black: true, enlarged: undefined })
    await windows.presenter.keyboard.press('b')
    await expectBoth({ black: false, enlarged: undefined })
  })

  it('turn on, also through a reload, what a letter of the deck turns on, and off again', async () => {
    const { presenter, audience } = windows
    await goTo(presenter, CHART)
    await waitUntilStill(audience, CHART)
    const before = { presenter: await picture(presenter), audience: await picture(audience) }
    const isSorted = async (name: keyof Windows) => difference(await picture(windows[name]), before[name]) > NOTICEABLE
    const expectSorted = (sorted: boolean) =>
      expect.poll(() => Promise.all([isSorted('presenter'), isSorted('audience')])).toEqual([sorted, sorted])
    await presenter.keyboard.press('s')
    await expectSorted(true)
    await audience.reload()
    await waitUntilStill(audience, CHART)
    await expectSorted(true)
    await audience.keyboard.press('s')
    await expectSorted(false)
  })

  it('undo with Escape: black, then the enlarged exhibit, then the overview, then full screen', async () => {
    const { presenter } = windows
    // Only a window that is seen may fill the screen.
    await presenter.bringToFront()
    await presenter.keyboard.press('F5')
    await presenter.waitForFunction(() => document.fullscreenElement !== null)
    await presenter.keyboard.press('e')
    await presenter.keyboard.press('b')
    await presenter.keyboard.press('o')
    const overview = presenter.locator('.z-modal .slidev-slide-content').first()
    await overview.waitFor({ state: 'visible', timeout: 15_000 })
    await expectBoth({ black: true, enlarged: 'CupsChart' })
    await presenter.keyboard.press('Escape')
    await expectBoth({ black: false, enlarged: 'CupsChart' })
    await presenter.keyboard.press('Escape')
    await expectBoth({ enlarged: undefined })
    expect(await overview.isVisible()).toBe(true)
    await presenter.keyboard.press('Escape')
    await overview.waitFor({ state: 'hidden', timeout: 15_000 })
    expect(await presenter.evaluate(() => document.fullscreenElement !== null)).toBe(true)
    await presenter.keyboard.press('Escape')
    await presenter.waitForFunction(() => document.fullscreenElement === null)
    await expectBoth({ no: CHART, clicks: 1 })
  })
})

describe('the laser pointer', LANDING, () => {
  const dot = (page: Page) => page.locator('.laser-pointer')
  const place = (page: Page) => dot(page).evaluate(({ style }: HTMLElement) => [style.left, style.top].map(Number.parseFloat))

  it('of the presenter is seen in both windows where P turned it on, until P turns it off', async () => {
    const { presenter, audience } = await openWindows(browser(), CHART)
    const slide = (await presenter.locator('#slide-content').boundingBox())!
    await presenter.keyboard.press('p')
    await presenter.mouse.move(slide.x + slide.width / 4, slide.y + slide.height / 2)
    for (const page of [presenter, audience]) {
      await dot(page).waitFor({ timeout: 15_000 })
      expect(await place(page)).toEqual([expect.closeTo(25, 0), expect.closeTo(50, 0)])
    }
    // A window that was opened just now knows of no pointer but the presenter's.
    await audience.reload()
    await waitUntilStill(audience, CHART)
    await presenter.mouse.move(slide.x + slide.width / 2, slide.y + slide.height / 2)
    await expect.poll(() => place(audience)).toEqual([expect.closeTo(50, 0), expect.closeTo(50, 0)])
    // At rest it goes, and comes again; a window that opens meanwhile waits for that.
    for (const page of [presenter, audience])
      await dot(page).waitFor({ state: 'detached', timeout: 15_000 })
    await presenter.mouse.move(slide.x + slide.width / 4, slide.y + slide.height / 2)
    await dot(audience).waitFor({ timeout: 15_000 })
    await audience.reload()
    await waitUntilStill(audience, CHART)
    expect(await dot(audience).count()).toBe(0)
    await presenter.keyboard.press('p')
    for (const page of [presenter, audience])
      await dot(page).waitFor({ state: 'detached', timeout: 15_000 })
    await presenter.mouse.move(slide.x + slide.width / 2, slide.y + slide.height / 2)
    await audience.waitForTimeout(300)
    for (const page of [presenter, audience])
      expect(await page.locator('.laser-pointer, .arrow-pointer').count()).toBe(0)
    await endVisit(presenter)
  })

  it('and the arrow are seen by nobody who did not ask for them, whatever was chosen in another talk', async () => {
    const { presenter, audience } = await openWindows(browser(), CHART)
    const pointers = () => audience.locator('.laser-pointer, .arrow-pointer').count()
    const slide = (await presenter.locator('#slide-content').boundingBox())!
    const move = (share: number) => presenter.mouse.move(slide.x + slide.width * share, slide.y + slide.height / 2)
    await move(0.25)
    await audience.waitForTimeout(300)
    expect(await pointers()).toBe(0)
    // By the button in the controls.
    await presenter.getByRole('button', { name: 'Show presenter cursor' }).click()
    await move(0.5)
    await audience.locator('.arrow-pointer').waitFor({ timeout: 5000 })
    await presenter.keyboard.press('p')
    await move(0.75)
    await audience.locator('.laser-pointer').waitFor({ timeout: 5000 })
    const later = await newWindow(audience)
    await presenter.close()
    await later.goto(`${url}presenter/`)
    await waitUntilStill(later, CHART)
    await later.mouse.move(slide.x + slide.width / 2, slide.y + slide.height / 2)
    await audience.locator('.laser-pointer').waitFor({ state: 'detached', timeout: 5000 })
    expect(await later.locator('.laser-pointer, .arrow-pointer').count()).toBe(0)
    await endVisit(audience)
  })

  it('of one window follows its mouse, and is nowhere before that moves', async () => {
    const page = await visit(browser(), {}, CHART)
    await page.keyboard.press('p')
    await page.mouse.move(640, 180)
    await dot(page).waitFor({ timeout: 5000 })
    expect(await place(page)).toEqual([expect.closeTo(50, 0), expect.closeTo(25, 0)])
    await page.reload()
    await waitUntilStill(page, CHART)
    expect(await dot(page).count()).toBe(0)
    await endVisit(page)
  })
})

it('the pen is out where it was taken alone, also in a window that opens later; what it draws is in both', LANDING, async () => {
  const { presenter, audience } = await openWindows(browser(), CHART)
  const tools = (page: Page) => page.getByTitle('Draw with stylus').count()
  await presenter.keyboard.press('Escape')
  await presenter.getByRole('button', { name: 'Show drawing toolbar' }).click()
  await presenter.getByTitle('Draw with stylus').waitFor()
  const slide = (await presenter.locator('#slide-content').boundingBox())!
  await presenter.mouse.move(slide.x + 100, slide.y + 80)
  await presenter.mouse.down()
  await presenter.mouse.move(slide.x + 250, slide.y + 100, { steps: 4 })
  await presenter.mouse.up()
  const drawn = audience.locator('#slide-content > svg path')
  await drawn.waitFor({ state: 'attached', timeout: 5000 })
  expect(await tools(audience)).toBe(0)
  await audience.reload()
  await drawn.waitFor({ state: 'attached', timeout: 5000 })
  await waitUntilStill(audience, CHART)
  expect([await tools(presenter), await tools(audience)]).toEqual([1, 0])
  // It is wiped in both also when the pen has been put away, in either window.
  await presenter.keyboard.press('Escape')
  await presenter.getByTitle('Draw with stylus').waitFor({ state: 'detached' })
  await audience.keyboard.press('c')
  await Promise.all([drawn, presenter.locator('#slide-content > svg path')].map(path => path.waitFor({ state: 'detached', timeout: 5000 })))
  await endVisit(presenter)
})

it('the row of controls is not in the picture of a screen of 4 : 3 that is filled', LANDING, async () => {
  const [width, height] = [1024, 768]
  const page = await visit(browser(), { viewport: { width, height } }, CHART)
  const row = page.locator('#slide-container > .absolute:has(> nav)')
  const opacity = () => row.evaluate(element => getComputedStyle(element).opacity)
  await page.mouse.move(width / 2, 60)
  await expect.poll(opacity).toBe('1')
  await page.keyboard.press('f')
  await expect.poll(opacity).toBe('0')
  await page.mouse.move(width / 2, height - 8)
  await expect.poll(opacity).toBe('1')
  await page.mouse.move(width / 2, 60)
  await expect.poll(opacity).toBe('0')
  // In another language, too, where the window around it is the one that fills the screen.
  await page.keyboard.press('t')
  const frame = page.frameLocator('iframe').locator('#slide-container > .absolute:has(> nav)')
  await expect.poll(() => frame.evaluate(element => getComputedStyle(element).opacity)).toBe('0')
  // Which is then in that language, with its title.
  const inner = await page.frames()[1]!.evaluate(() => [document.documentElement.lang, document.title])
  expect(inner[0]).not.toBe(edition.language)
  await expect.poll(() => page.evaluate(() => [document.documentElement.lang, document.title])).toEqual(inner)
  await page.keyboard.press('f')
  await expect.poll(opacity).toBe('1')
  await endVisit(page)
})

it.each(['Space', 'ArrowRight'])('shift and %s count once, in whichever order they are pressed and let go', async (key) => {
  const page = await visit(browser(), {}, CHART)
  for (const [order, shifted] of [['+S +K -S -K', true], ['+S +K -K -S', true], ['+K +S -K -S', false], ['+K +S -S -K', false]] as const) {
    await goTo(page, CHART, 1)
    for (const part of order.split(' ')) {
      await page.keyboard[part[0] === '+' ? 'down' : 'up'](part[1] === 'S' ? 'Shift' : key)
      await page.waitForTimeout(30)
    }
    const forwards = key === 'ArrowLeft' || (key === 'Space' && shifted) ? -1 : 1
    // With Shift arrows go by whole slides.
    const expected = shifted && key.startsWith('Arrow') ? { no: CHART + forwards, clicks: 0 } : { no: CHART, clicks: 1 + forwards }
    await expectShown(page, expected)
  }
  await endVisit(page)
})

describe('one window', () => {
  const deck = useDeck(browser)
  beforeEach(() => goTo(deck(), CHART, 0))

  it('steps with a clicker\'s Page Down and Page Up, and its F5 and Escape start and end the show where it is', async () => {
    const page = deck()
    // A driver's F5 never reloads; a real one does unless the deck says no.
    await page.evaluate(`
      globalThis.reloads = 0
      addEventListener('keydown', event => { reloads += event.key === 'F5' && !event.defaultPrevented })
    `)
    await page.keyboard.press('PageDown')
    await expectShown(page, { no: CHART, clicks: 1 })
    await page.keyboard.press('PageUp')
    await expectShown(page, { no: CHART, clicks: 0 })
    for (const start of ['F5', 'Shift+F5', 'F5']) {
      await page.keyboard.press(start)
      await page.waitForFunction(() => document.fullscreenElement !== null)
      await page.keyboard.press('PageDown')
      await page.keyboard.press('Escape')
      await page.waitForFunction(() => document.fullscreenElement === null)
    }
    expect(await shown(page)).toMatchObject({ no: CHART + 1, clicks: 0 })
    expect(await page.evaluate('reloads')).toBe(0)
    await page.keyboard.press('End')
    await expectShown(page, { no: slides.length })
    await page.keyboard.press('Home')
    await expectShown(page, { no: 1 })
  })

  it('leaves the keyboard to the stage after a pointer, and to a control that was reached with Tab', async () => {
    const page = deck()
    const button = page.locator('#slideshow .enlarge-button >> visible=true')
    await button.click()
    await expectShown(page, { enlarged: 'CupsChart' })
    await page.keyboard.press('Space')
    await expectShown(page, { clicks: 1, enlarged: 'CupsChart' })
    await page.locator('nav .slidev-icon-btn[title="Go to next slide"]').click({ timeout: 5000 })
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Space')
    await expectShown(page, { no: CHART, clicks: 2, enlarged: 'CupsChart' })

    for (let tabs = 0; tabs < 30 && !await button.evaluate(button => button === document.activeElement); tabs++)
      await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await expectShown(page, { no: CHART, clicks: 2, enlarged: undefined })
    await page.keyboard.press('ArrowLeft')
    await expectShown(page, { no: CHART, clicks: 1 })
  })

  it.each(['Control', 'Meta', 'Alt', 'Control+Shift', 'Alt+Shift'])('leaves the browser what is pressed with %s', LANDING, async (held) => {
    const page = deck()
    await goTo(page, CHART, 1)
    const parts = held.split('+')
    for (const key of parts)
      await page.keyboard.down(key)
    for (const key of [...'bdefgost.?`1', 'Space', 'Enter', 'Escape', 'Home', 'End', 'PageDown', 'PageUp'])
      await page.keyboard.press(key)
    // Of arrows a real browser makes steps in its history with some of them.
    for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp', 'ArrowDown'])
      await page.keyboard.press(key)
    for (const key of parts.reverse())
      await page.keyboard.up(key)
    expect(await shown(page)).toMatchObject({ no: CHART, clicks: 1, dark: false, black: false, enlarged: undefined })
    expect(await page.locator('dialog, #app .z-modal .slidev-slide-content').filter({ visible: true }).count()).toBe(0)
    expect(await page.evaluate(() => document.fullscreenElement)).toBe(null)
    // And nothing sticks.
    await page.keyboard.press('ArrowRight')
    await expectShown(page, { no: CHART, clicks: 2 })
  })

  it('takes letters of other keyboards: by what they type where it is Latin, otherwise by their place', async () => {
    const page = deck()
    const session = await page.context().newCDPSession(page)
    const type = async (key: string, code: string, held: { autoRepeat?: boolean, windowsVirtualKeyCode?: number } = {}) => {
      for (const kind of ['keyDown', 'keyUp'] as const)
        await session.send('Input.dispatchKeyEvent', { type: kind, key, code, ...kind === 'keyDown' && { text: key, ...held } })
    }
    // Cyrillic, Greek, the clicker's full stop on AZERTY, and a held key whose first press another window had.
    for (const [key, code] of [['и', 'KeyB'], ['β', 'KeyB'], [':', 'Period']] as const) {
      await type(key, code)
      await expectShown(page, { black: true })
      await type(key, code, { autoRepeat: true })
      expect(await shown(page)).toMatchObject({ black: true })
      await type('B', 'KeyN')
      await expectShown(page, { black: false })
    }
    // On Dvorak these are the places of E, D and B; and one that an input method takes.
    await type(',', 'KeyW')
    await type('x', 'KeyB')
    await type('a', 'KeyD')
    await type('b', 'KeyB', { windowsVirtualKeyCode: 229 })
    expect(await shown(page)).toMatchObject({ no: CHART, clicks: 0, dark: false, black: false, enlarged: undefined })
    await session.detach()
  })

  it('ends with Escape one thing at a time, also menus, messages and the pen', async () => {
    const page = deck()
    await page.keyboard.press('e')
    await page.getByTitle('Show drawing toolbar').click()
    await page.getByTitle('Show info').click()
    const info = page.locator('.slidev-info-dialog')
    await info.waitFor({ state: 'visible', timeout: 5000 })
    await page.evaluate(() => document.querySelector<HTMLElement>('.menu-opener button')!.click())
    const menu = page.locator('.menu-panel')
    await menu.waitFor({ state: 'visible', timeout: 5000 })
    const pen = page.getByTitle('Draw with stylus')
    const seen = () => Promise.all([pen, info, menu].map(part => part.isVisible()))
    const order: unknown[] = []
    for (let presses = 0; presses < 4; presses++) {
      await page.keyboard.press('Escape')
      await page.waitForTimeout(50)
      order.push([...await seen(), (await shown(page)).enlarged])
    }
    expect(order).toEqual([
      [true, false, true, 'CupsChart'],
      [true, false, false, 'CupsChart'],
      [false, false, false, 'CupsChart'],
      [false, false, false, undefined],
    ])
  })

  it('leaves it to a text field', async () => {
    const page = deck()
    await page.keyboard.press('g')
    await page.waitForFunction(() => document.activeElement?.id === 'slidev-goto-input')
    await page.keyboard.type('b.e3')
    expect(await shown(page)).toMatchObject({ no: CHART, black: false, enlarged: undefined })
    expect(await page.locator('#slidev-goto-input').inputValue()).toBe('b.e3')
    await page.keyboard.press('Escape')
  })

  it('has no scroll bars and lets a word be selected, whatever its size', LANDING, async () => {
    const page = deck()
    for (const viewport of [{ width: 1280, height: 720 }, { width: 700, height: 900 }, { width: 2560, height: 1080 }]) {
      await page.setViewportSize(viewport)
      for (const id of ['cover', 'chart', 'steps']) {
        await goTo(page, noOf(id))
        const bars = await page.evaluate(() => {
          const { clientWidth, clientHeight } = document.documentElement
          return [innerWidth - clientWidth, innerHeight - clientHeight]
        })
        expect(bars, `${id} in ${viewport.width} x ${viewport.height}`).toEqual([0, 0])
        const title = page.locator('#slideshow h1 >> visible=true')
        const [first] = (await title.textContent())!.trim().split(' ')
        // At its beginning: Slidev's row of buttons, unseen, reaches over the end of a long one.
        await title.dblclick({ timeout: 5000, position: { x: 20, y: 20 } })
        expect((await selected(page)).trim()).toBe(first)
      }
    }
    await page.setViewportSize(SLIDE)
  })

  it('never steps while text is selected, by mouse or with Shift, and forgets the selection with its slide', async () => {
    const page = deck()
    // Room above and below the slide.
    await page.setViewportSize({ width: 700, height: 900 })
    await goTo(page, CHART, 1)
    const drag = async (from: Place, to: Place) => {
      await page.mouse.move(...from)
      await page.mouse.down()
      await page.mouse.move(...to, { steps: 4 })
      await page.mouse.up()
    }
    const title = (await page.locator('#slideshow h1 >> visible=true').boundingBox())!
    const middle = title.y + title.height / 2
    // Along the title; into the margin, and from there.
    await drag([title.x + 2, middle], [title.x + 200, middle])
    expect(await selected(page)).toMatch(/^The office/)
    const length = (await selected(page)).length
    for (const key of ['Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowLeft'])
      await page.keyboard.press(key)
    expect(await selected(page)).toHaveLength(length + 2)
    await drag([title.x + 2, middle], [600, 100])
    await drag([600, 100], [title.x + 2, middle])
    await drag([100, 100], [600, 800])
    await rest(page)
    await expectShown(page, { no: CHART, clicks: 1 })

    await page.mouse.click(600, 100)
    await expectShown(page, { clicks: 2 })
    await page.mouse.click(100, 800)
    await expectShown(page, { clicks: 1 })
    await drag([title.x + 2, middle], [title.x + 200, middle])
    await page.keyboard.press('ArrowDown')
    await expectShown(page, { no: CHART + 1 })
    expect(await selected(page)).toBe('')
    await page.keyboard.press('Shift+ArrowLeft')
    await expectShown(page, { no: CHART })
    await page.setViewportSize(SLIDE)
  })

  it('leaves arrows to a caret that the browser has in the text, and steps with them where it has none', async () => {
    for (const steps of [true, false]) {
      const page = await newDeckPage(browser())
      // As browsers do whose F7 was pressed, which headless ones lack: after the page has heard of the key.
      if (!steps) {
        await page.addInitScript(`
          const move = ({ key, shiftKey }) => getSelection().modify(shiftKey ? 'extend' : 'move', key.slice(5).toLowerCase(), 'character')
          addEventListener('keydown', event => event.key.startsWith('Arrow') && setTimeout(move, 0, event))
        `)
      }
      await openSlide(page, url, CHART)
      await page.keyboard.press('ArrowRight')
      await expectShown(page, { clicks: 1 })
      await page.locator('#slideshow h1 >> visible=true').click({ position: { x: 1, y: 20 } })
      // Once it has selected something, the browser goes on by itself.
      for (const key of ['ArrowRight', 'Shift+ArrowRight'].slice(0, steps ? 1 : 2))
        await page.keyboard.press(key)
      await expectShown(page, { no: CHART, clicks: steps ? 2 : 1 })
      await expect.poll(() => selected(page)).toMatch(steps ? /^$/ : /^[Th]$/)
      if (steps) {
        // Faster than it can be seen that there is none.
        await page.locator('#slideshow h1 >> visible=true').click({ position: { x: 1, y: 20 } })
        for (const key of ['ArrowLeft', 'ArrowLeft', 'b'])
          await page.keyboard.press(key)
        await expectShown(page, { no: CHART, clicks: 0, black: true })
        for (const key of ['b', 'ArrowRight', 'ArrowRight'])
          await page.keyboard.press(key)
        await expectShown(page, { clicks: 2, black: false })
      }
      await page.keyboard.press('PageDown')
      await expectShown(page, steps ? { no: CHART + 1 } : { clicks: 2 })
      await endVisit(page)
    }
  })

  it('is copied as it is read: words with spaces, and nothing that is no text of the slide', async () => {
    const page = deck()
    const copied = async (id: string, view = '#slideshow') => {
      await goTo(page, noOf(id))
      await page.locator(`${view} h1 >> visible=true`).waitFor()
      await page.keyboard.press('Control+a')
      return (await selected(page)).trim().split(/\s*\n\s*/)
    }
    expect(await copied('chart')).toEqual(['The office drinks most tea on Friday', 'Four cups more than on Monday.'])
    expect(await copied('table')).toEqual(['All numbers', 'Day\tCups', 'Monday\t12', 'Friday\t16'])
    await page.keyboard.press('ArrowUp')
  })
})

it.each(['dialog.goto-dialog', 'dialog.key-list'])('%s is not closed again by a browser that is late to tell of it', async (dialog) => {
  const page = await visit(browser(), {}, CHART)
  const key = dialog.includes('goto') ? 'g' : 'Shift+?'
  await page.keyboard.press(key)
  await page.locator(dialog).waitFor()
  const first = await page.locator(dialog).elementHandle()
  await page.keyboard.press('Escape')
  await page.locator(dialog).waitFor({ state: 'detached' })
  await page.keyboard.press(key)
  await page.locator(dialog).waitFor()
  await first!.evaluate(dialog => dialog.dispatchEvent(new Event('close')))
  await page.waitForTimeout(100)
  expect(await page.locator(dialog).isVisible()).toBe(true)
  await page.keyboard.press('Escape')
  await page.locator(dialog).waitFor({ state: 'detached' })
  await endVisit(page)
})

describe('a browser that tells of no lost focus, as others tell of none when a control vanishes', LANDING, () => {
  it('leaves keys to the browser, loses none after a dialog, and takes none twice', async () => {
    const page = await newDeckPage(browser())
    await page.addInitScript(`addEventListener('blur', event => event.stopImmediatePropagation(), true)`)
    const faults: string[] = []
    await walkKeys(windowOf(page, 'chromium'), { site: { url: siteUrl, missed: [] }, url }, CHART, faults)
    expect(faults).toEqual([])
    await endVisit(page)
  })
})

describe('the presenter view', () => {
  it('moves the talk after one of its buttons was clicked', async () => {
    const page = await visitor(browser())
    await page.goto(`${url}presenter/${CHART}`)
    await waitUntilStill(page, CHART)
    await page.getByRole('button', { name: talkWords.stage.parts.largerNotes }).click({ timeout: 5000 })
    await page.keyboard.press('Space')
    await expectShown(page, { no: CHART, clicks: 1 })
    await page.keyboard.press('ArrowDown')
    await expectShown(page, { no: CHART + 1 })
    await endVisit(page)
  })
})

describe('the list of keys', () => {
  it.each([
    { width: 1280, height: 720 },
    { width: 1920, height: 1080 },
  ])('opens with ? at $width px, is readable from a step away, and gives the focus back', async (viewport) => {
    const page = await visit(browser(), { viewport }, CHART)
    for (const end of ['Escape', '?', 'Enter']) {
      await page.keyboard.press('Shift+?')
      const list = page.locator('dialog.key-list')
      await list.waitFor({ state: 'visible', timeout: 5000 })
      const report = await list.evaluate((dialog) => {
        const sizes = [...dialog.querySelectorAll('dt, dd, kbd, h2')].map(part => Number.parseFloat(getComputedStyle(part).fontSize))
        return {
          smallest: Math.min(...sizes),
          lines: dialog.querySelectorAll('dd').length,
          scrolls: dialog.scrollHeight > dialog.clientHeight,
          focus: dialog.contains(document.activeElement),
        }
      })
      const lines = Object.keys({ ...keyLines, ...fixture.toggles }).length
      expect(report).toEqual({ smallest: 22, lines, scrolls: false, focus: true })
      // Keys of the stage wait until it is closed.
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press(end)
      await list.waitFor({ state: 'detached', timeout: 5000 })
      expect(await shown(page)).toMatchObject({ no: CHART, clicks: 0 })
    }
    await page.keyboard.press('ArrowRight')
    await expectShown(page, { clicks: 1 })
    await endVisit(page)
  })

  it('has every key that Slidev registers', () => {
    const source = readFileSync('node_modules/@slidev/client/setup/shortcuts.ts', 'utf8')
    const registered = [...source.matchAll(/name: '(\w+)'/g)].map(([, name]) => name)
    const listed = Object.values(keyLines).flatMap(line => 'slidev' in line ? [...line.slidev] : [])
    expect(registered.length).toBeGreaterThan(15)
    expect(listed.sort()).toEqual(registered.sort())
  })
})

describe('on paper', () => {
  it('nothing is black or enlarged, whatever the stage shows, and nothing leads back', async () => {
    const page = await visit(browser(), {}, CHART)
    await page.keyboard.press('e')
    await page.keyboard.press('b')
    await expectShown(page, { black: true, enlarged: 'CupsChart' })
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.black-screen').isVisible()).toBe(false)
    const print = await page.context().newPage()
    await print.goto(`${url}print?print=true`)
    await print.waitForFunction(count => document.querySelectorAll('.print-slide-container .slidev-layout').length === count
      && !document.querySelector('[data-chart]:not([data-ready="true"])'), slides.length)
    expect(await print.locator('[data-enlarged], [data-enlargeable], .enlarge-button, .black-screen, .talk-return').count()).toBe(0)
    await endVisit(page)
  })
})

describe('the stage', () => {
  it('is not black for a visitor of the next day', async () => {
    const page = await visit(browser(), {}, CHART)
    await page.keyboard.press('b')
    await expectShown(page, { black: true })
    await page.reload()
    await expectShown(page, { black: true })
    const next = await page.context().newPage()
    await page.close()
    await openSlide(next, url, CHART)
    await expectShown(next, { black: false })
    await endVisit(next)
  })

  it('keeps the console quiet and the screen awake, and hides the pointer after two seconds', async () => {
    const page = await newDeckPage(browser())
    const problems = watchProblems(page, new URL(url).origin)
    await page.clock.install()
    await page.addInitScript(`
      globalThis.awake = []
      WakeLock.prototype.request = kind => {
        awake.push(kind)
        return Promise.resolve({ addEventListener() {}, release() {} })
      }
    `)
    await openSlide(page, url, CHART)
    expect(await page.evaluate('awake')).toContain('screen')
    const button = page.locator('#slideshow .enlarge-button >> visible=true')
    await button.hover()
    const cursor = () => button.evaluate(button => getComputedStyle(button).cursor)
    await page.clock.fastForward(1500)
    expect(await cursor()).not.toBe('none')
    await page.clock.fastForward(1000)
    await expect.poll(cursor).toBe('none')
    for (const key of ['e', 'b', 'b', 'Shift+?', 'Escape', 'd', 'd', 'o', 'o', 'F5', 'Escape', 'ArrowRight'])
      await page.keyboard.press(key)
    expect(problems).toEqual([])
    await endVisit(page)
  })

  it.each([
    ['in a frame of another page', ''],
    ['in a browser without full screen', `
      for (const [type, names] of [[Element, ['requestFullscreen', 'webkitRequestFullscreen', 'webkitRequestFullScreen']],
        [Document, ['exitFullscreen', 'webkitExitFullscreen', 'webkitCancelFullScreen', 'webkitIsFullScreen', 'fullscreenEnabled']]])
        names.forEach(name => delete type.prototype[name])
    `],
  ])('says in one line that it can\'t fill the screen, %s', async (_, script) => {
    const page = await newDeckPage(browser())
    const problems = watchProblems(page, new URL(url).origin)
    await page.clock.install()
    await page.addInitScript(script)
    await page.setContent(`<iframe src="${url}${CHART}" width="1200" height="680"></iframe>`)
    const frame = page.frameLocator('iframe')
    const notice = frame.getByText(talkWords.stage.noFullScreen)
    const title = frame.locator('#slideshow h1 >> visible=true')
    await title.click()
    const button = frame.getByTitle('Enter fullscreen')
    for (const ask of [...['f', 'F5', 'f'].map(key => () => page.keyboard.press(key)), () => button.click()]) {
      await ask()
      await notice.waitFor({ timeout: 15_000 })
      const { height } = (await notice.boundingBox())!
      expect(height).toBeLessThan(45)
      await page.clock.fastForward(7000)
      await notice.waitFor({ state: 'detached', timeout: 15_000 })
    }
    await page.keyboard.press('ArrowRight')
    await frame.getByText('Four cups more').waitFor({ state: 'attached' })
    expect(problems).toEqual([])
    await endVisit(page)
  })

  it('goes on without a word where the browser refuses to keep the screen awake', async () => {
    const page = await newDeckPage(browser())
    const problems = watchProblems(page, new URL(url).origin)
    await page.addInitScript(`
      globalThis.refused = 0
      WakeLock.prototype.request = () => Promise.reject(new DOMException(\`low on battery \${++refused}\`, 'NotAllowedError'))
    `)
    await openSlide(page, url, CHART)
    await page.keyboard.press('ArrowRight')
    await expectShown(page, { no: CHART, clicks: 1 })
    expect(await page.evaluate('refused')).toBeGreaterThan(0)
    expect(problems).toEqual([])
    await endVisit(page)
  })
})
