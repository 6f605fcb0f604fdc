import type { Browser, CDPSession, Page } from 'playwright-core'
import type { Contestant } from './contestants'
import Table from 'cli-table3'
import { SLIDE } from '../node/browser/deck-page'
import { log } from '../node/cli/cli'
import { median, sorted } from './median'
import { slowDown } from './slow-visit'

/** Milliseconds from one press to the next of who hammers. */
const PACE = 100
/** Milliseconds after which a press is lost, and after which nobody hammers any more. */
const PATIENCE = 15_000

/** What one visit saw, in milliseconds. */
interface FirstKey {
  /** From navigation to the first paint. */
  painted: number
  /** From the one press, at the first paint, to the next slide on the screen; not a number where there was none. */
  once: number
  /** From navigation to the first other slide on the screen, of who hammers from the first byte on; and how many presses had no answer. */
  hammered: number
  unanswered: number
}

interface Seen { heading: string, at: number }

/** Runs in each page before anything else: tells when it is painted first, and which heading each frame shows. Times since 1970. */
const WATCHER = `
  if (self === top) {
    const shown = () => [...document.querySelectorAll('h1, h2')].find((heading) => {
      const { left, right, top, bottom, width } = heading.getBoundingClientRect()
      return width > 0 && right > 0 && left < innerWidth && bottom > 0 && top < innerHeight
        && heading.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    })?.textContent.replace(/\\s+/g, ' ').trim() ?? ''
    let last = ''
    requestAnimationFrame(function look() {
      const heading = shown()
      if (heading !== last) {
        last = heading
        const tell = () => benchSeen(heading, performance.timeOrigin + performance.now(), performance.timeOrigin)
        // After this frame has been drawn.
        requestAnimationFrame(() => setTimeout(tell))
      }
      requestAnimationFrame(look)
    })
    addEventListener('keydown', ({ timeStamp }) => benchPressed(performance.timeOrigin + timeStamp), true)
    new PerformanceObserver((list) => {
      for (const { name, startTime } of list.getEntries())
        name === 'first-contentful-paint' && benchPainted(performance.timeOrigin + startTime, performance.timeOrigin)
    }).observe({ type: 'paint', buffered: true })
  }
`

interface Watched {
  page: Page
  session: CDPSession
  seen: Seen[]
  pressed: number[]
  /** When the navigation began, and when it was painted first. */
  begun: () => number
  painted: Promise<number>
}

async function watch(browser: Browser): Promise<Watched> {
  const context = await browser.newContext({ viewport: SLIDE, serviceWorkers: 'block' })
  const page = await context.newPage()
  const session = await slowDown(page)
  const seen: Seen[] = []
  const pressed: number[] = []
  let begun = Number.NaN
  let tellPainted = (_at: number) => {}
  const painted = new Promise<number>(resolve => tellPainted = resolve)
  await page.exposeFunction('benchSeen', (heading: string, at: number, origin: number) => {
    begun = Number.isNaN(begun) ? origin : begun
    seen.push({ heading, at })
  })
  await page.exposeFunction('benchPressed', (at: number) => void pressed.push(at))
  await page.exposeFunction('benchPainted', (at: number, origin: number) => {
    begun = Number.isNaN(begun) ? origin : begun
    tellPainted(at)
  })
  await page.addInitScript(WATCHER)
  return { page, session, seen, pressed, begun: () => begun, painted }
}

/** Sends a key without waiting for the page, as a hand does. */
function press(session: CDPSession): void {
  const key = { key: 'ArrowRight', code: 'ArrowRight', windowsVirtualKeyCode: 39 }
  session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key }).catch(() => {})
  session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key }).catch(() => {})
}

/** Waits until another heading is seen than the first slide's. */
async function other(page: Page, seen: Seen[], first: string): Promise<Seen | undefined> {
  const end = Date.now() + PATIENCE
  while (Date.now() < end) {
    const found = seen.find(({ heading }) => heading !== '' && heading !== first)
    if (found)
      return found
    await page.waitForTimeout(10)
  }
  return undefined
}

/** The heading of the first slide, when nobody presses anything. */
async function firstHeading(browser: Browser, { url }: Contestant): Promise<string> {
  const { page, seen } = await watch(browser)
  await page.goto(url, { timeout: 60_000 })
  // On a slow machine it may come long after all has been loaded.
  await other(page, seen, '')
  await page.waitForTimeout(1000)
  await page.context().close()
  return seen.at(-1)?.heading ?? ''
}

async function pressOnce(browser: Browser, { url }: Contestant, first: string): Promise<Pick<FirstKey, 'painted' | 'once'>> {
  const { page, session, seen, pressed, begun, painted } = await watch(browser)
  await page.goto(url, { waitUntil: 'commit', timeout: 60_000 })
  const at = await painted
  press(session)
  const found = await other(page, seen, first)
  await page.context().close()
  return { painted: at - begun(), once: found && pressed[0] ? found.at - pressed[0] : Number.NaN }
}

async function hammer(browser: Browser, { url }: Contestant, first: string): Promise<Pick<FirstKey, 'hammered' | 'unanswered'>> {
  const { page, session, seen, begun } = await watch(browser)
  const times: number[] = []
  let timer: NodeJS.Timeout | undefined
  page.once('response', () => timer = setInterval(() => {
    times.push(Date.now())
    press(session)
  }, PACE))
  await page.goto(url, { waitUntil: 'commit', timeout: 60_000 })
  const found = await other(page, seen, first)
  clearInterval(timer)
  await page.context().close()
  return {
    hammered: found ? found.at - begun() : Number.NaN,
    unanswered: found ? times.filter(time => time < found.at).length : times.length,
  }
}

const ms = (value: number | undefined) => value === undefined || Number.isNaN(value) ? '–' : value.toFixed(0)
const minAndMedian = (values: number[]) => `${ms(sorted(values)[0])} / ${ms(median(values))}`

/** Prints how soon the first key is answered, on cold visits over a slow network, each contestant in turn. */
export async function compareFirstKeys(browser: Browser, contestants: readonly Contestant[], rounds: number): Promise<void> {
  const firsts: string[] = []
  for (const contestant of contestants)
    firsts.push(await firstHeading(browser, contestant))
  const visits = contestants.map((): FirstKey[] => [])
  log(`the first key, ${2 * rounds} visits to each`)
  for (let round = 0; round < rounds; round++) {
    for (const [index, contestant] of contestants.entries()) {
      visits[index]!.push({
        ...await pressOnce(browser, contestant, firsts[index]!),
        ...await hammer(browser, contestant, firsts[index]!),
      })
    }
  }
  const table = new Table({
    head: ['first key', 'FCP ms', 'pressed once at FCP: answered after ms', 'lost', 'hammered: first change ms', 'presses unanswered'],
    style: { head: [], border: [] },
  })
  for (const [index, { name }] of contestants.entries()) {
    const of = (pick: (visit: FirstKey) => number) => visits[index]!.map(pick)
    const once = of(visit => visit.once)
    table.push([
      name,
      minAndMedian(of(({ painted }) => painted)),
      minAndMedian(once),
      `${once.filter(value => Number.isNaN(value)).length} of ${once.length}`,
      minAndMedian(of(({ hammered }) => hammered)),
      ms(median(of(({ unanswered }) => unanswered))),
    ])
  }
  log(`The first key: minimum / median of ${rounds} cold visits each; hammered every ${PACE} ms from the first byte on`)
  log(table.toString())
  const hammered = (start: string) =>
    median(visits[contestants.findIndex(({ name }) => name.startsWith(start))]!.map(({ hammered }) => hammered))
  log([
    `Hammered, first change of this site: ${(hammered('this site') / hammered('reveal.js')).toFixed(2)} × reveal.js (goal: at most 1.0)`,
    `${(hammered('this site') / hammered('plain Slidev')).toFixed(2)} × plain Slidev (goal: at most 0.35)`,
    ...contestants.some(({ name }) => name.startsWith('five slides'))
      ? [`five slides ${(hammered('five slides') / hammered('reveal.js')).toFixed(2)} × reveal.js`]
      : [],
    'pressed once: the goal is 150 ms, none lost',
  ].join('; '))
}
