import type { Browser, CDPSession, Page } from 'playwright-core'
import type { Contestant } from './contestants'
import Table from 'cli-table3'
import { SLIDE } from '../node/browser/deck-page'
import { log } from '../node/cli/cli'
import { median } from './median'

/** Milliseconds without a request after which the network is quiet, and the longest wait for that. */
const QUIET = 1000
const PATIENCE = 30_000
/** Milliseconds from one key to the next of who walks through all steps; and presses that lead nowhere, after which the walk has ended. */
const PACE = 200
const ENOUGH = 10
/** Steps that no talk has. */
const MOST = 300

/** What one visit cost on an unthrottled machine: milliseconds on the main thread, and what a host was asked for. */
interface Cost {
  task: number
  first: Asked
  walk: Asked
  /** Bytes of the heap after the walk. */
  heap: number
}

interface Asked { bytes: number, requests: number }

async function untilQuiet(page: Page, { asked }: Contestant): Promise<void> {
  const end = Date.now() + PATIENCE
  let [count, since] = [asked.length, Date.now()]
  while (Date.now() - since < QUIET && Date.now() < end) {
    await page.waitForTimeout(50)
    if (asked.length !== count)
      [count, since] = [asked.length, Date.now()]
  }
}

const sum = ({ asked }: Contestant): Asked => ({ bytes: asked.reduce((sum, { size }) => sum + size, 0), requests: asked.length })

/** Milliseconds that the main thread has worked. */
async function taskDuration(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN)
}

async function visit(browser: Browser, contestant: Contestant): Promise<Cost> {
  const context = await browser.newContext({ viewport: SLIDE })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable')
  contestant.asked.length = 0
  await page.goto(contestant.url, { waitUntil: 'load', timeout: 60_000 })
  await untilQuiet(page, contestant)
  const task = await taskDuration(session)
  const first = sum(contestant)
  let place = ''
  for (let [presses, same] = [0, 0]; presses < MOST && same < ENOUGH; presses++) {
    await page.keyboard.press('ArrowRight')
    await page.waitForTimeout(PACE)
    const now = await page.evaluate(() => location.href)
    same = now === place ? same + 1 : 0
    place = now
  }
  await untilQuiet(page, contestant)
  const walk = sum(contestant)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize: heap } = await session.send('Runtime.getHeapUsage')
  await context.close()
  return { task, first, walk, heap }
}

/** Prints what a cold visit costs, unthrottled: until the network is quiet after the first slide, and after all steps. */
export async function compareCosts(browser: Browser, contestants: readonly Contestant[], rounds: number): Promise<void> {
  log(`what a visit costs, ${rounds} to each`)
  const visits = contestants.map((): Cost[] => [])
  for (let round = 0; round < rounds; round++) {
    for (const [index, contestant] of contestants.entries())
      visits[index]!.push(await visit(browser, contestant))
  }
  const table = new Table({
    head: ['cost of a visit', 'TaskDuration ms', 'until quiet kB', 'requests', 'after the walk kB', 'requests', 'heap MB'],
    style: { head: [], border: [] },
  })
  const kB = (bytes: number) => (bytes / 1000).toFixed(0)
  const of = (index: number, pick: (cost: Cost) => number) => median(visits[index]!.map(pick))
  for (const [index, { name }] of contestants.entries()) {
    table.push([
      name,
      of(index, ({ task }) => task).toFixed(0),
      kB(of(index, ({ first }) => first.bytes)),
      of(index, ({ first }) => first.requests),
      kB(of(index, ({ walk }) => walk.bytes)),
      of(index, ({ walk }) => walk.requests),
      (of(index, ({ heap }) => heap) / 1e6).toFixed(1),
    ])
  }
  log(`What a visit costs, unthrottled: medians of ${rounds} cold visits; bytes with brotli, with those of an offline copy that begins`)
  log(table.toString())
  log('The goals: at most 200 kB in 40 requests until quiet, 600 kB for a walk')
  const earlier = contestants.findIndex(({ name }) => name.startsWith('at '))
  if (earlier >= 0) {
    const ratio = (pick: (cost: Cost) => number) => (of(0, pick) / of(earlier, pick)).toFixed(2)
    const times = [ratio(({ task }) => task), ratio(({ heap }) => heap)]
    log(`Beside the site ${contestants[earlier]!.name}: TaskDuration ${times[0]} × (goal: 0.5), heap ${times[1]} × (goal: 0.7)`)
  }
}
