import { describe, expect, it } from 'vitest'
import { waitUntilStill } from '../../addon/node/browser/deck-page'
import { faintControls } from './controls'
import { noOf, SCHEMES, url } from './deck'
import { useBrowser, useDeck } from './visits'

/** Windows in which a slide leaves room above and below, or at its sides; `shapes.long.test.ts` has more of them. */
const SHAPES = [{ width: 1280, height: 900 }, { width: 768, height: 1024 }, { width: 2560, height: 1080 }]
const CHART = noOf('headcount-chart')

const browser = useBrowser()

describe.each(SCHEMES)('controls stand out from what they stand on, $scheme', ({ dark }) => {
  const deck = useDeck(browser, { dark })

  it.each(['', 'presenter/'])('in a window of any shape, at "%s"', async (view) => {
    await deck().goto(`${url}${view}${CHART}`)
    await waitUntilStill(deck(), CHART)
    // As under a pointer. The icons come after the slide.
    await deck().addStyleTag({ content: '#slide-container > .absolute:has(> nav) { opacity: 1 !important }' })
    await deck().keyboard.press('Shift')
    await deck().waitForFunction(() => getComputedStyle(document.querySelector('nav [class*="i-carbon"]')!).maskImage !== 'none')
    const found: string[] = []
    for (const shape of SHAPES) {
      await deck().setViewportSize(shape)
      await waitUntilStill(deck(), CHART)
      found.push(...(await faintControls(deck())).map(fault => `${shape.width} × ${shape.height}: ${fault}`))
    }
    expect(found).toEqual([])
  })
})
