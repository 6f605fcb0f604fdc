import type { Page } from 'playwright-core'
import type { SlidevButton } from '../../addon/locales/types'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { slideAnnouncement } from '../../addon/lib/slide-names'
import { words as talkWords } from '../../addon/locales'
import { goTo, waitUntilStill } from '../../addon/node/browser/deck-page'
import { wordsOf } from '../../fixture/words'
import { findings } from '../browser/axe'
import { edition, SCHEMES_OF_LANGUAGE, slides, url } from '../browser/deck'
import { endVisit, useBrowser, useDeck, visitor } from '../browser/visits'
import { expectShown } from '../browser/windows'

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

const browser = useBrowser()
const noOf = (id: string) => slides.find(slide => slide.id === id)!.no
const CHART = noOf('chart')
const talk = slides.filter(({ act }) => act !== 'appendix').length
const announced = (no: number, claim: string) => slideAnnouncement({ no, claim }, talk, wordsOf(edition).acts.appendix, talkWords)

describe.each(SCHEMES_OF_LANGUAGE)('in $scheme', ({ dark }) => {
  const deck = useDeck(browser, { dark })
  // As under a pointer.
  const showControls = (page: Page) => page.addStyleTag({ content: '#slide-container > .absolute:has(> nav) { opacity: 1 !important }' })
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
      if (name === 'the goto dialog')
        await page.keyboard.type(slides.at(-1)!.title!.slice(0, 2))
      await waitUntilStill(page, CHART)
      expect.soft((await findings(page)).violations).toEqual([])
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
      const { violations, rules } = await findings(page)
      expect(rules, violations.join('\n')).toEqual(UPSTREAM[view])
      await endVisit(page)
    })
  })
})

describe('a screen reader', () => {
  it('finds one main part before the deck starts, without JavaScript, and after', async () => {
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

  it('hears in the presenter view, too, which slide it is, and paper says nothing of it', async () => {
    const page = await visitor(browser())
    await page.goto(`${url}presenter/${CHART}`)
    await waitUntilStill(page, CHART)
    const voice = page.locator('[aria-live=polite].stage-voice')
    expect(await voice.textContent()).toBe('')
    await page.keyboard.press('ArrowDown')
    await expectShown(page, { no: CHART + 1 })
    const { title } = slides[CHART]!
    await expect.poll(() => voice.textContent(), { timeout: 5000 }).toContain(announced(CHART + 1, title!))
    expect(await page.title()).toContain(talkWords.stage.presenterTitle.replace('{title}', title!))
    await page.emulateMedia({ media: 'print' })
    expect(await voice.isVisible()).toBe(false)
    await endVisit(page)
  })
})

describe('the keyboard', () => {
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
        [...document.querySelectorAll('nav .slidev-icon-btn')].every(button => button.getBoundingClientRect().width >= 24),
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
