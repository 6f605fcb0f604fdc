import type { Page } from 'playwright-core'
import type { WalkedSite } from '../engines/served'
import type { StageTalk } from './hall'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { goTo, newDeckPage, openSlide } from '../../addon/node/browser/deck-page'
import { shown } from '../browser/windows'
import { walkedEdition } from '../engines/engine'
import { serveForWalk } from '../engines/served'
import { expectBoth, expectFilled, LAPTOP, PROJECTOR } from './both'
import { missingHall, openHall, shownBy } from './hall'
import { missingForStage } from './missing'
import { asOnFullScreen, differentShare, launchWindowless, MOST_DIFFERENT, MOST_DIFFERENT_SCALED } from './pictures'

const missing = missingForStage() ?? await missingHall()
const PATIENCE = { timeout: 20_000 }
/** Where the pictures are that differ. */
const FAULTS = path.resolve('.cache/stage')

/** Projectors, and the pixels to a CSS pixel. Every slide is seen on the first two; on the others those with a chart or a diagram. */
const PROJECTORS = [
  { width: 1024, height: 768, scale: 1, slides: 'all' },
  { width: 1080, height: 1920, scale: 1, slides: 'all' },
  { width: 1920, height: 1080, scale: 1.25, slides: 'some' },
  { width: 3840, height: 2160, scale: 1, slides: 'some' },
  { width: 3840, height: 2160, scale: 2, slides: 'some' },
  { width: 1280, height: 800, scale: 1, slides: 'some' },
  { width: 1280, height: 1024, scale: 1, slides: 'some' },
  { width: 2560, height: 1080, scale: 1, slides: 'some' },
] as const
const SOME = ['answer', 'headcount-chart', 'timeline', 'offices']

/** Whether the audience's window shows what a page without a window does, at the step at which that is. */
async function difference({ audience }: StageTalk, page: Page): Promise<number> {
  return differentShare(page, await audience.page.screenshot(), await page.screenshot())
}

describe.skipIf(missing)('the talk in real windows', () => {
  const { dist } = inject('sites').talk
  let site: WalkedSite
  beforeAll(async () => {
    site = await serveForWalk(dist)
  })
  afterAll(() => site?.close())

  describe.each(['en', 'zh'] as const)('%s', (id) => {
    it.each(PROJECTORS)('shows on a projector of $width × $height, scale $scale, what it shows without a window', async (projector) => {
      const { width, height, scale } = projector
      const { url, slides } = walkedEdition('talk', id, site)
      const viewport = { width: Math.round(width / scale), height: Math.round(height / scale) }
      const hall = await openHall(LAPTOP, projector, { scale })
      const faults: string[] = []
      try {
        const talk = await hall.present(url)
        expect(talk.opened).toBe('own screen')
        await expectFilled(talk.audience)
        const browser = await launchWindowless(scale)
        const page = await newDeckPage(browser, { viewport, scale })
        await openSlide(page, url, 1)
        await asOnFullScreen(page)
        await talk.presenter.focus()
        await hall.hands('mousemove 300 300')
        for (const slide of slides.filter(({ id }) => projector.slides === 'all' || SOME.includes(id))) {
          if (projector.slides === 'some')
            await hall.hands('key g', `type ${slide.no}`, 'key Return')
          for (let clicks = 0; ; clicks++) {
            await expectBoth(talk, { no: slide.no, clicks })
            await goTo(page, slide.no, clicks)
            const most = scale === 1 ? MOST_DIFFERENT : MOST_DIFFERENT_SCALED
            await expect.poll(() => difference(talk, page), PATIENCE).toBeLessThan(most).catch(async (error: Error) => {
              const name = `${id}-${width}x${height}@${scale}-${slide.id}-${clicks}`
              await mkdir(FAULTS, { recursive: true })
              await writeFile(path.join(FAULTS, `${name}-window.png`), await talk.audience.page.screenshot())
              await writeFile(path.join(FAULTS, `${name}.png`), await page.screenshot())
              // Said at once: the rest takes minutes.
              console.warn(`${name}: ${error.message}; both pictures are in .cache/stage`)
              faults.push(name)
            })
            const { clicksTotal } = await shown(shownBy(talk.audience.page))
            if (slide !== slides.at(-1) || clicks < clicksTotal)
              await hall.hands('key Next')
            if (clicks === clicksTotal)
              break
          }
        }
        await browser.close()
        await talk.close()
      }
      finally {
        await hall.close()
      }
      expect(faults).toEqual([])
    })
  })

  it('goes on where it was after the browser was killed, a window closed, dragged, covered or minimised', async () => {
    const { url, slides } = walkedEdition('talk', 'en', site)
    const [MODEL, FIELD] = ['model', 'headcount-field'].map(name => slides.find(({ id }) => id === name)!.no) as [number, number]
    const hall = await openHall(LAPTOP, PROJECTOR)
    try {
      let talk = await hall.present(url)
      const browser = await launchWindowless()
      const page = await newDeckPage(browser, { viewport: PROJECTOR })
      await openSlide(page, url, 1)
      await asOnFullScreen(page)
      /** What the audience sees, on the projector, is the slide at this step. */
      const expectSeen = async (no: number, clicks: number) => {
        await expectBoth(talk, { no, clicks })
        await goTo(page, no, clicks)
        await expect.poll(() => difference(talk, page), PATIENCE).toBeLessThan(MOST_DIFFERENT)
      }
      await talk.presenter.focus()
      await hall.hands('key g', `type ${MODEL}`, 'key Return', 'key Next')
      await expectSeen(MODEL, 1)

      // Nobody sees the audience's window, and it follows.
      await talk.audience.focus()
      await hall.hands('getactivewindow windowminimize')
      await talk.presenter.focus()
      await hall.hands('key Next')
      await expectBoth(talk, { no: MODEL, clicks: 2 })
      talk = await talk.again()
      await expectFilled(talk.audience)
      await expectSeen(MODEL, 2)

      // As on the evening before: it stands on the laptop, is dragged to the projector, clicked in, and filled.
      await talk.audience.focus()
      await hall.hands('key F11')
      await expectFilled(talk.audience, false)
      await talk.audience.move({ left: 100, top: 60, width: 900, height: 600 })
      await talk.audience.focus()
      // By what is free at the right of its tab.
      await hall.hands('mousemove 640 76', 'mousedown 1', 'mousemove 700 80', 'mousemove 1100 90', 'mousemove 1700 90', 'mousemove 1720 90')
      await hall.hands('mouseup 1')
      await expect.poll(async () => (await talk.audience.bounds()).left, PATIENCE).toBeGreaterThan(LAPTOP.width - 400)
      // The click steps, as on any slide; F fills the screen on which the window is.
      await talk.audience.focus()
      await hall.hands('key f')
      await expectFilled(talk.audience)
      expect(await talk.audience.bounds()).toMatchObject({ left: LAPTOP.width, top: 0, ...PROJECTOR })
      await expectSeen(MODEL, 2)

      // The other window lies over it meanwhile, and nothing of it is late when that goes.
      await talk.presenter.move({ left: LAPTOP.width, top: 0, ...PROJECTOR })
      await talk.presenter.focus()
      await hall.hands('key Prior', 'key Next', 'key g', `type ${FIELD}`, 'key Return', 'key Next')
      await expectBoth(talk, { no: FIELD, clicks: 1 })
      await talk.presenter.move({ left: 0, top: 0, ...LAPTOP })
      await expectSeen(FIELD, 1)

      // Both windows and the whole browser at once, without a word to the disk; what was said a moment before is there.
      await new Promise(resolve => setTimeout(resolve, 500))
      await talk.kill()
      talk = await hall.present(url)
      expect(talk.opened).toBe('own screen')
      await expectFilled(talk.audience)
      await expectSeen(FIELD, 1)
      await talk.presenter.focus()
      await hall.hands('key Down')
      await expectSeen(FIELD + 1, 0)

      // One window closed: the command opens that one again, on its screen.
      await talk.audience.page.close()
      talk = await talk.again()
      expect((await talk.audience.bounds()).left).toBe(LAPTOP.width)
      await expectFilled(talk.audience)
      await expectSeen(FIELD + 1, 0)
      await browser.close()
      await talk.close()
    }
    finally {
      await hall.close()
    }
  })
})
