import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { goTo } from '../../addon/node/browser/deck-page'
import { lowContrast } from './contrast'
import { faintControls, showControls } from './controls'
import { noOf, SCHEMES } from './deck'
import { contrast, luminance } from './luminance'
import { useBrowser, useDeck } from './visits'

/** WCAG 2.2, 1.4.6, for text of any size, and 1.4.11 with room to spare. */
const WORDS = 7
const MARKS = 4.5
/** Words and marks of all colours: a drawing, a chart, a table, a page of sources. */
const COLOURFUL = ['model', 'headcount-chart', 'matrix', 'sources-one']

const browser = useBrowser()

describe.each(SCHEMES)('where the system asks for more contrast, $scheme', ({ dark }) => {
  const deck = useDeck(browser, { dark })
  beforeAll(() => deck().emulateMedia({ contrast: 'more' }))
  afterAll(() => deck().emulateMedia({ contrast: null }))

  it('words are 7 : 1 or more on what lies behind them, rules and controls 4.5 : 1', async () => {
    const found: string[] = []
    for (const id of COLOURFUL) {
      await goTo(deck(), noOf(id))
      const texts = await deck().evaluate(() => [...document.querySelectorAll('#slideshow .slidev-layout *')]
        .filter(({ childNodes }) => [...childNodes].some(({ nodeType, textContent }) => nodeType === Node.TEXT_NODE && textContent!.trim()))
        .filter(text => !text.closest('.sr-only') && text.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
        .map((text, index) => {
          text.setAttribute('data-word', String(index))
          return `[data-word="${index}"]`
        }))
      found.push(...(await lowContrast(deck(), texts, WORDS)).map(fault => `${id}: ${fault}`))
    }
    await showControls(deck())
    found.push(...await faintControls(deck(), MARKS))
    expect(found).toEqual([])
    const [rule, paper] = await deck().evaluate(() => {
      const scheme = document.documentElement.classList.contains('dark') ? 'dark' : 'light'
      return ['rule', 'paper'].map((name): [number, number, number] => {
        const canvas = document.createElement('canvas').getContext('2d')!
        canvas.fillStyle = getComputedStyle(document.documentElement).getPropertyValue(`--${name}-${scheme}`)
        canvas.fillRect(0, 0, 1, 1)
        const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data
        return [red!, green!, blue!]
      })
    })
    expect(contrast(luminance(rule!), luminance(paper!))).toBeGreaterThanOrEqual(MARKS)
  })

  it('a chart that is drawn already is drawn anew', async () => {
    await goTo(deck(), noOf('headcount-chart'))
    const drawn = () => deck().evaluate(() => {
      const canvas = [...document.querySelectorAll<HTMLCanvasElement>('#slideshow canvas')].find(canvas => canvas.checkVisibility())!
      return canvas.toDataURL()
    })
    const strong = await drawn()
    await deck().emulateMedia({ contrast: 'no-preference' })
    await expect.poll(drawn).not.toBe(strong)
    await deck().emulateMedia({ contrast: 'more' })
    await expect.poll(drawn).toBe(strong)
  })
})

describe('where the system turns colours round', () => {
  const deck = useDeck(browser)

  it('black for the audience stays dark', async () => {
    // No Chromium knows the setting: its rules are put in force as they stand.
    await deck().evaluate(() => {
      const rules = Array.from(document.styleSheets).flatMap(({ cssRules }) => Array.from(cssRules))
      const turned = rules.filter(rule => rule instanceof CSSMediaRule && rule.conditionText.includes('inverted-colors'))
      const style = document.head.appendChild(document.createElement('style'))
      style.textContent = turned.flatMap(rule => Array.from((rule as CSSMediaRule).cssRules, ({ cssText }) => cssText)).join('\n')
    })
    await deck().keyboard.press('b')
    const screen = deck().locator('.black-screen')
    await screen.waitFor()
    expect(await screen.evaluate(screen => getComputedStyle(screen).backgroundColor)).toBe('rgb(255, 255, 255)')
  })
})
