import type { WalkedSite } from '../engines/served'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { closePage, goTo, newDeckPage, openSlide } from '../../addon/node/browser/deck-page'
import { useBrowser } from '../browser/visits'
import { shown } from '../browser/windows'
import { walkedEdition } from '../engines/engine'
import { serveForWalk } from '../engines/served'
import { missingHall, openHall, shownBy } from './hall'
import { missingForStage } from './missing'
import { differentShare, MOST_DIFFERENT } from './pictures'

const missing = missingForStage() ?? await missingHall()
const LAPTOP = { width: 1366, height: 768 }
const PATIENCE = { timeout: 20_000 }

/** Projectors, and the pixels to a CSS pixel. Every slide is seen on the first; on the others only those with a chart or a diagram. */
const PROJECTORS = [
  { width: 1024, height: 768, scale: 1 },
  { width: 1080, height: 1920, scale: 1 },
  { width: 1920, height: 1080, scale: 1.25 },
  { width: 3840, height: 2160, scale: 1 },
  { width: 3840, height: 2160, scale: 2 },
]
const SOME = ['answer', 'headcount-chart', 'timeline', 'offices']

describe.skipIf(missing)('the talk in real windows', () => {
  const { dist } = inject('sites').talk
  const browser = useBrowser()
  let site: WalkedSite
  beforeAll(async () => {
    site = await serveForWalk(dist)
  })
  afterAll(() => site?.close())

  describe.each(['en', 'zh'] as const)('%s', (id) => {
    it.each(PROJECTORS)('shows on a projector of $width × $height, scale $scale, what it shows without a window', async (projector) => {
      const { width, height, scale } = projector
      const isWhole = projector === PROJECTORS[0]
      const { url, slides } = walkedEdition('talk', id, site)
      const viewport = { width: Math.round(width / scale), height: Math.round(height / scale) }
      const hall = await openHall(LAPTOP, projector, scale)
      const faults: string[] = []
      try {
        const talk = await hall.present(url)
        expect(talk.opened).toBe('own screen')
        await expect.poll(async () => (await talk.audience.bounds()).windowState, PATIENCE).toBe('fullscreen')
        const page = await newDeckPage(browser(), { viewport, scale })
        await openSlide(page, url, 1)
        await talk.presenter.focus()
        await hall.hands('mousemove 300 300')
        for (const slide of isWhole ? slides : slides.filter(({ id }) => SOME.includes(id))) {
          if (!isWhole)
            await hall.hands('key g', `type ${slide.no}`, 'key Return')
          for (let clicks = 0; ; clicks++) {
            await expect.poll(() => shown(shownBy(talk.audience.page)).catch(() => {}), PATIENCE).toMatchObject({ no: slide.no, clicks })
            await goTo(page, slide.no, clicks)
            const difference = async () => differentShare(page, await talk.audience.page.screenshot(), await page.screenshot())
            await expect.poll(difference, PATIENCE).toBeLessThan(MOST_DIFFERENT).catch(error => faults.push(`${slide.id}, click ${clicks}: ${error}`))
            const { clicksTotal } = await shown(talk.audience.page)
            const isLast = slide === slides.at(-1) && clicks === clicksTotal
            if (!isLast)
              await hall.hands('key Next')
            if (clicks === clicksTotal)
              break
          }
        }
        await closePage(page)
        await talk.close()
      }
      finally {
        await hall.close()
      }
      expect(faults).toEqual([])
    })
  })

  it('goes on where it was after the browser was killed, a window closed, dragged, covered or minimised', async () => {
    const { url } = walkedEdition('talk', 'en', site)
    const hall = await openHall(LAPTOP, { width: 1024, height: 768 })
    try {
      let talk = await hall.present(url)
      const expectBoth = async (expected: object) => {
        for (const { page } of [talk.presenter, talk.audience])
          await expect.poll(() => shown(shownBy(page)).catch(() => {}), PATIENCE).toMatchObject(expected)
      }
      await talk.presenter.focus()
      await hall.hands('key Down', 'key Next')
      await expectBoth({ no: 2, clicks: 1 })

      // Nobody sees the audience's window, and it follows.
      await talk.audience.setState('minimized')
      await hall.hands('key Next')
      await expectBoth({ no: 2, clicks: 2 })
      talk = await talk.again()
      await expectBoth({ no: 2, clicks: 2 })

      // Both windows and the whole browser at once, without a word to the disk; what was said a moment before is there.
      await new Promise(resolve => setTimeout(resolve, 500))
      await talk.kill()
      talk = await hall.present(url)
      expect(talk.opened).toBe('own screen')
      await expectBoth({ no: 2, clicks: 2 })
      await talk.presenter.focus()
      await hall.hands('key Down')
      await expectBoth({ no: 3, clicks: 0 })

      // One window closed: the command opens that one again, on its screen.
      await talk.audience.page.close()
      talk = await talk.again()
      expect((await talk.audience.bounds()).left).toBe(LAPTOP.width)
      await expectBoth({ no: 3, clicks: 0 })
      await talk.close()
    }
    finally {
      await hall.close()
    }
  })
})
