import { beforeAll, describe, expect, it } from 'vitest'
import { goTo } from '../../addon/node/browser/deck-page'
import { SCHEMES, slides } from './deck'
import { vanishedInForcedColours } from './vanished'
import { useBrowser, useDeck } from './visits'

const browser = useBrowser()

describe.each(SCHEMES)('where the system chooses the colours, $scheme', ({ dark }) => {
  const deck = useDeck(browser, { dark })
  beforeAll(() => deck().emulateMedia({ forcedColors: 'active' }))

  // In one go: at each change of the colours every chart is drawn anew.
  it.each(slides)('$no $id loses no text and no mark', async ({ no }) => {
    await goTo(deck(), no)
    expect(await vanishedInForcedColours(deck())).toEqual([])
  })

  it('a black screen is black, and icons of controls are there', async () => {
    const page = deck()
    await goTo(page, 1)
    await page.keyboard.press('b')
    await page.locator('.black-screen').waitFor()
    expect(await page.locator('.black-screen').evaluate(screen => getComputedStyle(screen).backgroundColor)).toBe('rgb(0, 0, 0)')
    await page.keyboard.press('b')
    const icon = page.locator('nav .slidev-icon-btn [class*="i-carbon"]').first()
    const [ink, paper] = await icon.evaluate(icon => [
      getComputedStyle(icon).backgroundColor,
      getComputedStyle(icon.closest('.bg-main')!).backgroundColor,
    ])
    expect(ink).not.toBe(paper)
  })
})
