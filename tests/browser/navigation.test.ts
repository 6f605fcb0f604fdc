import type { Page } from 'playwright-core'
import type { CountedPosition } from '../../addon/lib/slide-position'
import { readFileSync } from 'node:fs'
import { parseSync } from '@slidev/parser'
import { describe, expect, it } from 'vitest'
import { goTo, openSlide, position, waitUntilStill } from '../../addon/node/browser/deck-page'
import { watchProblems } from '../../addon/node/browser/page-problems'
import { figures } from '../../data'
import { slideSources } from '../../figures/slide-evidence'
import { LANDING } from '../parts'
import { edition, slides, url } from './deck'
import { endVisit, useBrowser, useDeck, visitor } from './visits'

const browser = useBrowser()
const origin = new URL(url).origin
const source = parseSync(readFileSync(edition.entry, 'utf8'), edition.entry).slides
const actOf = (no: number): unknown => source[no - 1]!.frontmatter.act
const sourceOf = (no: number) => source[no - 1]!.content

/** `data-slide-id` of the layouts that are shown. */
function shownIds(page: Page): Promise<(string | null)[]> {
  return page.evaluate(() => [...document.querySelectorAll('#slideshow [data-slide-id]')]
    .filter(layout => layout.getClientRects().length > 0)
    .map(layout => layout.getAttribute('data-slide-id')))
}

/** Presses a key and waits until the deck has moved and stands still. */
async function step(page: Page, key: 'ArrowRight' | 'ArrowLeft', from: CountedPosition): Promise<CountedPosition> {
  await page.keyboard.press(key)
  await page.waitForFunction(({ no, clicks }) => {
    const nav = window.deckNav()
    return nav.currentSlideNo !== no || nav.clicks !== clicks
  }, from)
  const now = await position(page)
  await waitUntilStill(page, now.no)
  return position(page)
}

const name = ({ no, clicks }: CountedPosition) => `${no}.${clicks}`

describe('every slide', () => {
  it('has an id of its own', () => {
    const ids = slides.map(({ id }) => id)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index || id.startsWith('slide-'))).toEqual([])
  })

  it('is reached with the arrow keys, each click on the way, and back again', LANDING, async () => {
    const page = await visitor(browser())
    const problems = watchProblems(page, origin)
    await openSlide(page, url, 1)
    const path = [await position(page)]
    const here = () => path[path.length - 1]!
    while (here().no < slides.length || here().clicks < here().clicksTotal) {
      path.push(await step(page, 'ArrowRight', here()))
      expect(await shownIds(page)).toEqual([slides[here().no - 1]!.id])
    }
    const expected = slides.flatMap(({ no }) => {
      const clicks = path.find(position => position.no === no)?.clicksTotal ?? 0
      return Array.from({ length: clicks + 1 }, (_, click) => `${no}.${click}`)
    })
    expect(path.map(name)).toEqual(expected)

    const back = [here()]
    while (back[0]!.no > 1 || back[0]!.clicks > 0)
      back.unshift(await step(page, 'ArrowLeft', back[0]!))
    expect(back.map(name)).toEqual(expected)
    expect(problems).toEqual([])
    await endVisit(page)
  })
})

describe('the source line', () => {
  const deck = useDeck(browser)

  it.each(slides.filter(({ no }) => actOf(no) !== 'appendix'))(
    'of $no $id leads to the page of the appendix that lists its figures',
    async ({ no }) => {
      const page = deck()
      page.setDefaultTimeout(5000)
      await goTo(page, no)
      await page.locator('#slide-content .source-line a >> visible=true').first().click()
      await page.waitForFunction(no => window.deckNav().currentSlideNo !== no, no)
      const { no: there } = await position(page)
      await waitUntilStill(page, there)
      const printed = slideSources(sourceOf(no))[0]!.figures.map(id => figures.find(figure => figure.id === id)!.printed)
      expect(actOf(there)).toBe('appendix')
      if (printed.length > 0)
        expect(await page.locator('#slide-content table >> visible=true').textContent()).toContain(printed[0])
    },
  )
})

describe('other pages of the deck', () => {
  it.each(['', 'presenter/1', 'overview', 'print?print=true'])('"%s" opens without an error', async (address) => {
    const page = await visitor(browser())
    const problems = watchProblems(page, origin)
    await page.goto(url + address, { waitUntil: 'networkidle' })
    await page.waitForFunction(
      () => document.querySelector('.slidev-layout, [data-slide-id]') !== null && !document.querySelector('.slidev-slide-loading'),
    )
    expect(problems).toEqual([])
    await endVisit(page)
  })
})
