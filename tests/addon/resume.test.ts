import type { BrowserContext, Page } from 'playwright-core'
import type { Shown } from '../browser/windows'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { chromium } from 'playwright-core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { words as talkWords } from '../../addon/locales'
import { launchOptions } from '../../addon/node/browser/browser'
import { openSlide, prepareDeckPages, SLIDE, waitUntilStill } from '../../addon/node/browser/deck-page'
import { slides, url } from '../browser/deck'
import { newWindow } from '../browser/new-window'
import { endVisit, useBrowser, visitor } from '../browser/visits'
import { expectShown, openWindows, shown } from '../browser/windows'
import { LANDING } from '../parts'

const browser = useBrowser()
const CHART = slides.find(({ id }) => id === 'chart')!.no
const THERE = { no: CHART, clicks: 2 }

/** The two windows at the second click of the chart, and a blank one that keeps the browser's memory when both are closed. */
async function inTheMiddle() {
  const { presenter, audience } = await openWindows(browser(), CHART)
  const blank = await newWindow(presenter)
  for (const clicks of [1, 2]) {
    await presenter.keyboard.press('PageDown')
    await Promise.all([presenter, audience].map(page => expectShown(page, { no: CHART, clicks })))
  }
  const open = async (address: string): Promise<Page> => {
    const page = await newWindow(blank)
    await page.goto(url + address)
    return page
  }
  return { presenter, audience, blank, open }
}

describe('in the middle of a talk', () => {
  it('both windows come back from a reload, no window without a slide takes them elsewhere, and they go on together', async () => {
    const { presenter, audience, open } = await inTheMiddle()
    for (const page of [presenter, audience, presenter]) {
      await page.reload()
      await waitUntilStill(page, CHART)
      await Promise.all([presenter, audience].map(page => expectShown(page, THERE)))
    }
    const other = await open('')
    for (const address of ['overview/', 'entry/', 'no/such/page']) {
      await other.goto(url + address)
      await other.waitForFunction(() => document.querySelector('#app')!.childElementCount > 0)
      await other.waitForTimeout(500)
      await Promise.all([presenter, audience].map(page => expectShown(page, THERE)))
    }
    await presenter.keyboard.press('PageDown')
    await Promise.all([presenter, audience].map(page => expectShown(page, { no: CHART + 1, clicks: 0 })))
    await endVisit(presenter)
  })

  it('the clock goes on whatever window is reloaded or opened, and stops when it is told to', async () => {
    const { presenter, audience, open } = await inTheMiddle()
    const clock = presenter.locator('.speaker-time > [role=timer]')
    const pace = presenter.locator('.talk-pace')
    await presenter.getByRole('button', { name: talkWords.stage.parts.startClock }).click()
    await pace.waitFor()
    await audience.reload()
    await waitUntilStill(audience, CHART)
    const other = await open('presenter/')
    await expectShown(other, THERE)
    await other.locator('.talk-pace').waitFor()
    await audience.keyboard.press('PageUp')
    await Promise.all([presenter, other].map(page => expectShown(page, { no: CHART, clicks: 1 })))
    expect(await pace.isVisible()).toBe(true)
    // Paused, it stands where it was paused.
    await presenter.getByRole('button', { name: talkWords.stage.parts.startClock }).click()
    const stands = await clock.textContent()
    await presenter.reload()
    await waitUntilStill(presenter, CHART)
    await expect.poll(() => clock.textContent()).toBe(stands)
    await presenter.getByRole('button', { name: talkWords.stage.parts.resetClock }).click()
    await pace.waitFor({ state: 'detached' })
    await other.locator('.talk-pace').waitFor({ state: 'detached' })
    await endVisit(presenter)
  })

  it('what was drawn comes back in each window, also in one that opens later, until wiped or three hours old', LANDING, async () => {
    const { presenter, audience, open } = await inTheMiddle()
    const strokes = (page: Page) => page.locator('#slide-content > svg path').count()
    const expectStrokes = (pages: Page[], count: number) =>
      expect.poll(() => Promise.all(pages.map(strokes)), { timeout: 5000 }).toEqual(pages.map(() => count))
    const slide = (await presenter.locator('#slide-content').boundingBox())!
    const draw = async (top: number) => {
      await presenter.mouse.move(slide.x + 100, slide.y + top)
      await presenter.mouse.down()
      await presenter.mouse.move(slide.x + 250, slide.y + top + 20, { steps: 4 })
      await presenter.mouse.up()
    }
    await presenter.getByTitle('Show drawing toolbar').click()
    // What draws is fetched when the pen is taken.
    await expect.poll(async () => await strokes(presenter) || await draw(80), { timeout: 10_000 }).toBe(1)
    await expectStrokes([presenter, audience], 1)
    // At once: before anything could be written with leisure.
    await draw(120)
    await presenter.reload()
    for (const page of [presenter, audience]) {
      await waitUntilStill(page, CHART)
      await expectStrokes([presenter, audience], 2)
      await audience.reload()
    }
    await presenter.close()
    const [again, later] = [await open('presenter/'), await open('')]
    await expectStrokes([again, later, audience], 2)
    await again.keyboard.press('ArrowDown')
    await expectShown(later, { no: CHART + 1 })
    await expectStrokes([again, later], 0)
    await again.keyboard.press('ArrowUp')
    await expectStrokes([again, later], 2)

    const tomorrow = await open('')
    await tomorrow.clock.setFixedTime(Date.now() + 4 * 60 * 60 * 1000)
    await tomorrow.goto(`${url}${CHART}`)
    await waitUntilStill(tomorrow, CHART)
    await expectStrokes([tomorrow], 0)
    await tomorrow.close()

    await again.getByTitle('Show drawing toolbar').click()
    await again.keyboard.press('c')
    await expectStrokes([again, later, audience], 0)
    await later.reload()
    await waitUntilStill(later, CHART)
    await expectStrokes([again, later], 0)
    await endVisit(again)
  })

  it('a window opened again, at whichever of its addresses, comes to the other, and leaves black black', LANDING, async () => {
    const { open, ...windows } = await inTheMiddle()
    const both = (expected: Partial<Shown>) =>
      Promise.all([windows.presenter, windows.audience].map(page => expectShown(page, { ...THERE, ...expected })))
    const openAgain = async (name: 'presenter' | 'audience', address: string) => {
      await windows[name].close()
      windows[name] = await open(address)
      await waitUntilStill(windows[name], CHART)
    }
    for (const [name, address] of [['audience', ''], ['presenter', 'presenter/'], ['presenter', 'presenter']] as const) {
      await openAgain(name, address)
      await both({})
      await windows[name].keyboard.press('PageUp')
      await both({ clicks: 1 })
      await windows[name].keyboard.press('PageDown')
      await both({})
    }
    await windows.presenter.keyboard.press('b')
    await both({ black: true })
    await openAgain('presenter', 'presenter/')
    await both({ black: true })
    await endVisit(windows.audience)
  })

  it('both windows closed and opened again, without a slide\'s number, are where they were', LANDING, async () => {
    const { presenter, audience, blank, open } = await inTheMiddle()
    // The audience's step counts as well: a clicker may act on either window.
    await audience.keyboard.press('PageDown')
    await Promise.all([presenter, audience].map(page => expectShown(page, { no: CHART + 1, clicks: 0 })))
    await audience.keyboard.press('PageUp')
    await Promise.all([presenter, audience].map(page => expectShown(page, THERE)))
    await presenter.close()
    await audience.close()
    const again = await open('presenter/')
    await expectShown(again, THERE)
    const [one, other] = [again, await open('')]
    await Promise.all([one, other].map(page => expectShown(page, THERE)))
    await endVisit(blank)
  })
})

describe('a browser that is killed', () => {
  /** A browser of its own, which knows what it wrote to its profile, like the one on a speaker's machine. */
  async function startBrowser(profile: string): Promise<BrowserContext> {
    const context = await chromium.launchPersistentContext(profile, { ...launchOptions(), viewport: SLIDE, reducedMotion: 'reduce' })
    await prepareDeckPages(context)
    return context
  }

  /** Ends it as a crash does, without a last word to the disk. */
  async function kill(context: BrowserContext): Promise<void> {
    const session = await context.browser()!.newBrowserCDPSession()
    const { processInfo } = await session.send('SystemInfo.getProcessInfo')
    const closed = context.waitForEvent('close')
    process.kill(processInfo.find(({ type }) => type === 'browser')!.id, 'SIGKILL')
    await closed
  }

  it.each([
    ['presenter/', ''],
    ['', 'presenter/'],
  ])(
    'and started again, with "/%s" opened first, has both windows where they were, and the clock goes on',
    async (firstAddress, secondAddress) => {
      const profile = await mkdtemp(path.join(tmpdir(), 'deck-profile-'))
      onTestFinished(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }))
      const before = await startBrowser(profile)
      const presenter = before.pages()[0]!
      await presenter.goto(`${url}presenter/${CHART - 1}`)
      await waitUntilStill(presenter, CHART - 1)
      const audience = await newWindow(presenter)
      await audience.goto(url)
      // A window that still opens tells the others of the clock that it found, and would stop one that is started meanwhile.
      await expectShown(audience, { no: CHART - 1 })
      await waitUntilStill(audience, CHART - 1)
      await presenter.getByRole('button', { name: talkWords.stage.parts.startClock }).click()
      await presenter.locator('.talk-pace').waitFor()
      // Quick steps: `localStorage` is on the disk only some seconds later.
      let here: Pick<Shown, 'no' | 'clicks'> = await shown(presenter)
      while (here.no < THERE.no || (here.no === THERE.no && here.clicks < THERE.clicks)) {
        await presenter.keyboard.press('PageDown')
        const { no, clicks } = here
        await presenter.waitForFunction(([no, clicks]) => window.deckNav().currentSlideNo !== no || window.deckNav().clicks !== clicks, [
          no,
          clicks,
        ] as const)
        here = await shown(presenter)
      }
      await expectShown(audience, THERE)
      // Both windows write what they show; nobody sees a step in less.
      await audience.waitForTimeout(250)
      await kill(before)

      const after = await startBrowser(profile)
      onTestFinished(() => after.close())
      const first = after.pages()[0]!
      await first.goto(url + firstAddress)
      await expectShown(first, THERE)
      const second = await newWindow(first)
      await second.goto(url + secondAddress)
      await Promise.all([first, second].map(page => expectShown(page, THERE)))
      await (firstAddress === '' ? second : first).locator('.talk-pace').waitFor()
      await first.keyboard.press('PageDown')
      await Promise.all([first, second].map(page => expectShown(page, { no: CHART + 1, clicks: 0 })))
    },
  )
})

describe('without a talk', LANDING, () => {
  it('a visitor starts at the first slide, wherever the last visit ended', async () => {
    const page = await visitor(browser())
    await openSlide(page, url, CHART)
    const next = await page.context().newPage()
    await page.close()
    await next.goto(url)
    await expectShown(next, { no: 1, clicks: 0 })
    await endVisit(next)
  })

  it.each([
    { hours: 2, says: 'goes on where the talk stands', where: THERE },
    { hours: 3, says: 'does so, too', where: { no: 1, clicks: 0 } },
  ])('the speaker, $hours hours after the last step, $says', async ({ hours, where }) => {
    const { presenter, audience, blank } = await inTheMiddle()
    await audience.close()
    await presenter.close()
    const page = await newWindow(blank)
    await page.addInitScript((later) => {
      const now = Date.now
      Date.now = () => now() + later
    }, hours * 60 * 60 * 1000)
    await page.goto(url)
    await expectShown(page, where)
    await page.waitForURL(`${url}${where.no}/${where.clicks ? `?clicks=${where.clicks}` : ''}`)
    await endVisit(page)
  })
})
