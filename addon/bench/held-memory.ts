import type { CDPSession, Page } from 'playwright-core'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { launchOptions } from '../node/browser/browser'
import { newDeckPage, openSlide } from '../node/browser/deck-page'
import { serveDist } from '../node/browser/static-server'
import { log } from '../node/cli/cli'
import { deck, ROOT } from '../node/deck'
import { buildDeck } from '../node/slidev/build-edition'
import { loadSlides } from '../node/slidev/slides'

/** Long enough for one animation (450 ms) at any speed, milliseconds. */
const WATCH = 600
/** Rounds until the browser has compiled and cached what it will; only later ones are compared. */
const WARM_UP = 3
/** What may be added between the first and the last round compared: caches breathe, a leak of one chart a slide does not hide in it. */
const ALLOWED = { heap: 1.03, nodes: 1.01, listeners: 1.01 }

/** What the browser holds after a garbage collection. */
interface Holding { heap: number, nodes: number, listeners: number }

async function holding(session: CDPSession): Promise<Holding> {
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize: heap } = await session.send('Runtime.getHeapUsage')
  const { nodes, jsEventListeners: listeners } = await session.send('Memory.getDOMCounters')
  return { heap, nodes, listeners }
}

/** Walks through every click of the slides, and enlarges each exhibit on the way, with all animations. */
async function walk(page: Page, slides: { no: number, clicks: number }[]): Promise<void> {
  for (const { no, clicks } of slides) {
    for (let click = 0; click <= clicks; click++) {
      await page.evaluate(([no, click]) => window.deckNav().go(no, click), [no, click] as const)
      await page.waitForTimeout(WATCH)
    }
    for (const key of ['e', 'e', 'b', 'b']) {
      await page.keyboard.press(key)
      await page.waitForTimeout(WATCH)
    }
  }
}

/**
 * Goes through the slides with charts again and again, and prints what the browser holds after each round, and a verdict.
 * @param minutes how long
 * @param built the folder of a built deck, from the repository's; a fresh one is built when left out
 * @throws when the browser holds more and more
 */
export async function watchMemory(minutes: number, built: string | undefined): Promise<void> {
  const options = launchOptions()
  if (!built)
    log('building the deck, a minute or so')
  const dist = built ? path.resolve(ROOT, built) : await buildDeck({ out: '.cache/soak', tell: log })
  const slides = (await loadSlides())
    .filter(({ id }) => deck.charts?.includes(id))
    .map(({ no, frontmatter }) => ({ no, clicks: Number(frontmatter.clicks ?? 0) }))
  const server = await serveDist({ dir: dist })
  // Without V8's compiler, whose code and type feedback grow for a while: what is left is what the deck holds.
  const browser = await chromium.launch({ ...options, args: [...options.args ?? [], '--js-flags=--jitless --no-lazy-feedback-allocation'] })
  try {
    const page = await newDeckPage(browser)
    await page.emulateMedia({ reducedMotion: 'no-preference' })
    await openSlide(page, server.url, slides[0]!.no)
    const session = await page.context().newCDPSession(page)
    const rounds: Holding[] = []
    const end = Date.now() + minutes * 60_000
    log(['round', 'minutes', 'heap MB', 'nodes', 'listeners'].join('\t'))
    while (Date.now() < end || rounds.length < WARM_UP + 2) {
      await walk(page, slides)
      const now = await holding(session)
      rounds.push(now)
      log(
        [rounds.length, ((Date.now() - end) / 60_000 + minutes).toFixed(1), (now.heap / 2 ** 20).toFixed(2), now.nodes, now.listeners].join(
          '\t',
        ),
      )
    }
    const [first, last] = [rounds[WARM_UP]!, rounds.at(-1)!]
    const grown = (Object.keys(ALLOWED) as (keyof Holding)[]).filter(kind => last[kind] > first[kind] * ALLOWED[kind])
    if (grown.length > 0)
      throw new Error(`Not flat: more ${grown.join(' and ')} after round ${rounds.length} than after round ${WARM_UP + 1}.`)
    log(`Flat: no more heap, nodes or listeners after round ${rounds.length} than after round ${WARM_UP + 1}.`)
  }
  finally {
    await browser.close()
    await server.close()
  }
}
