import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { words as talkWords } from '../../addon/locales'
import { goTo, position, waitUntilStill } from '../../addon/node/browser/deck-page'
import { loadSlides } from '../../addon/node/slidev/slides'
import { words } from '../../locales'
import { editions } from '../../locales/editions'
import { LANDING } from '../parts'
import { builtEditions, noOf, slides, url } from './deck'
import { SPEAKER_WINDOWS, unreadNotes } from './said'
import { endVisit, useBrowser, useDeck, visitor } from './visits'

/** What the speaker meets of this talk; what the addon does for any is tested in `tests/addon`. */
const browser = useBrowser()
const talk = slides.filter(({ act }) => act !== 'appendix')
const details = (await loadSlides())
  .flatMap(({ no, id, frontmatter: { backup } }) => typeof backup === 'string' ? [{ no, id, backup }] : [])
const visible = (page: Page, selector: string) => page.locator(`#slide-content ${selector} >> visible=true`)

describe('the presenter view', () => {
  // Every slide in every window: speaker.long.test.ts.
  it.each(editions)('shows in $language what is said at each click of slides with much to say', LANDING, async ({ id }) => {
    const page = await visitor(browser(), { viewport: { width: 1280, height: 800 } })
    await page.goto(`${builtEditions[id].url}presenter/${noOf('model')}`)
    await waitUntilStill(page, noOf('model'))
    const longest = slides.reduce((one, other) => other.note.length > one.note.length ? other : one)
    const faults: string[] = []
    for (const no of new Set([noOf('model'), noOf('headcount-chart'), longest.no]))
      faults.push(...await unreadNotes(page, no, SPEAKER_WINDOWS.filter((_, index) => index % 2 === 0)))
    expect(faults).toEqual([])
    await endVisit(page)
  })

  it('counts as the foot of the slides does, and tells the pace large enough for a step away', async () => {
    const page = await visitor(browser(), { viewport: { width: 1440, height: 900 } })
    const no = noOf('model')
    await page.goto(`${url}presenter/${no}`)
    await waitUntilStill(page, no)
    const marker = () => visible(page, '.page-marker').textContent()
    const counted = talkWords.labels.slideOf.replace('{n}', String(no)).replace('{total}', String(talk.length))
    expect(await page.locator('.talk-count').allTextContents()).toEqual([counted])
    expect(await marker()).toContain(counted)
    await page.getByRole('button', { name: talkWords.stage.parts.startClock }).click()
    const pace = page.locator('.talk-pace')
    await pace.waitFor()
    expect(await pace.evaluate(element => Number.parseFloat(getComputedStyle(element).fontSize))).toBeGreaterThanOrEqual(16)
    await goTo(page, slides.length)
    expect(await page.locator('.talk-count').allTextContents()).toEqual([`${words.acts.appendix} ${slides.length}`])
    expect(await marker()).toMatch(new RegExp(`${words.acts.appendix} ${slides.length}$`))
    await endVisit(page)
  })
})

describe('the appendix', () => {
  const deck = useDeck(browser)

  it.each(details)('tells more of $no $id on the page that it names, which leads back to the same click', async ({ no, backup }) => {
    const page = deck()
    page.setDefaultTimeout(10_000)
    await goTo(page, no)
    const left = await position(page)
    await visible(page, '.source-line').getByText(words.labels.inDetail).click()
    await waitUntilStill(page, noOf(backup))
    // From the appendix it leads on in it: the way back is to the talk.
    if (no > talk.length)
      return
    await visible(page, '.talk-return').click()
    await waitUntilStill(page, no)
    expect(await position(page)).toEqual(left)
  })

  it('begins with a page that can stand while the room asks: all others by number', async () => {
    const page = deck()
    await goTo(page, talk.length)
    await page.keyboard.press('ArrowRight')
    await waitUntilStill(page, talk.length + 1)
    const links = visible(page, '.backup-list a')
    expect(await links.locator('.backup-number').allTextContents()).toEqual(slides.slice(talk.length + 1).map(({ no }) => String(no)))
    await links.last().click()
    await waitUntilStill(page, slides.length)
  })
})
