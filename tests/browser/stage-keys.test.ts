import type { Page } from 'playwright-core'
import type { Windows } from './windows'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { keyLines } from '../../addon/lib/keys'
import { goTo, newDeckPage, openSlide, settle } from '../../addon/node/browser/deck-page'
import { watchProblems } from '../../addon/node/browser/page-problems'
import { slides, url } from './deck'
import { measure } from './measure'
import { endVisit, useBrowser, visit, visitor } from './visits'
import { expectShown, openWindows, shown } from './windows'

const browser = useBrowser()
const slide = (id: string) => slides.find(slide => slide.id === id)!.no
const HEADCOUNT = slide('headcount-chart')
const TWO_EXHIBITS = slide('giving-back')

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
  const expectBoth = (expected: Parameters<typeof expectShown>[1]) => Promise.all([windows.presenter, windows.audience].map(page => expectShown(page, expected)))
  beforeAll(async () => {
    windows = await openWindows(browser(), HEADCOUNT)
  })
  beforeEach(async () => {
    await goTo(windows.presenter, HEADCOUNT, 1)
    await expectBoth({ no: HEADCOUNT, clicks: 1, black: false, enlarged: undefined })
    await settle(windows.audience, HEADCOUNT)
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
    await expectBoth({ black: false, no: HEADCOUNT, clicks: 1 })
  })

  it.each(['PageDown', 'PageUp', 'ArrowRight', 'Space', 'ArrowUp'])('come back from black with %s, which goes on only at its next press', async (key) => {
    await windows.audience.keyboard.press('b')
    await expectBoth({ black: true })
    await windows.audience.keyboard.press(key)
    await expectBoth({ black: false, no: HEADCOUNT, clicks: 1 })
    await windows.audience.keyboard.press(key)
    await windows.presenter.waitForFunction(no => window.deckNav().clicks !== 1 || window.deckNav().currentSlideNo !== no, HEADCOUNT)
  })

  it.each([['presenter', '.black-sign button'], ['audience', '.black-screen']] as const)('come back from black with a click in the %s window', async (name, target) => {
    await windows.presenter.keyboard.press('b')
    await expectBoth({ black: true })
    await windows[name].locator(target).click({ timeout: 5000 })
    await expectBoth({ black: false, no: HEADCOUNT, clicks: 1 })
  })

  it('stay black through a reload', async () => {
    await windows.presenter.keyboard.press('b')
    await expectBoth({ black: true })
    await windows.audience.reload()
    await expectBoth({ black: true, no: HEADCOUNT, clicks: 1 })
    await windows.presenter.reload()
    await expectBoth({ black: true, no: HEADCOUNT, clicks: 1 })
    await windows.presenter.keyboard.press('b')
    await expectBoth({ black: false, no: HEADCOUNT, clicks: 1 })
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
    await expectBoth({ enlarged: 'HeadcountChart' })
    await settle(windows.audience, HEADCOUNT)
    await windows.audience.reload()
    await settle(windows.audience, HEADCOUNT)
    await expectBoth({ enlarged: 'HeadcountChart' })
    const { texts, outside } = await measure(windows.audience)
    expect(outside).toEqual([])
    expect(texts.map(({ text }) => text)).toEqual(['logarithmic axis'])
    await windows.presenter.keyboard.press('e')
    await expectBoth({ enlarged: undefined, no: HEADCOUNT, clicks: 1 })
  })

  it('enlarge by a click on its button, which stays large enough to hit', async () => {
    for (const page of [windows.presenter, windows.audience]) {
      await page.locator('#slideshow [data-exhibit] >> visible=true').hover()
      const button = page.locator('#slideshow .enlarge-button >> visible=true')
      const box = (await button.boundingBox())!
      expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(24)
      await button.click({ timeout: 5000 })
      await expectBoth({ enlarged: 'HeadcountChart' })
      await page.keyboard.press('Space')
      await expectBoth({ clicks: 2, enlarged: 'HeadcountChart' })
      await button.click({ timeout: 5000 })
      await expectBoth({ enlarged: undefined })
      await page.keyboard.press('ArrowLeft')
      await expectBoth({ clicks: 1 })
    }
  })

  it('put an exhibit back when its slide is left, for good', async () => {
    await windows.presenter.keyboard.press('e')
    await expectBoth({ enlarged: 'HeadcountChart' })
    await windows.presenter.keyboard.press('ArrowDown')
    await expectBoth({ no: HEADCOUNT + 1, enlarged: undefined })
    await windows.presenter.keyboard.press('ArrowUp')
    await expectBoth({ no: HEADCOUNT, enlarged: undefined })
  })

  it('enlarge two exhibits of one slide in turn, and nothing where there is none', async () => {
    await goTo(windows.presenter, TWO_EXHIBITS)
    for (const enlarged of ['SchoolBook', 'InnerStrength', undefined]) {
      await windows.presenter.keyboard.press('e')
      await expectBoth({ no: TWO_EXHIBITS, enlarged })
    }
    await goTo(windows.presenter, 1)
    await windows.presenter.keyboard.press('e')
    await windows.presenter.keyboard.press('ArrowRight')
    await expectBoth({ no: 2, enlarged: undefined })
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
    await overview.waitFor({ state: 'visible', timeout: 5000 })
    await expectBoth({ black: true, enlarged: 'HeadcountChart' })
    await presenter.keyboard.press('Escape')
    await expectBoth({ black: false, enlarged: 'HeadcountChart' })
    await presenter.keyboard.press('Escape')
    await expectBoth({ enlarged: undefined })
    expect(await overview.isVisible()).toBe(true)
    await presenter.keyboard.press('Escape')
    await overview.waitFor({ state: 'hidden', timeout: 5000 })
    expect(await presenter.evaluate(() => document.fullscreenElement !== null)).toBe(true)
    await presenter.keyboard.press('Escape')
    await presenter.waitForFunction(() => document.fullscreenElement === null)
    await expectBoth({ no: HEADCOUNT, clicks: 1 })
  })
})

describe('a clicker', () => {
  it('steps with Page Down and Page Up, and starts and ends the show with F5 and Escape where it is', async () => {
    const page = await visit(browser(), {}, HEADCOUNT)
    // A driver's F5 never reloads; a real one does unless the deck says no.
    await page.evaluate('globalThis.reloads = 0; addEventListener("keydown", event => { reloads += event.key === "F5" && !event.defaultPrevented })')
    await page.keyboard.press('PageDown')
    await expectShown(page, { no: HEADCOUNT, clicks: 1 })
    await page.keyboard.press('PageUp')
    await expectShown(page, { no: HEADCOUNT, clicks: 0 })
    for (const start of ['F5', 'Shift+F5', 'F5']) {
      await page.keyboard.press(start)
      await page.waitForFunction(() => document.fullscreenElement !== null)
      await page.keyboard.press('PageDown')
      await page.keyboard.press('Escape')
      await page.waitForFunction(() => document.fullscreenElement === null)
    }
    expect(await shown(page)).toMatchObject({ no: HEADCOUNT + 1, clicks: 0 })
    expect(await page.evaluate('reloads')).toBe(0)
    await page.keyboard.press('End')
    await expectShown(page, { no: slides.length })
    await page.keyboard.press('Home')
    await expectShown(page, { no: 1 })
    await endVisit(page)
  })
})

describe('the keyboard', () => {
  it('belongs to the stage after a pointer, and to a control that was reached with Tab', async () => {
    const page = await visit(browser(), {}, HEADCOUNT)
    const axis = page.locator('#slideshow .axis-switch >> visible=true')
    await axis.click()
    await page.keyboard.press('Space')
    await expectShown(page, { clicks: 1 })
    await page.locator('nav .slidev-icon-btn[title="Go to next slide"]').click({ timeout: 5000 })
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Space')
    await expectShown(page, { no: HEADCOUNT, clicks: 2 })

    for (let tabs = 0; tabs < 30 && !await axis.evaluate(button => button === document.activeElement); tabs++)
      await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await page.waitForSelector('#slideshow .axis-switch[aria-pressed="false"]')
    expect(await shown(page)).toMatchObject({ no: HEADCOUNT, clicks: 2 })
    await page.keyboard.press('ArrowLeft')
    await expectShown(page, { no: HEADCOUNT, clicks: 1 })
    await endVisit(page)
  })

  it('stays with a text field', async () => {
    const page = await visit(browser(), {}, HEADCOUNT)
    await page.keyboard.press('g')
    await page.waitForFunction(() => document.activeElement?.id === 'slidev-goto-input')
    await page.keyboard.type('b.e3')
    expect(await shown(page)).toMatchObject({ no: HEADCOUNT, black: false, enlarged: undefined })
    expect(await page.locator('#slidev-goto-input').inputValue()).toBe('b.e3')
    await endVisit(page)
  })

  it('moves the talk after a button of the presenter view was clicked', async () => {
    const page = await visitor(browser())
    await page.goto(`${url}presenter/${HEADCOUNT}`)
    await settle(page, HEADCOUNT)
    await page.locator('.slidev-icon-btn[title="Increase font size"]').click({ timeout: 5000 })
    await page.keyboard.press('Space')
    await expectShown(page, { no: HEADCOUNT, clicks: 1 })
    await page.keyboard.press('ArrowDown')
    await expectShown(page, { no: HEADCOUNT + 1 })
    await endVisit(page)
  })
})

describe('the list of keys', () => {
  it.each([{ width: 1280, height: 720 }, { width: 1920, height: 1080 }])('opens with ? at $width px, is readable from a step away, and gives the focus back', async (viewport) => {
    const page = await visit(browser(), { viewport }, HEADCOUNT)
    for (const end of ['Escape', '?', 'Enter']) {
      await page.keyboard.press('Shift+?')
      const list = page.locator('dialog.key-list')
      await list.waitFor({ state: 'visible', timeout: 5000 })
      const report = await list.evaluate((dialog) => {
        const sizes = [...dialog.querySelectorAll('dt, dd, kbd, h2')].map(part => Number.parseFloat(getComputedStyle(part).fontSize))
        return { smallest: Math.min(...sizes), lines: dialog.querySelectorAll('dd').length, scrolls: dialog.scrollHeight > dialog.clientHeight, focus: dialog.contains(document.activeElement) }
      })
      expect(report).toEqual({ smallest: 22, lines: Object.keys(keyLines).length, scrolls: false, focus: true })
      // Keys of the stage wait until it is closed.
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press(end)
      await list.waitFor({ state: 'detached', timeout: 5000 })
      expect(await shown(page)).toMatchObject({ no: HEADCOUNT, clicks: 0 })
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
  it('nothing is black or enlarged, whatever the stage shows', async () => {
    const page = await visit(browser(), {}, HEADCOUNT)
    await page.keyboard.press('e')
    await page.keyboard.press('b')
    await expectShown(page, { black: true, enlarged: 'HeadcountChart' })
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.black-screen').isVisible()).toBe(false)
    const print = await page.context().newPage()
    await print.goto(`${url}print?print=true`)
    await print.waitForFunction(no => document.querySelectorAll('.print-slide-container').length >= no && !document.querySelector('[data-chart]:not([data-ready="true"])'), slides.length)
    expect(await print.locator('[data-enlarged], [data-enlargeable], .enlarge-button, .black-screen').count()).toBe(0)
    await endVisit(page)
  })

  it('a visitor of the next day finds no black screen', async () => {
    const page = await visit(browser(), {}, HEADCOUNT)
    await page.keyboard.press('b')
    await expectShown(page, { black: true })
    await page.reload()
    await expectShown(page, { black: true })
    const next = await page.context().newPage()
    await page.close()
    await openSlide(next, url, HEADCOUNT)
    await expectShown(next, { black: false })
    await endVisit(next)
  })
})

describe('the stage', () => {
  it('keeps the console quiet and the screen awake, and hides the pointer after two seconds', async () => {
    const page = await newDeckPage(browser())
    const problems = watchProblems(page, new URL(url).origin)
    await page.addInitScript('globalThis.awake = []; WakeLock.prototype.request = kind => { awake.push(kind); return Promise.resolve({ addEventListener() {}, release() {} }) }')
    await openSlide(page, url, HEADCOUNT)
    expect(await page.evaluate('awake')).toContain('screen')
    const axis = page.locator('#slideshow .axis-switch >> visible=true')
    const start = Date.now()
    await axis.hover()
    const cursor = () => axis.evaluate(button => getComputedStyle(button).cursor)
    expect(await cursor()).not.toBe('none')
    await page.waitForFunction(() => document.body.style.cursor === 'none', undefined, { polling: 50 })
    expect(Date.now() - start).toBeGreaterThan(1500)
    expect(await cursor()).toBe('none')
    for (const key of ['e', 'b', 'b', 'Shift+?', 'Escape', 'd', 'd', 'o', 'o', 'F5', 'Escape', 'ArrowRight'])
      await page.keyboard.press(key)
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
    await openSlide(page, url, HEADCOUNT)
    await page.keyboard.press('ArrowRight')
    await expectShown(page, { no: HEADCOUNT, clicks: 1 })
    expect(await page.evaluate('refused')).toBeGreaterThan(0)
    expect(problems).toEqual([])
    await endVisit(page)
  })

  it.each([{ width: 1280, height: 720 }, { width: 700, height: 900 }, { width: 2560, height: 1080 }])('has no scroll bars and selects nothing at $width x $height', async (viewport) => {
    const page = await visit(browser(), { viewport }, HEADCOUNT)
    for (const id of ['cover', 'headcount-chart', 'matrix']) {
      await goTo(page, slide(id))
      expect(await page.evaluate(() => [innerWidth - document.documentElement.clientWidth, innerHeight - document.documentElement.clientHeight])).toEqual([0, 0])
      const title = page.locator('#slideshow h1 >> visible=true')
      // At its beginning: Slidev's row of buttons, unseen, reaches over the end of a long one.
      await title.dblclick({ timeout: 5000, position: { x: 40, y: 20 } })
      expect(await page.evaluate(() => String(getSelection()))).toBe('')
    }
    await endVisit(page)
  })
})
