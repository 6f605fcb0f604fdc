import type { Page } from 'playwright-core'
import { goTo } from '../../addon/node/browser/deck-page'

/**
 * Windows that a speaker has: laptops, a large screen, an old projector, tablets, also held upright; filling the screen, and with
 * what a browser and a system have above and below their pages.
 */
export const SPEAKER_WINDOWS = [
  [1280, 800],
  [1366, 768],
  [1366, 600],
  [1920, 1080],
  [768, 1024],
  [1024, 768],
  [1280, 650],
  [820, 1180],
  [1920, 930],
  [1024, 640],
] as const

/** Smaller than this nobody reads notes at arm's length. Pixels. */
const READABLE = 20

/**
 * What of a presenter's notes cannot be read when it is to be said, at each click of a slide, in windows of some sizes: smaller than can be
 * read from where one stands, or above or below what is seen. What is longer than the whole box must be seen from its beginning.
 * @param page the presenter's window
 * @param no of the slide
 * @param windows their sizes
 */
export async function unreadNotes(page: Page, no: number, windows: readonly (readonly [number, number])[]): Promise<string[]> {
  const before = page.viewportSize()!
  const faults: string[] = []
  await goTo(page, no)
  const { clicksTotal } = await page.evaluate(() => ({ clicksTotal: window.deckNav().clicksTotal }))
  for (let clicks = 0; clicks <= clicksTotal; clicks++) {
    await goTo(page, no, clicks)
    for (const [width, height] of windows) {
      await page.setViewportSize({ width, height })
      const found = await page.evaluate(async ([clicks, readable]) => {
        await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))
        const note = document.querySelector('.slidev-note')!
        const box = note.getBoundingClientRect()
        const marks = [...note.querySelectorAll<HTMLElement>('.slidev-note-click-mark')]
        const from = marks.findLast(mark => Number(mark.dataset.clicks) <= clicks)
        const to = marks.find(mark => Number(mark.dataset.clicks) > clicks)
        const said = document.createRange()
        said.selectNodeContents(note)
        if (from)
          said.setStartBefore(from)
        if (to)
          said.setEndBefore(to)
        // The paragraph for questions is not said unasked.
        else if (note.childElementCount > 1 && !note.lastElementChild!.contains(from ?? null))
          said.setEndBefore(note.lastElementChild!)
        const { top, bottom } = said.getBoundingClientRect()
        const { fontSize, lineHeight } = getComputedStyle(note)
        const line = Number.parseFloat(lineHeight)
        return [
          ...Number.parseFloat(fontSize) < readable ? [`${fontSize} is too small`] : [],
          ...top < box.top - 3 ? [`${Math.round((box.top - top) / line)} lines are above`] : [],
          // A line of air after a paragraph need not be seen.
          ...bottom - top <= box.height && bottom > box.bottom + line ? [`${Math.round((bottom - box.bottom) / line)} lines are below`] : [],
        ]
      }, [clicks, READABLE] as const)
      faults.push(...found.map(fault => `slide ${no}, click ${clicks}, ${width} × ${height}: ${fault}`))
    }
    await page.setViewportSize(before)
  }
  return faults
}
