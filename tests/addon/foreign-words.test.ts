/** @module-tag landing */
import type { Page } from 'playwright-core'
import type { SlidevButton } from '../../addon/locales/types'
import { describe, expect, it } from 'vitest'
import { talkWordsOf } from '../../addon/locales/all'
import { goTo, waitUntilStill } from '../../addon/node/browser/deck-page'
import { builtEditions, noOf } from '../browser/deck'
import { endVisit, useBrowser, visitor } from '../browser/visits'

const browser = useBrowser()
const CHART = noOf('chart')
const { url, slides } = builtEditions.zh
const { stage, labels } = talkWordsOf('zh')
const { buttons, views } = stage as typeof stage & { buttons: object, views: object }

/** Names, and what is written on keys. */
const PROPER = /\b(?:PDF|Slidev|English|Shift|Page (?:Up|Down)|Home|End|Enter|Esc)\b/g

/** What the page says in Latin letters beside its slides: texts, and names for those who cannot see or who point. */
async function latinWords(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const isOfSlides = (element: Element) => element.closest('.slidev-slide-content, #prerendered, script, style, noscript') !== null
    const isForeign = (element: Element) => ![null, document.documentElement].includes(element.closest<HTMLElement>('[lang]'))
    const elements = [...document.querySelectorAll('body, body *')].filter(element => !isOfSlides(element) && !isForeign(element))
    return elements.flatMap(element => [
      ...['title', 'alt', 'aria-label', 'placeholder', 'aria-valuetext'].map(name => element.getAttribute(name) ?? ''),
      ...Array.from(element.childNodes, node => node instanceof Text && element.checkVisibility() ? node.data.trim() : ''),
    ]).concat(document.title)
  })
  return [...new Set(texts)].filter(text => /[a-z]{2}/i.test(text.replace(PROPER, '').replace(/^(?:Sli|dev)$/, '')))
}

describe('in Chinese all views speak Chinese', () => {
  const button = (page: Page, name: SlidevButton) => page.locator(`#app .slidev-icon-btn[title="${buttons[name]}"]`).last()
  /** Waits until nothing is English any more: names come a frame after what they name. */
  const expectChinese = (page: Page, what: string) => expect.poll(() => latinWords(page), { message: what }).toEqual([])

  it('in the show: controls, menus, dialogs', async () => {
    const page = await visitor(browser())
    await page.goto(`${url}${CHART}/`)
    await waitUntilStill(page, CHART)
    await page.mouse.move(30, 700)
    await button(page, 'More Options').waitFor({ state: 'attached' })
    await expectChinese(page, 'controls')
    for (const name of ['More Options', 'Change sync settings', 'Show info'] as const) {
      await button(page, name).click()
      await expectChinese(page, name)
      await (name === 'Show info' ? page.mouse.click(5, 400) : page.keyboard.press('Escape'))
    }
    for (const key of ['g', 'Shift+?', 'o']) {
      await page.keyboard.press(key)
      await expectChinese(page, key)
      await page.keyboard.press('Escape')
    }
    await page.mouse.click(640, 300, { button: 'right' })
    await page.getByText(views.Hold).waitFor()
    await expectChinese(page, 'menu of the right mouse button')
    await endVisit(page)
  })

  it('in the presenter\'s view: the pen, and Slidev\'s own layouts', async () => {
    const page = await visitor(browser())
    await page.goto(`${url}presenter/${CHART}/`)
    await waitUntilStill(page, CHART)
    await expectChinese(page, 'our view')
    await button(page, 'Show drawing toolbar').click()
    await button(page, 'Adjust stroke width').click()
    const width = page.locator('.v-popper__popper input[type=range]')
    await expect.poll(() => width.getAttribute('aria-label')).toBe(buttons['Adjust stroke width'])
    await expectChinese(page, 'pen')
    // Each colour has a name, and what is chosen is told.
    const colours = page.locator(`#app .slidev-icon-btn[title^="${buttons['Set brush color']}${labels.colon}"]`)
    await expect.poll(() => colours.evaluateAll(all => all.map(one => one.getAttribute('title')!.slice(-1)))).toEqual(stage.penColours)
    const chosen = () => colours.evaluateAll(all => all.map(({ ariaPressed }) => ariaPressed).indexOf('true'))
    for (const index of [3, 1]) {
      await colours.nth(index).click()
      await expect.poll(chosen).toBe(index)
    }
    expect(await colours.evaluateAll(all => all.map(one => getComputedStyle(one).opacity))).toEqual(Array.from({ length: 7 }, () => '1'))
    await button(page, 'Draw a line').click()
    await expect.poll(() => button(page, 'Draw a line').getAttribute('aria-pressed')).toBe('true')
    await button(page, 'Pin drawing').click()
    await expectChinese(page, 'pinned')
    await button(page, 'Drawing pinned').click()
    await expectChinese(page, 'put away')
    const layout = page.locator(`nav .slidev-icon-btn[aria-label^="${buttons['Toggle Presenter Layout']}"]`)
    for (const no of [2, 3]) {
      await layout.click()
      await page.getByText(views.Current, { exact: true }).waitFor()
      await expectChinese(page, `layout ${no}`)
    }
    await page.getByText(views['Screen Mirror']).click()
    await page.getByText(views['Start Screen Mirroring']).waitFor()
    await expectChinese(page, 'mirror')
    await page.locator('.grid-section.main').getByText(views.Slides, { exact: true }).click()
    await goTo(page, slides.length)
    await page.getByText(views['End of the presentation']).waitFor()
    await expectChinese(page, 'after the last slide')
    await layout.click()
    await endVisit(page)
  })

  it.each([
    { address: 'overview/', title: stage.viewTitles.overview, seen: '.overview-slide-block h1' },
    { address: 'notes/', title: stage.viewTitles.notes, seen: '.slidev-note p' },
    { address: 'entry/', title: stage.viewTitles.entry, seen: 'main a' },
    { address: 'nowhere/', title: '', seen: 'main a' },
  ])('at $address, which stands on the slides\' paper', async ({ address, title, seen }) => {
    const page = await visitor(browser(), { dark: true })
    await page.goto(url + address)
    await page.locator(seen).first().waitFor()
    await expectChinese(page, address)
    expect(await page.title()).toMatch(new RegExp(`^${title.split('{')[0]}[^-]*$`))
    if (address === 'notes/') {
      await button(page, 'Help').click()
      await page.getByText(views['This is the hands-free live notes viewer.']).waitFor()
      await expectChinese(page, 'help')
    }
    const grounds = await page.evaluate(() => {
      const paper = document.body.appendChild(document.createElement('i'))
      paper.style.background = 'var(--paper)'
      const colourOf = (element: Element) => getComputedStyle(element).backgroundColor
      return [paper, document.body, document.querySelector('#app')!].map(colourOf)
    })
    expect(new Set(grounds).size).toBe(1)
    await endVisit(page)
  })
})
