import type { Page } from 'playwright-core'
import { describe, it } from 'vitest'
import { openSlide, settle } from '../../scripts/deck-page'
import { slides, url } from './deck'
import { endVisit, useBrowser, visitor } from './visits'
import { expectShown, newWindow, openWindows } from './windows'

const browser = useBrowser()
const HEADCOUNT = slides.find(({ id }) => id === 'headcount-chart')!.no
const THERE = { no: HEADCOUNT, clicks: 2 }

/** The two windows at the second click of the headcount, and a blank one that keeps the browser's memory when both are closed. */
async function inTheMiddle() {
  const { presenter, audience } = await openWindows(browser(), HEADCOUNT)
  const blank = await newWindow(presenter)
  for (const clicks of [1, 2]) {
    await presenter.keyboard.press('PageDown')
    await Promise.all([presenter, audience].map(page => expectShown(page, { no: HEADCOUNT, clicks })))
  }
  const open = async (address: string): Promise<Page> => {
    const page = await newWindow(blank)
    await page.goto(url + address)
    return page
  }
  return { presenter, audience, blank, open }
}

describe('in the middle of a talk', () => {
  it('both windows come back from a reload, and go on together', async () => {
    const { presenter, audience } = await inTheMiddle()
    for (const page of [presenter, audience, presenter]) {
      await page.reload()
      await settle(page, HEADCOUNT)
      await Promise.all([presenter, audience].map(page => expectShown(page, THERE)))
    }
    await presenter.keyboard.press('PageDown')
    await Promise.all([presenter, audience].map(page => expectShown(page, { no: HEADCOUNT + 1, clicks: 0 })))
    await endVisit(presenter)
  })

  it.each([['audience', ''], ['presenter', 'presenter/'], ['presenter', 'presenter']] as const)('a closed %s window opened again at "/%s" comes to the other', async (closed, address) => {
    const windows = await inTheMiddle()
    await windows[closed].close()
    const again = await windows.open(address)
    const other = closed === 'audience' ? windows.presenter : windows.audience
    await expectShown(again, THERE)
    await settle(again, HEADCOUNT)
    await Promise.all([again, other].map(page => expectShown(page, THERE)))
    await again.keyboard.press('PageUp')
    await Promise.all([again, other].map(page => expectShown(page, { no: HEADCOUNT, clicks: 1 })))
    await endVisit(other)
  })

  it('both windows closed and opened again, without a slide\'s number, are where they were', async () => {
    const { presenter, audience, blank, open } = await inTheMiddle()
    // The audience's step counts as well: a clicker may act on either window.
    await audience.keyboard.press('PageDown')
    await Promise.all([presenter, audience].map(page => expectShown(page, { no: HEADCOUNT + 1, clicks: 0 })))
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

describe('without a talk', () => {
  it('a visitor starts at the first slide, wherever the last visit ended', async () => {
    const page = await visitor(browser())
    await openSlide(page, url, HEADCOUNT)
    const next = await page.context().newPage()
    await page.close()
    await next.goto(url)
    await expectShown(next, { no: 1, clicks: 0 })
    await endVisit(next)
  })

  it('so does the speaker, three hours after the last step', async () => {
    const { presenter, audience, open } = await inTheMiddle()
    await audience.close()
    await presenter.evaluate(() => {
      const key = Object.keys(localStorage).find(key => key.endsWith(' - talk'))!
      localStorage.setItem(key, JSON.stringify({ ...JSON.parse(localStorage.getItem(key)!) as object, at: Date.now() - 3 * 60 * 60 * 1000 }))
    })
    await presenter.close()
    const page = await open('')
    await expectShown(page, { no: 1, clicks: 0 })
    await page.waitForURL(`${url}1`)
    await endVisit(page)
  })
})
