import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { words as talkWords } from '../../addon/locales'
import { goTo, newDeckPage, position, waitUntilStill } from '../../addon/node/browser/deck-page'
import { watchProblems } from '../../addon/node/browser/page-problems'
import { serveDist } from '../../addon/node/browser/static-server'
import { withLength } from '../../addon/node/stage/versions'
import fixture from '../../fixture/deck.client'
import { dist, few, noOf, slides, url } from '../browser/deck'
import { newWindow } from '../browser/new-window'
import { endVisit, useBrowser, useDeck, visit, visitor } from '../browser/visits'
import { expectShown, openWindows } from '../browser/windows'
import { LANDING } from '../parts'

const browser = useBrowser()
const [COVER, CHART, STEPS, TABLE] = ['cover', 'chart', 'steps', 'table'].map(noOf) as [number, number, number, number]
const talk = slides.filter(({ act }) => act !== 'appendix')

/** The presenter view at a slide. */
async function openPresenter(page: Page, no: number, address = url): Promise<void> {
  page.setDefaultTimeout(15_000)
  await page.goto(`${address}presenter/${no}`)
  await page.locator('.slidev-presenter .talk-count').waitFor()
  await waitUntilStill(page, no)
}

/** The fixture plans 30 seconds for its cover, then 20 for each of the chart's three states, then 60 for the steps. */
describe('the pace under the clock', () => {
  const BEGIN = new Date('2030-01-01T10:00:00Z').getTime()
  let page: Page
  const pace = () => page.locator('.slidev-presenter .talk-pace')
  const after = (seconds: number) => page.clock.setFixedTime(BEGIN + seconds * 1000)
  const shows = (state: keyof typeof talkWords.pace, time = '') =>
    expect.poll(() => pace().textContent(), { timeout: 10_000 }).toBe(talkWords.pace[state].replace('{time}', time))

  beforeAll(async () => {
    page = await newDeckPage(browser(), { viewport: { width: 1440, height: 900 } })
    await after(0)
    await openPresenter(page, COVER)
  })
  afterAll(() => endVisit(page))

  it('says nothing until the timer runs', async () => {
    expect(await pace().count()).toBe(0)
    await page.getByRole('button', { name: talkWords.stage.parts.startClock }).click()
    await shows('on-plan')
  })

  it('tells by how much the talk is behind its plan, or ahead of it', async () => {
    await after(110)
    await shows('behind', '1:20')
    await after(111)
    await shows('behind', '1:21')
    await goTo(page, STEPS)
    await shows('on-plan')
  })

  it('goes with the clicks of a slide', async () => {
    await goTo(page, CHART, 0)
    await shows('behind', '1:01')
    await after(60)
    await shows('behind', '0:10')
    await goTo(page, CHART, 1)
    await shows('on-plan')
    await goTo(page, CHART, 2)
    await shows('ahead', '0:10')
  })

  it('goes on after the presenter\'s window was reloaded', async () => {
    await page.reload()
    await waitUntilStill(page, CHART)
    await shows('ahead', '0:10')
  })

  it('says in the appendix that the talk is over', async () => {
    await goTo(page, TABLE)
    await shows('appendix')
  })

  it('stands under the clock, and can be read from a step away', async () => {
    const [clock, under] = await Promise.all([page.locator('.speaker-time > [role=timer]'), pace()].map(part => part.boundingBox()))
    expect(under!.y).toBeGreaterThanOrEqual(clock!.y + clock!.height - 1)
    expect(Math.abs(under!.x - clock!.x)).toBeLessThan(8)
    const sizeOf = (part: Locator) => part.evaluate(element => Number.parseFloat(getComputedStyle(element).fontSize))
    expect(await sizeOf(pace())).toBeGreaterThanOrEqual(24)
    expect(await sizeOf(page.locator('.speaker-time > [role=timer]'))).toBeGreaterThanOrEqual(48)
  })

  it('has with it the count of the talk\'s own slides, in words and in the bar', async () => {
    await goTo(page, STEPS)
    const counts = () => page.locator('.talk-count').allTextContents()
    expect(await counts()).toEqual([talkWords.labels.slideOf.replace('{n}', String(STEPS)).replace('{total}', String(talk.length))])
    expect(await page.locator('.slidev-presenter > div:first-child > .gap-px > div:visible').count()).toBe(talk.length - 1)
    expect(await page.getByText(`/ ${slides.length}`, { exact: true }).filter({ visible: true }).count()).toBe(0)
    await goTo(page, TABLE)
    expect(await counts()).toEqual([`${fixture.acts.appendix} ${TABLE}`])
  })
})

/**
 * At 200 percent on a laptop, on a tablet held upright, on a laptop and a large screen with what a browser and a system have above and
 * below their pages; then others, and the whole of a screen.
 */
const SIZES = [
  [640, 400],
  [768, 1024],
  [1366, 560],
  [1920, 930],
  [683, 384],
  [820, 1180],
  [1024, 640],
  [1024, 768],
  [1280, 650],
  [1280, 800],
  [1366, 625],
  [1366, 768],
  [1920, 1080],
] as const

/** Pixels that each part has at least, across. */
const LEAST = { '#slide-content': 200, '.next .slidev-slide-content': 150, '.slidev-note': 240, '.speaker-clock': 110, '.talk-pace': 80 }

describe('the presenter view', () => {
  let page: Page
  const box = async (selector: string) => (await page.locator(`.slidev-presenter ${selector}`).first().boundingBox())!
  const size = () => page.locator('.slidev-note p').first().evaluate(note => Number.parseFloat(getComputedStyle(note).fontSize))
  /** Where what is said now begins in the box of the notes, in lines from its top; and how many lines that box has. */
  const spoken = (clicks: number) => page.locator('.slidev-note').evaluate((note, clicks) => {
    const mark = note.querySelector(clicks === 0 ? 'p' : `[data-clicks="${clicks}"]`)!
    const line = Number.parseFloat(getComputedStyle(note).lineHeight)
    return {
      at: (mark.getBoundingClientRect().top - note.getBoundingClientRect().top) / line,
      lines: note.clientHeight / line,
      isLonger: note.scrollHeight > note.clientHeight * 1.5,
    }
  }, clicks)
  const expectSpoken = (clicks: number) => expect.poll(async () => {
    const { at, lines } = await spoken(clicks)
    return at > -0.5 && at < Math.min(lines - 1, 4)
  }, { timeout: 3000 }).toBe(true)

  beforeAll(async () => {
    page = await newDeckPage(browser(), { viewport: { width: 1280, height: 800 } })
    // Notes that no window has room for.
    await page.route(/deck-notes/, async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, body: (await response.text()).replaceAll('</p>', `${' and so on'.repeat(90)}</p>`) })
    })
    await openPresenter(page, CHART)
    await page.getByRole('button', { name: talkWords.stage.parts.startClock }).click()
  })
  afterAll(() => endVisit(page))

  it.each(few(SIZES, 4))('has all its parts within a window of %d × %d, and the notes at what is said', async (width, height) => {
    await page.setViewportSize({ width, height })
    await goTo(page, CHART, 0)
    for (const [part, room] of Object.entries(LEAST)) {
      const { x, y, ...size } = await box(part)
      expect(Math.min(x, y), part).toBeGreaterThanOrEqual(0)
      expect(x + size.width, part).toBeLessThanOrEqual(width)
      expect(y + size.height, part).toBeLessThanOrEqual(height)
      expect(size.width, part).toBeGreaterThanOrEqual(room)
    }
    const [clock, pace] = [await box('.speaker-clock'), await box('.talk-pace')]
    expect(pace.y + pace.height).toBeLessThanOrEqual(clock.y + clock.height)
    // The edge is that of the slide, not of the room that there is for it.
    const edge = await box('.next .slidev-slide-container')
    expect(edge.width / edge.height).toBeCloseTo(16 / 9, 1)
    expect(await size()).toBeGreaterThanOrEqual(20)
    expect((await box('.slidev-note')).height).toBeGreaterThanOrEqual(height * 0.5)
    const hidden = await page.locator('.slidev-presenter :is(button, a.slidev-icon-btn)').evaluateAll(
      buttons => buttons.filter((button) => {
        const { x, y, width, height } = button.getBoundingClientRect()
        return width > 0 && !button.closest('[inert], #slide-content')
          && !button.contains(document.elementFromPoint(x + width / 2, y + height / 2))
      }).map(({ outerHTML }) => outerHTML),
    )
    expect(hidden).toEqual([])
    for (const clicks of [0, 1, 2, 1]) {
      await goTo(page, CHART, clicks)
      await expectSpoken(clicks)
    }
    expect((await spoken(1)).isLonger).toBe(true)
    expect(await page.locator('.slidev-note').evaluate((note) => {
      // Neither the first line nor the last is cut.
      const { top, bottom } = note.getBoundingClientRect()
      const texts = document.createTreeWalker(note, NodeFilter.SHOW_TEXT)
      const range = document.createRange()
      const cut: string[] = []
      while (texts.nextNode()) {
        range.selectNodeContents(texts.currentNode)
        cut.push(...[...range.getClientRects()].filter(line => [top, bottom].some(edge => line.top < edge - 4 && line.bottom > edge + 4)).map(({ top }) => `a line at ${Math.round(top)}`))
      }
      return cut
    })).toEqual([])
  })

  it('goes to what is said when it is reloaded or made smaller, but not while a hand looks around', LANDING, async () => {
    await page.setViewportSize({ width: 1280, height: 800 })
    await goTo(page, CHART, 2)
    await page.reload()
    await waitUntilStill(page, CHART)
    await expectSpoken(2)
    await page.setViewportSize({ width: 1024, height: 768 })
    await expectSpoken(2)
    const { x, y, width, height } = await box('.slidev-note')
    await page.mouse.move(x + width / 2, y + height / 2)
    await page.mouse.wheel(0, -5000)
    await expectSpoken(0)
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.waitForTimeout(100)
    await expectSpoken(0)
    await page.keyboard.press('ArrowLeft')
    await expectSpoken(1)
  })

  it('steps, and scrolls to nothing else, by the keys of a speaker who has clicked into the notes', LANDING, async () => {
    await goTo(page, CHART, 0)
    await page.locator('.slidev-note p').first().click({ position: { x: 5, y: 5 } })
    for (const [key, clicks] of [['PageDown', 1], ['Space', 2], ['PageUp', 1], ['ArrowRight', 2], ['ArrowLeft', 1]] as const) {
      await page.keyboard.press(key)
      await expectShown(page, { no: CHART, clicks })
      // As far as the browser itself would have scrolled by then.
      await page.waitForTimeout(60)
      await expectSpoken(clicks)
    }
    await page.keyboard.press('ArrowDown')
    await expectShown(page, { no: CHART + 1 })
    await page.keyboard.press('Home')
    await expectShown(page, { no: COVER })
  })

  it('scrolls by the keys of who came to the notes with Tab, and a clicker still steps', async () => {
    await goTo(page, CHART, 0)
    await page.keyboard.press('Tab')
    const notes = page.locator('.slidev-note')
    await notes.focus()
    await page.keyboard.press('End')
    await expect.poll(() => notes.evaluate(note => note.scrollTop)).toBeGreaterThan(100)
    await page.keyboard.press('Home')
    await expect.poll(() => notes.evaluate(note => note.scrollTop)).toBe(0)
    await expectShown(page, { no: CHART, clicks: 0 })
    await page.keyboard.press('PageDown')
    await expectShown(page, { no: CHART, clicks: 1 })
  })

  it('keeps size and share of the notes, whatever windows it was in meanwhile, for each way to hold it', LANDING, async () => {
    await goTo(page, CHART, 1)
    const share = async () => (await box('.note')).width / page.viewportSize()!.width
    const before = { size: await size(), share: await share() }
    for (let larger = 0; larger < 4; larger++)
      await page.getByRole('button', { name: talkWords.stage.parts.largerNotes }).click()
    const handle = page.getByRole('separator', { name: talkWords.stage.parts.split })
    const { x: left, y, width, height } = (await handle.boundingBox())!
    const x = left + width / 2
    await page.mouse.move(x, y + height / 2)
    await page.mouse.down()
    await page.mouse.move(x - 128, y + height / 2, { steps: 3 })
    await page.mouse.up()
    expect(await share()).toBeCloseTo(before.share + 0.1, 2)
    await handle.press('ArrowRight')
    expect(await share()).toBeCloseTo(before.share + 0.08, 2)
    const larger = await size()
    expect(larger).toBeGreaterThan(before.size * 1.35)
    for (const [width, height] of [[640, 400], [768, 1024], [1280, 800]] as const) {
      await page.setViewportSize({ width, height })
      await page.reload()
      await waitUntilStill(page, CHART)
    }
    expect(await share()).toBeCloseTo(before.share + 0.08, 2)
    expect(await size()).toBeCloseTo(larger, 1)
    await expectShown(page, { no: CHART, clicks: 1 })
  })

  it('shows what comes next where the slides have all that they may, until a double click puts the border back', async () => {
    await page.setViewportSize({ width: 640, height: 400 })
    const handle = page.getByRole('separator', { name: talkWords.stage.parts.split })
    const { x, y, width, height } = (await handle.boundingBox())!
    await page.mouse.move(x + width / 2, y + height / 2)
    await page.mouse.down()
    await page.mouse.move(638, y + height / 2, { steps: 3 })
    await page.mouse.up()
    expect((await box('.note')).x).toBeCloseTo(640 * 0.75, 0)
    await expect.poll(async () => (await box('.next .slidev-slide-content')).width).toBeGreaterThan(150)
    await page.mouse.dblclick(640 * 0.75, y + height / 2)
    await expect.poll(async () => (await box('.note')).x).toBeLessThan(640 * 0.6)
    await page.setViewportSize({ width: 1280, height: 800 })
  })

  it('gives way to those of Slidev and back, with clock and pace in each', LANDING, async () => {
    await goTo(page, CHART, 1)
    const layouts = page.getByRole('button', { name: 'Toggle Presenter Layout' })
    for (const layout of [2, 3]) {
      await layouts.click()
      await page.locator(`.grid-container.layout${layout}`).waitFor()
      await page.locator('.grid-section.bottom .talk-pace').waitFor()
      expect(await page.locator('.grid-section.bottom .group').textContent()).toMatch(/\d:\d\d/)
    }
    await layouts.click()
    await page.locator('.speaker-view .talk-pace').waitFor()
    await page.keyboard.press('ArrowRight')
    await expectShown(page, { no: CHART, clicks: 2 })
  })
})

describe('the presenter view at rest', LANDING, () => {
  it('works once a second, while the clock runs, and changes nothing but its time', async () => {
    const page = await newDeckPage(browser(), { viewport: { width: 1280, height: 800 } })
    await page.addInitScript(() => {
      const calls = { timers: 0, frames: 0 }
      Object.assign(window, { calls })
      for (const [name, kind] of [['setTimeout', 'timers'], ['setInterval', 'timers'], ['requestAnimationFrame', 'frames']] as const) {
        const original = window[name] as (handler: (...given: unknown[]) => void, ...rest: unknown[]) => number
        const counted = (handler: (...given: unknown[]) => void, ...rest: unknown[]) => original.call(window, (...given: unknown[]) => {
          calls[kind]++
          handler(...given)
        }, ...rest)
        Object.assign(window, { [name]: counted })
      }
    })
    await openPresenter(page, CHART)
    await page.getByRole('button', { name: talkWords.stage.parts.startClock }).click()
    // Slidev fetches all other slides, the addon its service worker.
    await page.waitForTimeout(4000)
    const counted = await page.evaluate(async () => {
      const { calls } = window as unknown as { calls: { timers: number, frames: number } }
      const before = { ...calls }
      const changed = new Set<string>()
      const observer = new MutationObserver(records => records.forEach(({ type, target }) =>
        changed.add(`${type} of ${target.parentElement?.closest('[role=timer]') ? 'a timer' : target.nodeName}`)))
      observer.observe(document, { childList: true, subtree: true, attributes: true, characterData: true })
      await new Promise(resolve => setTimeout(resolve, 2000))
      return { timers: calls.timers - before.timers, frames: calls.frames - before.frames, changed: [...changed] }
    })
    // Two seconds, and the end of this count.
    expect(counted.timers).toBeLessThanOrEqual(4)
    expect(counted.frames).toBe(0)
    expect(counted.changed).toEqual(['characterData of a timer'])
    await endVisit(page)
  })
})

describe('what a window offers in its corner', () => {
  it('has a row of its own in the presenter view, beside the clock and all buttons', async () => {
    const page = await visitor(browser(), { locale: 'zh-CN', viewport: { width: 1024, height: 768 } })
    await openPresenter(page, CHART)
    await page.locator('.corner-notice').waitFor({ timeout: 15_000 })
    const covered = await page.locator('button:visible').evaluateAll(buttons => buttons.filter((button) => {
      const { x, y, width, height } = button.getBoundingClientRect()
      return !button.closest('#slide-content, [inert]') && !button.contains(document.elementFromPoint(x + width / 2, y + height / 2))
    }).map(({ outerHTML }) => outerHTML))
    expect(covered).toEqual([])
    const [notice, notes] = await Promise.all(['.corner-notice', '.slidev-note'].map(part => page.locator(part).boundingBox()))
    expect(notice!.y).toBeGreaterThanOrEqual(notes!.y + notes!.height)
    // A second notice at the same time, as after the first full copy: each has a row.
    await page.locator('.corner-status', { has: page.locator('.corner-notice') }).evaluate(one => one.after(one.cloneNode(true)))
    const [one, other] = await Promise.all([0, 1].map(index => page.locator('.corner-notice').nth(index).boundingBox()))
    expect(Math.abs(one!.y - other!.y)).toBeGreaterThanOrEqual(one!.height)
    await endVisit(page)
  })
})

it.each([
  [1280, 800],
  [768, 1024],
])('the sign of black and the tools of the pen cover neither slide nor notes at %i × %i', async (width, height) => {
  const page = await visitor(browser(), { viewport: { width, height } })
  await openPresenter(page, CHART)
  const parts = ['main #slide-content', '.slidev-note', '.speaker-clock', 'aside.next', '.bottom']
  const box = async (part: string) => (await page.locator(part).first().boundingBox())!
  const before = await box('main #slide-content')
  await page.keyboard.press('b')
  await page.getByRole('button', { name: 'Show drawing toolbar' }).click()
  for (const tool of ['.black-sign', '.speaker-pen > div']) {
    await page.locator(tool).waitFor()
    const { x, y, width: wide, height: high } = await box(tool)
    expect(Math.min(x, y, width - x - wide, height - y - high), tool).toBeGreaterThanOrEqual(0)
    for (const part of parts) {
      const other = await box(part)
      expect(y + high <= other.y || other.y + other.height <= y, `${tool} and ${part}`).toBe(true)
    }
  }
  // Both gone, all is as it was.
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.locator('.black-sign').waitFor({ state: 'detached' })
  await page.locator('.speaker-pen > div').waitFor({ state: 'detached' })
  expect(await box('main #slide-content')).toEqual(before)
  await endVisit(page)
})

describe('the way back from the appendix', LANDING, () => {
  const link = (page: Page) => page.locator('#slide-content .talk-return >> visible=true')
  const backTo = (no: number) => talkWords.labels.backTo.replace('{n}', String(no))
  const deck = useDeck(browser)
  beforeEach(() => goTo(deck(), CHART, 1))

  it('leads to the click at which the talk was left, also after a reload', async () => {
    const page = deck()
    await goTo(page, TABLE)
    await page.reload()
    await waitUntilStill(page, TABLE)
    await page.getByRole('link', { name: backTo(CHART) }).filter({ visible: true }).click()
    await page.waitForURL(`${url}${CHART}/?clicks=1`)
    expect(await position(page)).toMatchObject({ no: CHART, clicks: 1 })
  })

  it('leads back to the last slide of the talk, where questions are asked', async () => {
    await goTo(deck(), talk.length)
    await goTo(deck(), TABLE)
    expect(await link(deck()).textContent()).toContain(backTo(talk.length))
  })

  it('stays in the presenter view, and takes the other window along', async () => {
    const { presenter, audience } = await openWindows(browser(), STEPS)
    await goTo(presenter, TABLE)
    await expectShown(audience, { no: TABLE })
    await link(presenter).click()
    await Promise.all([presenter, audience].map(page => expectShown(page, { no: STEPS })))
    await presenter.waitForURL(`${url}presenter/${STEPS}/`)
    await endVisit(presenter)
  })

  it('leads someone who came straight to it to the end of the talk', async () => {
    const page = await visit(browser(), {}, TABLE)
    expect(await link(page).textContent()).toContain(backTo(talk.length))
    await endVisit(page)
  })
})

describe('the built deck, served as for a talk', () => {
  it('keeps both windows in step, without a word on the console or a request elsewhere', async () => {
    const server = await serveDist({ dir: dist, deckEverywhere: true })
    const presenter = await newDeckPage(browser())
    const audience = await newWindow(presenter)
    const problems = [presenter, audience].map(page => watchProblems(page, server.origin))
    await audience.goto(server.url)
    await waitUntilStill(audience, 1)
    await presenter.goto(`${server.url}presenter/`)
    await presenter.locator('.slidev-presenter .talk-count').waitFor()
    await waitUntilStill(presenter, 1)
    await presenter.keyboard.press('ArrowRight')
    await waitUntilStill(audience, 2)
    await audience.keyboard.press('ArrowLeft')
    await waitUntilStill(presenter, 1)
    expect(problems.flat()).toEqual([])
    await endVisit(presenter)
    await server.close()
  })

  it('gives a shorter version, in both windows, after a reload and in another language: steps, what comes next, and pace', async () => {
    const server = await serveDist({ dir: dist, deckEverywhere: true, changePage: html => withLength(html, 2) })
    const presenter = await newDeckPage(browser(), { viewport: { width: 1280, height: 800 } })
    const audience = await newWindow(presenter)
    const both = (no: number, clicks = 0) => Promise.all([presenter, audience].map(page => expectShown(page, { no, clicks })))
    const begin = Date.now()
    await presenter.clock.setFixedTime(begin)
    await openPresenter(presenter, COVER, server.url)
    await audience.goto(server.url)
    await waitUntilStill(audience, COVER)
    expect(await presenter.locator('.next [data-slidev-no]').getAttribute('data-slidev-no')).toBe(String(STEPS))
    await presenter.getByRole('button', { name: talkWords.stage.parts.startClock }).click()
    await presenter.keyboard.press('ArrowRight')
    await both(STEPS)
    // Half a minute for the cover, one for the steps; nothing for what is left out between them.
    await presenter.clock.setFixedTime(begin + 100_000)
    await expect.poll(() => presenter.locator('.talk-pace').textContent()).toBe(talkWords.pace.behind.replace('{time}', '0:10'))
    await audience.keyboard.press('PageDown')
    await both(TABLE)
    await audience.keyboard.press('PageUp')
    await both(STEPS)
    await presenter.reload()
    await waitUntilStill(presenter, STEPS)
    await presenter.getByRole('button', { name: 'Go to previous slide' }).click()
    await both(COVER)
    // To ask for a slide leads to it, and from there the version goes on.
    await goTo(presenter, CHART, 2)
    await both(CHART, 2)
    await presenter.keyboard.press('ArrowRight')
    await both(STEPS)
    await presenter.keyboard.press('t')
    await Promise.all([presenter, audience].map(page => page.waitForURL('**/zh/**')))
    await waitUntilStill(audience, STEPS)
    expect(await presenter.locator('.speaker-version').textContent()).toContain('2')
    // Of two windows the one that moved later leads, and this clock stands still.
    await presenter.clock.setFixedTime(begin + 110_000)
    await audience.keyboard.press('ArrowLeft')
    await both(COVER)
    await endVisit(presenter)
    await server.close()
  })
})
