import type { Page } from 'playwright-core'
import path from 'node:path'
import { ensureBrowser, launchBrowser } from '../node/browser/browser'
import { DECK_NAV, SLIDE } from '../node/browser/deck-page'
import { serveDist } from '../node/browser/static-server'
import { log } from '../node/cli/cli'
import { deck, ROOT } from '../node/deck'
import { buildDeck } from '../node/slidev/build-edition'
import { loadSlides } from '../node/slidev/slides'

/** A frame that takes longer than this is seen as a jerk. */
const SMOOTH = 1000 / 30
/** How much slower than this machine the stage's computer may be. */
const SLOWDOWN = 4
const ROUNDS = 12
/** Long enough for one animation (450 ms) at any speed. */
const WATCH = 700

/** Times between frames, in milliseconds, while a slide's charts animate through its clicks and back. */
function frames(page: Page, no: number, clicks: number): Promise<number[]> {
  return page.evaluate(async ({ no, clicks, rounds, watch }) => {
    const nav = window.deckNav()
    const times: number[] = []
    const record = (duration: number) => new Promise<void>((resolve) => {
      const start = performance.now()
      let last = start
      requestAnimationFrame(function frame(now) {
        if (now > last)
          times.push(now - last)
        last = Math.max(last, now)
        if (now - start < duration)
          requestAnimationFrame(frame)
        else
          resolve()
      })
    })
    for (let round = 0; round < rounds; round++) {
      for (let click = 0; click <= clicks; click++) {
        await nav.go(no, click)
        await record(watch)
      }
    }
    return times
  }, { no, clicks, rounds: ROUNDS, watch: WATCH })
}

const quantile = (sorted: number[], share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN

/**
 * Prints frame times of the slides with charts, in motion, on a processor that is slowed down.
 * @param built the folder of a built deck, from the repository's; a fresh one is built when left out
 */
export async function measureFrames(built: string | undefined): Promise<void> {
  ensureBrowser()
  if (!built)
    log('building the deck, a minute or so')
  const dist = built ? path.resolve(ROOT, built) : await buildDeck({ out: '.cache/bench', tell: log })
  const server = await serveDist({ dir: dist })
  const browser = await launchBrowser()
  try {
    const context = await browser.newContext({ viewport: SLIDE, reducedMotion: 'no-preference' })
    await context.addInitScript(DECK_NAV)
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    log(
      `Frame times while charts animate, processor ${SLOWDOWN} times slower, ${ROUNDS} rounds; goal: 90 % of frames within `
      + `${SMOOTH.toFixed(1)} ms`,
    )
    log(['slide', 'frames', 'median ms', '90 % ms', '99 % ms', 'within goal'].join('\t'))
    for (const { no, id, frontmatter } of (await loadSlides()).filter(({ id }) => deck.charts?.includes(id))) {
      await page.goto(`${server.url}${no}`)
      await page.waitForFunction(
        () =>
          document.querySelector('#slide-content [data-exhibit]')
          && !document.querySelector('#slide-content [data-chart][data-ready="false"]'),
      )
      await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
      const times = (await frames(page, no, Number(frontmatter.clicks ?? 0))).sort((a, b) => a - b)
      await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
      const within = times.filter(time => time <= SMOOTH).length / times.length
      log(
        [id, times.length, ...[0.5, 0.9, 0.99].map(share => quantile(times, share).toFixed(1)), `${(within * 100).toFixed(1)} %`].join(
          '\t',
        ),
      )
    }
  }
  finally {
    await browser.close()
    await server.close()
  }
}
