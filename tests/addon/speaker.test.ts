import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { words as talkWords } from '../../addon/locales'
import { goTo, newDeckPage, position, waitUntilStill } from '../../addon/node/browser/deck-page'
import { watchProblems } from '../../addon/node/browser/page-problems'
import { serveDist } from '../../addon/node/browser/static-server'
import fixture from '../../fixture/deck.client'
import { dist, noOf, slides, url } from '../browser/deck'
import { newWindow } from '../browser/new-window'
import { endVisit, useBrowser, useDeck, visit, visitor } from '../browser/visits'
import { expectShown, openWindows } from '../browser/windows'

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
describe('the pace beside Slidev\'s timer', () => {
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

  it('stands beside the timer, and can be read from a step away', async () => {
    const box = (await pace().boundingBox())!
    const timer = (await page.locator('.grid-section.bottom .group').boundingBox())!
    expect(box.y + box.height).toBeGreaterThan(timer.y)
    expect(Math.abs(box.x - (timer.x + timer.width))).toBeLessThan(24)
    expect(await pace().evaluate(element => Number.parseFloat(getComputedStyle(element).fontSize))).toBeGreaterThanOrEqual(16)
  })

  it('has beside it the count of the talk\'s own slides, in words and in the bar', async () => {
    await goTo(page, STEPS)
    const counts = () => page.locator('.talk-count').allTextContents()
    expect(await counts()).toEqual([talkWords.labels.slideOf.replace('{n}', String(STEPS)).replace('{total}', String(talk.length))])
    expect(await page.locator('.slidev-presenter > div:first-child > .gap-px > div:visible').count()).toBe(talk.length - 1)
    expect(await page.getByText(`/ ${slides.length}`, { exact: true }).filter({ visible: true }).count()).toBe(0)
    await goTo(page, TABLE)
    expect(await counts()).toEqual([`${fixture.acts.appendix} ${TABLE}`])
  })
})

/** At 200 percent on a laptop, on tablets held upright, and on a laptop as it is. */
describe.each([[640, 400], [683, 384], [768, 1024], [820, 1180], [1440, 900]])('the presenter view of %d × %d', (width, height) => {
  let page: Page
  let linesOfClock: number
  beforeAll(async () => {
    page = await visitor(browser(), { viewport: { width, height } })
    await openPresenter(page, CHART)
    linesOfClock = await page.locator('.slidev-presenter .bottom .group > .font-mono').evaluate((clock) => {
      const range = document.createRange()
      range.selectNodeContents(clock)
      return new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom))).size
    })
    await page.getByRole('button', { name: talkWords.stage.parts.startClock }).click()
    await page.locator('.talk-pace').waitFor()
  })
  afterAll(() => endVisit(page))

  const box = async (selector: string) => (await page.locator(`.slidev-presenter ${selector}`).first().boundingBox())!

  it('has slide, next slide, notes, clock and pace, and all controls, within the window', async () => {
    const least = { '.main #slide-content': 200, '.next .slidev-slide-content': 150, '.slidev-note': 200, '.group': 80, '.talk-pace': 80 }
    for (const [part, room] of Object.entries(least)) {
      const { x, y, ...size } = await box(part)
      expect(Math.min(x, y), part).toBeGreaterThanOrEqual(0)
      expect(x + size.width, part).toBeLessThanOrEqual(width)
      expect(y + size.height, part).toBeLessThanOrEqual(height)
      expect(size.width, part).toBeGreaterThanOrEqual(room)
    }
    expect((await box('.slidev-note')).height).toBeGreaterThanOrEqual(110)
    expect(linesOfClock, 'lines of a clock at rest').toBe(1)
    const hidden = await page.locator('.slidev-presenter :is(.bottom, .note) :is(.slidev-icon-btn, [role="button"])').evaluateAll(
      buttons => buttons.filter((button) => {
        const { x, y, width, height } = button.getBoundingClientRect()
        return width > 0 && !button.contains(document.elementFromPoint(x + width / 2, y + height / 2))
      }).map(({ outerHTML }) => outerHTML),
    )
    expect(hidden).toEqual([])
  })

  it('shows whole lines of the notes, in the size that was chosen before a reload, in a column that was widened', async () => {
    const size = () => page.locator('.slidev-note p').first().evaluate(note => Number.parseFloat(getComputedStyle(note).fontSize))
    /** Lines that end under the foot of the notes. */
    const cut = () => page.locator('.slidev-note').evaluate((note) => {
      const { bottom } = note.getBoundingClientRect()
      const texts = document.createTreeWalker(note, NodeFilter.SHOW_TEXT)
      const range = document.createRange()
      let cut = 0
      while (texts.nextNode()) {
        range.selectNodeContents(texts.currentNode)
        cut += [...range.getClientRects()].filter(line => line.top < bottom - 2 && line.bottom > bottom + 2).length
      }
      return cut
    })
    const before = { size: await size(), width: (await box('.note')).width }
    expect(await cut()).toBe(0)
    for (let larger = 0; larger < 4; larger++)
      await page.getByTitle('Increase font size').click()
    const handle = await box('[aria-orientation="vertical"]')
    const [x, y] = [handle.x + handle.width / 2, handle.y + handle.height / 2]
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + (width > height ? -60 : 60), y, { steps: 3 })
    await page.mouse.up()
    await page.reload()
    await waitUntilStill(page, CHART)
    expect(await size()).toBeCloseTo(before.size * 1.4, 0)
    expect((await box('.note')).width).toBeCloseTo(before.width + 60, -1)
    expect(await cut()).toBe(0)
  })
})

describe('the way back from the appendix', () => {
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
    await page.waitForURL(`${url}${CHART}?clicks=1`)
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
    await presenter.waitForURL(`${url}presenter/${STEPS}`)
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
})
