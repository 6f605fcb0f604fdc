import { describe, expect, it } from 'vitest'
import { closePage, goTo, openDeck } from '../../addon/node/browser/deck-page'
import { builtEditions } from './deck'
import { addSpacing, ALL_SPACINGS, pageFaults, slideFaults, spaceOut, SPACINGS } from './spaced'
import { useBrowser } from './visits'

const browser = useBrowser()

describe.each(Object.entries(builtEditions))('text that a reader spaces out is whole and apart, %s', (_, { url, slides }) => {
  it.each(Object.entries({ all: ALL_SPACINGS, ...SPACINGS, none: '' }))('on all slides: %s', async (_, spacing) => {
    const page = await openDeck(browser(), { url })
    if (spacing)
      await spaceOut(page, spacing)
    const found: string[] = []
    for (const { no, id } of slides) {
      await goTo(page, no)
      found.push(...(await slideFaults(page)).map(fault => `${id}: ${fault}`))
    }
    expect(found).toEqual([])
    await closePage(page)
  })

  it.each([
    { name: 'list of keys', key: 'Shift+?', within: 'dialog.key-list' },
    { name: 'way to a slide', key: 'g', within: '.goto-dialog' },
  ])('in the $name', async ({ key, within }) => {
    const page = await openDeck(browser(), { url })
    await spaceOut(page, ALL_SPACINGS)
    await page.keyboard.press(key)
    await page.locator(within).waitFor()
    if (key === 'g')
      await page.keyboard.type('e')
    expect(await pageFaults(page, within)).toEqual([])
    await closePage(page)
  })

  it('in the presenter\'s controls and notes', async () => {
    const page = await openDeck(browser(), { url: `${url}presenter/` })
    await spaceOut(page, ALL_SPACINGS)
    for (const part of ['.note', '.bottom'])
      expect(await pageFaults(page, `.slidev-presenter .grid-section${part}`), part).toEqual([])
    await closePage(page)
  })

  it.each([1280, 320])('in pages without scripts, at %d px', async (width) => {
    const context = await browser().newContext({ javaScriptEnabled: false, viewport: { width, height: 800 } })
    const page = await context.newPage()
    for (const address of ['read/', '404.html', 'presenter/']) {
      await page.goto(url + address)
      await addSpacing(page, ALL_SPACINGS)
      expect(await pageFaults(page), address).toEqual([])
    }
    await context.close()
  })
})
