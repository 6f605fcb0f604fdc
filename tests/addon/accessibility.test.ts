import type { Page } from 'playwright-core'
import type { SlidevButton } from '../../addon/locales/types'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { slideAnnouncement } from '../../addon/lib/slide-names'
import { words as talkWords } from '../../addon/locales'
import { goTo, waitUntilStill } from '../../addon/node/browser/deck-page'
import { wordsOf } from '../../fixture/words'
import { findings } from '../browser/axe'
import { showControls } from '../browser/controls'
import { edition, noOf, SCHEMES, slides, url } from '../browser/deck'
import { badReading, heard, heardInSilence, listen } from '../browser/heard'
import { endVisit, useBrowser, useDeck, visit, visitor } from '../browser/visits'
import { expectShown, openWindows } from '../browser/windows'
import { LANDING } from '../parts'

/**
 * What axe still finds in views that are Slidev's own, by its rule: beyond what styles and small overrides mend. Play has none and gets
 * none. A rule that is found no more has to go from here.
 */
const UPSTREAM: Record<'presenter' | 'overview' | 'notes', readonly string[]> = {
  presenter: [],
  overview: [],
  // The page of notes for a second device shows a slide's number, and no title.
  notes: ['page-has-heading-one'],
}

/** Runs in each page: keeps the title of the slide before which the focus rested last, from where a screen reader reads on. */
function watchReadingPlace(): void {
  document.addEventListener('focusin', ({ target }) => {
    const place = target as Element
    if (!place.matches('#slideshow > [data-reading-place]:first-child'))
      return
    const slide = [...place.parentElement!.children].find(slide => slide.matches('[data-slidev-no]') && slide.checkVisibility())
    document.documentElement.dataset.readsFrom = slide?.querySelector('h1')?.textContent.replace(/\s+/g, ' ').trim()
    document.documentElement.dataset.placeOutline = getComputedStyle(place).outlineStyle
  })
}
const readsFrom = (page: Page) => page.evaluate(() => document.documentElement.dataset.readsFrom)
const forget = (page: Page) => page.evaluate(() => delete document.documentElement.dataset.readsFrom)

const browser = useBrowser()
/** What no language changes is asked in the first one only; what is said, in each. */
const isFirst = edition.id === 'en'
const CHART = noOf('chart')
const talk = slides.filter(({ act }) => act !== 'appendix').length
/** The paragraph of the slide with the chart that comes with its last click. */
const shownBySteps: Readonly<Record<string, string>> = { en: 'Four cups more', zh: '多四杯' }
const announced = (no: number, claim: string) => slideAnnouncement({ no, claim }, talk, wordsOf(edition).acts.appendix, talkWords)

describe.runIf(isFirst).each(SCHEMES)('in $scheme', ({ dark }) => {
  const deck = useDeck(browser, { dark })
  beforeAll(() => showControls(deck()))

  describe('what a talk brings up', () => {
    const press = (key: string) => () => deck().keyboard.press(key)
    const click = (name: SlidevButton) => () =>
      deck()
        .locator(`nav .slidev-icon-btn[title="${talkWords.stage.buttons?.[name] ?? name}"]`)
        .click({ timeout: 5000 })
    it.each([
      { name: 'an enlarged exhibit', open: press('e'), seen: '[data-enlarged]', close: press('e') },
      { name: 'a black screen', open: press('b'), seen: '.black-screen', close: press('b') },
      { name: 'the list of keys', open: press('Shift+?'), seen: 'dialog.key-list', close: press('Escape') },
      { name: 'the goto dialog', open: press('g'), seen: '.goto-dialog input', close: press('Escape') },
      { name: 'the menu of windows', open: click('Change sync settings'), seen: '.menu-panel', close: click('Change sync settings') },
      { name: 'the settings', open: click('More Options'), seen: '.menu-panel label', close: click('More Options') },
      { name: 'the info', open: click('Show info'), seen: '.slidev-info-dialog', close: () => deck().mouse.click(5, 5) },
      { name: 'the overview', open: press('o'), seen: '#app .z-modal .slidev-layout h1', close: press('Escape') },
    ])('breaks no rule: $name', async ({ name, open, seen, close }) => {
      const page = deck()
      await goTo(page, CHART)
      await open()
      const shown = page.locator(seen).last()
      await shown.waitFor({ state: 'visible', timeout: 10_000 })
      await page.locator('nav .slidev-icon-btn').first().waitFor({ state: 'attached' })
      if (name === 'the goto dialog')
        await page.keyboard.type(slides.at(-1)!.title!.slice(0, 2))
      await waitUntilStill(page, CHART)
      // Under black there is nothing that axe could look at: the next test is about that.
      if (name !== 'a black screen')
        expect.soft((await findings(page, { colours: dark })).violations).toEqual([])
      const box = (await shown.boundingBox())!
      expect(Math.min(box.x, box.y), 'it opens into the window').toBeGreaterThanOrEqual(0)
      await close()
      await shown.waitFor({ state: 'hidden', timeout: 5000 })
    })
  })

  describe('other views, of Slidev itself', () => {
    it.each([
      { view: 'presenter' as const, address: `presenter/${CHART}`, seen: '.slidev-presenter .next [data-chart][data-ready=true]' },
      { view: 'overview' as const, address: 'overview', seen: '.overview-slide-block .slidev-layout h1' },
      { view: 'notes' as const, address: 'notes', seen: '.slidev-note p' },
    ])('break only the rules of $view that are listed', async ({ view, address, seen }) => {
      const page = await visitor(browser(), { dark })
      await page.goto(url + address)
      await page.locator(seen).first().waitFor({ timeout: 30_000 })
      await expect.poll(() => page.getByRole('main').count(), { timeout: 5000 }).toBe(1)
      if (view === 'overview') {
        await page.locator('.important-text-op-50').first().waitFor({ state: 'attached' })
        await page.mouse.move(24, 100)
        // The titles fade in.
        await expect.poll(() => page.locator('.important-text-op-50').first().evaluate(title => getComputedStyle(title).opacity)).toBe('1')
      }
      const { violations, rules } = await findings(page, { colours: dark })
      expect(rules, violations.join('\n')).toEqual(dark ? [] : UPSTREAM[view])
      await endVisit(page)
    })
  })
})

describe('a screen reader', () => {
  it.runIf(isFirst)('finds one main part before the deck starts, without JavaScript, and after', async () => {
    for (const javaScriptEnabled of [false, true]) {
      const context = await browser().newContext({ javaScriptEnabled, reducedMotion: 'reduce' })
      const page = await context.newPage()
      await page.goto(`${url}${CHART}/`)
      await page.getByRole('main').waitFor({ state: 'attached' })
      if (javaScriptEnabled)
        await page.waitForFunction(() => !document.querySelector('#prerendered') && document.querySelector('[role=main]'))
      expect(await page.getByRole('main').count()).toBe(1)
      await context.close()
    }
  })

  it('hears each step and slide once in both windows, forwards and back, and nothing where nothing changes', LANDING, async () => {
    const windows = await openWindows(browser(), noOf('cover'))
    const { presenter, audience } = windows
    await Promise.all([presenter, audience].map(listen))
    const all = wordsOf(edition).cups
    const day = new Intl.DateTimeFormat(edition.language, { weekday: 'long', timeZone: 'UTC' })
    const friday = `${day.format(Date.UTC(2024, 0, 5))} 16 ${all.unit}`
    const paragraph = shownBySteps[edition.id]!
    const titled = (no: number) => announced(no, slides[no - 1]!.title!)
    const back = (what: RegExp) => new RegExp(talkWords.stage.stepBack.replace('{what}', `.*${what.source}`))
    const [first, second] = [new RegExp(`7 ${all.unit}`), new RegExp(`${friday}.*${paragraph}`)]
    const forwards = [titled(CHART), first, second, titled(noOf('steps')), titled(noOf('end')), titled(noOf('table'))]
    const backwards = [titled(noOf('end')), titled(noOf('steps')), titled(CHART), back(second), back(first), titled(noOf('cover'))]
    for (const [key, expected] of [['PageDown', [...forwards, '']], ['PageUp', [...backwards, '']]] as const) {
      for (const [press, said] of expected.entries()) {
        await presenter.keyboard.press(key)
        const [inPresenter, inAudience] = await Promise.all([presenter, audience].map(said === '' ? heardInSilence : heard))
        expect(inPresenter, `${key} ${press + 1}`).toEqual(said === '' ? [] : [said instanceof RegExp ? expect.stringMatching(said) : said])
        expect(inAudience, `${key} ${press + 1}, audience`).toEqual(inPresenter)
      }
    }
    expect(await presenter.title()).toContain(talkWords.stage.presenterTitle.split('{')[0])
    await presenter.emulateMedia({ media: 'print' })
    expect(await presenter.locator('.stage-voice').isVisible()).toBe(false)
    await endVisit(presenter)
  })

  it.runIf(isFirst)('reads on from the heading of each slide, from the start, and leaves who works elsewhere', LANDING, async () => {
    const page = await visitor(browser())
    await page.addInitScript(watchReadingPlace)
    const reads = () => readsFrom(page)
    const titleOf = (no: number) => slides[no - 1]!.title!
    await page.goto(`${url}${CHART}/`)
    await page.waitForFunction(() => !document.querySelector('#prerendered'))
    await expect.poll(reads).toBe(titleOf(CHART))
    expect(await page.evaluate(() => document.documentElement.dataset.placeOutline)).toBe('none')
    // Then nothing is left of it, and Tab goes on at the slide.
    await expect.poll(() => page.locator('[data-reading-place]').count()).toBe(0)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement!.closest('#slideshow .slidev-layout') !== null)).toBe(true)
    for (const [key, no] of [['ArrowDown', CHART + 1], ['ArrowUp', CHART]] as const) {
      await expect.poll(() => page.locator('[data-reading-place]').count()).toBe(0)
      await page.keyboard.press(key)
      await expect.poll(reads).toBe(titleOf(no))
    }
    // A press of a button with the keyboard.
    const next = page.locator('nav .slidev-icon-btn').nth(2)
    await next.focus()
    await page.keyboard.press('Enter')
    await expectShown(page, { no: CHART, clicks: 1 })
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await expectShown(page, { no: CHART + 1 })
    await waitUntilStill(page, CHART + 1)
    expect(await next.evaluate(button => button === document.activeElement)).toBe(true)
    await endVisit(page)
  })

  it.runIf(isFirst)('keeps the page loading until the live slide stands, so that nothing is taken away that is read', async () => {
    const page = await visitor(browser())
    await page.addInitScript(() => window.addEventListener('load', () => {
      window.heard = [document.querySelector('#prerendered') ? 'prerendered' : 'live']
    }))
    await page.goto(`${url}${CHART}/`)
    expect(await page.evaluate(() => window.heard)).toEqual(['live'])
    expect(await page.locator('iframe').count()).toBe(0)
    await page.context().close()
  })

  // As the browser tells it, not as tools work it out: these see names where there are none.
  it.each(['', 'presenter/'])('is told the name of each button and link, in "%s"', LANDING, async (view) => {
    const page = await visitor(browser())
    const session = await page.context().newCDPSession(page)
    await session.send('Accessibility.enable')
    await page.goto(`${url}${view}${CHART}`)
    const names = async () => {
      const { nodes } = await session.send('Accessibility.getFullAXTree')
      const controls = nodes.filter(({ ignored, role }) => !ignored && ['button', 'link'].includes(String(role?.value)))
      return controls.map(({ name }) => String(name?.value ?? ''))
    }
    // The row of controls comes after the first slide.
    await expect.poll(async () => (await names()).length, { timeout: 15_000 }).toBeGreaterThan(10)
    await expect.poll(async () => (await names()).filter(name => !name)).toEqual([])
    await page.context().close()
  })

  it('finds no words glued, no name said again, and each finding once', async () => {
    const page = await visitor(browser())
    for (const { no, id } of slides) {
      await page.goto(`${url}${no}`)
      await waitUntilStill(page, no)
      await goTo(page, no)
      const { cups, sketches } = wordsOf(edition)
      const findings = { chart: [cups.finding], steps: Object.values(sketches) }[id] ?? []
      expect(await badReading(page, findings), id).toEqual([])
    }
    await endVisit(page)
  })
})

describe('the menus of the controls', () => {
  it.each(['', 'presenter/'])('are in the language of the edition and tell what is chosen, in "%s"', async (view) => {
    const page = await visitor(browser())
    await page.goto(`${url}${view}${CHART}`)
    const menu = page.locator('.menu-panel')
    const open = async (name: SlidevButton) => {
      const button = page.locator(`nav .slidev-icon-btn[title="${talkWords.stage.buttons?.[name] ?? name}"]`)
      // While the row is drawn it takes no focus.
      await expect.poll(async () => {
        await button.focus()
        return button.evaluate(button => document.activeElement === button)
      }, { timeout: 15_000 }).toBe(true)
      await page.keyboard.press('Enter')
      await menu.locator('.item, label').first().waitFor()
    }
    const texts = async () => (await menu.allInnerTexts()).join('\n').split('\n').filter(text => /\p{L}/u.test(text))
    await open('Change sync settings')
    expect((await texts()).length).toBeGreaterThan(5)
    await expect.poll(async () => (await texts()).filter(text => /\p{Script=Han}/u.test(text) === isFirst)).toEqual([])
    const isChosen = () => menu.locator('.item').evaluateAll(items => items.map(item => item.ariaPressed))
    await expect.poll(async () => (await isChosen()).sort()).toEqual(['false', 'false', 'false', 'true'])
    await menu.locator('.item').nth(3).click()
    await expect.poll(isChosen).toEqual(['false', 'false', 'false', 'true'])
    await page.keyboard.press('Escape')
    await open('More Options')
    expect((await texts()).length).toBeGreaterThan(8)
    await expect.poll(async () => (await texts()).filter(text => /\p{Script=Han}/u.test(text) === isFirst)).toEqual([])
    // A mouse that passes takes the focus from nobody who came with the keyboard.
    await page.keyboard.press('Escape')
    const focused = () => page.evaluate(() => (document.activeElement as HTMLElement).title)
    const name = await focused()
    expect(name).toBe(talkWords.stage.buttons?.['More Options'] ?? 'More Options')
    await page.locator(`nav .slidev-icon-btn[title="${name}"]`).hover()
    await page.mouse.move(640, 20)
    await page.evaluate(() => new Promise(resolve => requestAnimationFrame(resolve)))
    expect(await focused()).toBe(name)
    await endVisit(page)
  })
})

describe('what covers the stage', () => {
  it('holds the focus, is told by its name and by each slide that is chosen, and gives the focus back', async () => {
    const page = await visitor(browser())
    await page.addInitScript(watchReadingPlace)
    await page.goto(`${url}${CHART}/`)
    await waitUntilStill(page, CHART)
    await listen(page)
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    const named = (no: number) => announced(no, slides[no - 1]!.title!)
    await page.keyboard.press('o')
    await expect.poll(focused).toBe(named(CHART))
    expect(await page.getByRole('dialog').getAttribute('aria-label')).toBe(talkWords.stage.overview)
    expect(await heard(page)).toEqual([talkWords.stage.overview])
    await page.keyboard.press('ArrowRight')
    await expect.poll(focused).toBe(named(CHART + 1))
    // What moves the deck elsewhere chooses here, or does nothing.
    for (const [key, no] of [['Home', 1], ['PageDown', 1], ['End', slides.length], ['ArrowLeft', slides.length - 1]] as const) {
      await page.keyboard.press(key)
      await expect.poll(focused).toBe(named(no))
    }
    expect(await page.evaluate(() => window.deckNav().currentSlideNo)).toBe(CHART)
    for (let tabs = 0; tabs < 4; tabs++) {
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement === document.body || document.activeElement?.closest('[role=dialog]') !== null), `${tabs + 1} times Tab`).toBe(true)
    }
    await forget(page)
    await page.keyboard.press('Escape')
    await expect.poll(() => readsFrom(page)).toBe(slides[CHART - 1]!.title)
    expect(await heard(page)).toEqual([named(CHART)])
    await page.keyboard.press('b')
    expect(await heard(page)).toEqual([talkWords.stage.switches.black.on])
    for (let tabs = 0; tabs < 3; tabs++) {
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement!.matches('body, .black-screen *'))).toBe(true)
    }
    await forget(page)
    await page.keyboard.press('b')
    expect(await heard(page)).toEqual([talkWords.stage.switches.black.off])
    await expect.poll(() => readsFrom(page)).toBe(slides[CHART - 1]!.title)
    await endVisit(page)
  })

  it('and each key that turns something on says so, and that it is off', LANDING, async () => {
    const { switches, enlarged, shrunk, toggledOn, toggledOff } = talkWords.stage
    const { finding, sorted } = wordsOf(edition).cups
    const page = await visit(browser(), {}, CHART)
    await listen(page)
    for (const [key, on, off] of [
      ['e', enlarged.replace('{what}', finding), shrunk],
      ['d', switches.dark.on, switches.dark.off],
      ['p', switches.pointer.on, switches.pointer.off],
      ['s', toggledOn.replace('{what}', sorted), toggledOff.replace('{what}', sorted)],
    ] as const) {
      for (const said of [on, off]) {
        await page.keyboard.press(key)
        expect(await heard(page), key).toEqual([said])
      }
    }
    await endVisit(page)
  })

  it('the way to a slide tells the slide that is found, and that there is none, in a place that is there before', async () => {
    const page = await visitor(browser())
    await page.goto(`${url}${CHART}/`)
    await waitUntilStill(page, CHART)
    await page.keyboard.press('g')
    const input = page.locator('.goto-dialog input')
    await input.waitFor()
    await listen(page)
    await page.keyboard.type(String(CHART))
    const told = () => page.evaluate(() => {
      const id = document.querySelector('.goto-dialog input')!.getAttribute('aria-activedescendant')
      return id === null ? '' : document.getElementById(id)?.textContent?.replace(/\s+/g, ' ').trim()
    })
    await expect.poll(told).toBe(`${CHART} ${slides[CHART - 1]!.title}`)
    await page.keyboard.type('zz')
    expect(await heard(page)).toEqual([talkWords.stage.noMatch])
    expect((await page.getByText(talkWords.stage.noMatch).boundingBox())!.height, 'it is seen, too').toBeGreaterThan(16)
    await page.keyboard.press('Escape')
    await endVisit(page)
  })
})

describe.runIf(isFirst)('the keyboard', () => {
  let page: Page
  beforeAll(async () => {
    page = await visitor(browser())
  })
  afterAll(() => endVisit(page))

  /** Presses Tab until the focus leaves the page or comes round. Each stop with what one sees of it. */
  async function walk(): Promise<{ what: string, ring: number, width: number, height: number }[]> {
    const stops: Awaited<ReturnType<typeof walk>> = []
    for (let tabs = 0; tabs < 80; tabs++) {
      await page.keyboard.press('Tab')
      const stop = await page.evaluate(() => {
        const element = document.activeElement
        if (!element || element === document.body || element.hasAttribute('data-walked'))
          return undefined
        element.setAttribute('data-walked', '')
        const { outlineStyle, outlineWidth } = getComputedStyle(element)
        const { width, height } = element.getBoundingClientRect()
        const what = element.getAttribute('aria-label') ?? element.getAttribute('title') ?? element.textContent!.trim()
        return {
          what: `${element.closest('nav') ? 'control' : element.closest('#slideshow') ? 'slide' : 'beside'}: ${what}`,
          ring: outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth),
          width,
          height,
        }
      })
      if (!stop)
        return stops
      stops.push(stop)
    }
    throw new Error('Tab never comes round')
  }

  it.each([`${CHART}?clicks=2`, `presenter/${CHART}`])(
    'walks through %s: first the slide, then what is around, each stop ringed and large enough, and comes round',
    async (address) => {
      await page.goto(url + address)
      await waitUntilStill(page, CHART)
      // The icons come after the slide, and with them the size of the buttons.
      await page.keyboard.press('Shift')
      await page.waitForFunction(() =>
        document.querySelector('nav .slidev-icon-btn')
        && [...document.querySelectorAll('nav .slidev-icon-btn')].every(button => button.getBoundingClientRect().width >= 24),
      )
      const stops = await walk()
      expect(stops.filter(({ ring }) => ring < 2)).toEqual([])
      // Links in a line of text are as high as the line: WCAG lets them.
      expect(
        stops.filter(
          ({ what, width, height }) => Math.min(width, height) < 24 && !/slide: (?:Source|data|in detail|出处|数据|详情|文首)/.test(what),
        ),
      ).toEqual([])
      const kinds = stops.map(({ what }) => what.split(':')[0])
      expect(kinds.indexOf('control')).toBeGreaterThan(kinds.lastIndexOf('slide'))
      expect(kinds).toContain('slide')
    },
  )

  it('reaches the row of buttons before it has come, and is handed on to its first one', async () => {
    await page.route('**/NavControls-*.js', async (route) => {
      await new Promise(resolve => setTimeout(resolve, 1000))
      await route.continue()
    })
    await page.goto(`${url}${CHART}/`)
    await page.waitForFunction(() => !document.querySelector('#prerendered'))
    const reached = () => page.evaluate(() => document.activeElement!.closest('nav')?.ariaLabel)
    for (let tabs = 0; tabs < 20 && await reached() !== talkWords.stage.controls; tabs++)
      await page.keyboard.press('Tab')
    expect(await reached()).toBe(talkWords.stage.controls)
    const isHandedOn = () => page.evaluate(() => document.activeElement!.matches('nav .slidev-icon-btn:first-child'))
    await expect.poll(isHandedOn, { timeout: 5000 }).toBe(true)
    expect(await page.locator('nav[tabindex]').count()).toBe(0)
    await page.unroute('**/NavControls-*.js')
  })

  it('starts and resets the clock', async () => {
    await page.goto(`${url}presenter/${CHART}`)
    await waitUntilStill(page, CHART)
    await page.getByRole('button', { name: talkWords.stage.parts.startClock }).focus()
    await page.keyboard.press('Space')
    await page.locator('.talk-pace').waitFor({ timeout: 5000 })
    await expectShown(page, { no: CHART, clicks: 0 })
    await page.getByRole('button', { name: talkWords.stage.parts.resetClock }).focus()
    await page.keyboard.press('Enter')
    await page.locator('.talk-pace').waitFor({ state: 'detached', timeout: 5000 })
  })
})
