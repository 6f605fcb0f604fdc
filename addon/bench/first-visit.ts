import type { Browser, CDPSession, Page } from 'playwright-core'
import type { StaticServer } from '../node/browser/static-server'
import type { Part } from './parts'
import { cp, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import Table from 'cli-table3'
import { ensureBrowser, launchBrowser } from '../node/browser/browser'
import { SLIDE } from '../node/browser/deck-page'
import { readBase, serveDist } from '../node/browser/static-server'
import { log } from '../node/cli/cli'
import { replaceFolder } from '../node/cli/output-folder'
import { ROOT } from '../node/deck'
import { buildSite } from '../node/site/build-site'
import { buildDeck } from '../node/slidev/build-edition'
import { compress, serveContestants } from './contestants'
import { compareFirstKeys } from './first-key'
import { median } from './median'
import { PARTS } from './parts'
import { BANDWIDTH, LATENCY, SLOWDOWN, slowDown } from './slow-visit'
import { compareCosts } from './whole-visit'

/** Slidev fetches all other slides three seconds after its start: they are no part of the first one. */
const WATCH = 2500

/** What one visit to a first slide took: milliseconds since it began, and bytes as transferred. */
interface Visit {
  bytes: Record<string, number>
  requests: number
  fcp: number
  lcp: number
  shift: number
  blocking: number
  /** When the first key press was answered; not for a page without script. */
  ready: number
}

interface Contestant {
  name: string
  url: string
  /** Whether there is a deck that answers to keys. */
  isDeck: boolean
}

/** The same first slide as one page that starts nothing: the deck's page without its scripts. Written beside it, for the fonts. */
async function writeStaticPage(dist: string, name: string): Promise<void> {
  const html = await readFile(path.join(dist, 'index.html'), 'utf8')
  const page = html.replace(/<script\b[^>]*>[\s\S]*?<\/script>|<link[^>]*(?:modulepreload|data-deferred)[^>]*>/g, '')
  await writeFile(path.join(dist, name), page)
}

/** A copy of a build to measure, because what is added for that is no part of a site. */
async function compressedCopy(dist: string, out: string, add: (copy: string) => Promise<void> = async () => {}): Promise<string> {
  readBase(dist)
  return replaceFolder(out, async (draft) => {
    await cp(dist, draft, { recursive: true })
    await add(draft)
    await compress(draft)
  })
}

/** Counts what comes over the network, by type. */
function countTransfers(session: CDPSession): { bytes: Record<string, number>, requests: number } {
  const counted = { bytes: {} as Record<string, number>, requests: 0 }
  const types = new Map<string, string>()
  session.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type))
  session.on('Network.requestWillBeSent', ({ request }) => {
    if (!request.url.startsWith('data:'))
      counted.requests++
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const type = types.get(requestId) ?? 'Other'
    counted.bytes[type] = (counted.bytes[type] ?? 0) + encodedDataLength
  })
  return counted
}

/** Runs in the page before anything else: watches paints, shifts and long tasks. */
const WATCHER = `
  window.seen = { fcp: NaN, lcp: NaN, shift: 0, blocking: 0 }
  const watch = (type, take) => new PerformanceObserver(list => list.getEntries().forEach(take)).observe({ type, buffered: true })
  watch('paint', ({ name, startTime }) => { if (name === 'first-contentful-paint') seen.fcp = startTime })
  watch('largest-contentful-paint', ({ startTime }) => { seen.lcp = startTime })
  watch('layout-shift', ({ value }) => { seen.shift += value })
  watch('longtask', ({ duration }) => { seen.blocking += Math.max(0, duration - 50) })
`

/** Presses a key again and again until the deck answers; the time of that answer. */
async function untilKeyAnswers(page: Page): Promise<number> {
  await page.waitForFunction(() => {
    const app = document.querySelector('#app') as (Element & { __vue_app__?: unknown }) | null
    return app?.__vue_app__ && !document.getElementById('prerendered') && document.querySelector('#slideshow .slidev-layout')
  }, undefined, { polling: 'raf', timeout: 60_000 })
  return page.evaluate(() => performance.now())
}

async function visit(browser: Browser, { url, isDeck }: Contestant): Promise<Visit> {
  const context = await browser.newContext({ viewport: SLIDE, serviceWorkers: 'block' })
  const page = await context.newPage()
  const session = await slowDown(page)
  await page.addInitScript(WATCHER)
  const counted = countTransfers(session)
  await page.goto(url, { waitUntil: 'load', timeout: 60_000 })
  const ready = isDeck ? await untilKeyAnswers(page) : Number.NaN
  const left = WATCH - await page.evaluate(() => performance.now())
  if (left > 0)
    await page.waitForTimeout(left)
  const seen = await page.evaluate(() => (window as unknown as { seen: Omit<Visit, 'bytes' | 'requests' | 'ready'> }).seen)
  const result = { ...seen, ready, bytes: { ...counted.bytes }, requests: counted.requests }
  await context.close()
  return result
}

/** Median of each number over the visits. */
function summary(visits: Visit[]): Visit {
  const of = (pick: (visit: Visit) => number) => median(visits.map(pick))
  const types = [...new Set(visits.flatMap(({ bytes }) => Object.keys(bytes)))]
  return {
    bytes: Object.fromEntries(types.map(type => [type, of(({ bytes }) => bytes[type] ?? 0)])),
    requests: of(({ requests }) => requests),
    fcp: of(({ fcp }) => fcp),
    lcp: of(({ lcp }) => lcp),
    shift: of(({ shift }) => shift),
    blocking: of(({ blocking }) => blocking),
    ready: of(({ ready }) => ready),
  }
}

/** What is measured, and how. */
export interface BenchOptions {
  /** How many visits to each. */
  rounds: number
  /** The folder of the site, from the repository's; a fresh one is built when left out. */
  dist?: string
  /** A commit whose site is measured, too. */
  against?: string
  /** All when left out. */
  part?: Part
}

/**
 * Prints visits to the first slide, side by side: how soon the first key is answered over a slow network, and what a visit costs, beside
 * plain slides of other programs; then what is seen when over a slow network, beside the plain Slidev build of the same slides and one
 * static page with the same slide.
 */
export async function compareFirstVisits({ rounds, dist: built, against, part }: BenchOptions): Promise<void> {
  ensureBrowser()
  if (!built)
    log('building the site, some minutes')
  const dist = built ? path.resolve(ROOT, built) : await buildSite({ out: '.cache/bench-site', base: '/' })
  const parts = part ? [part] : PARTS
  if (parts.includes('keys') || parts.includes('cost'))
    await measureBesideOthers(rounds, dist, against, parts)
  if (parts.includes('visit'))
    await measureFirstVisits(rounds, dist)
}

async function measureBesideOthers(rounds: number, dist: string, against: string | undefined, parts: readonly Part[]): Promise<void> {
  const { contestants, close } = await serveContestants(dist, against)
  const browser = await launchBrowser()
  try {
    if (parts.includes('keys'))
      await compareFirstKeys(browser, contestants, rounds)
    if (parts.includes('cost'))
      await compareCosts(browser, contestants, rounds)
  }
  finally {
    await browser.close()
    await close()
  }
}

async function measureFirstVisits(rounds: number, dist: string): Promise<void> {
  log('building the plain deck, a minute or so')
  process.env.DECK_PLAIN = '1'
  const plain = await buildDeck({ out: '.cache/bench-plain', tell: log })
  delete process.env.DECK_PLAIN
  const page = 'static.html'
  const dirs = [
    await compressedCopy(dist, '.cache/bench-served/site', copy => writeStaticPage(copy, page)),
    await compressedCopy(plain, '.cache/bench-served/plain'),
  ]
  const servers = await Promise.all(dirs.map(dir => serveDist({ dir, gzip: true })))
  const [site, slidev] = servers as [StaticServer, StaticServer]
  const contestants: Contestant[] = [
    { name: 'this site', url: site.url, isDeck: true },
    { name: 'plain Slidev build', url: `${slidev.url}1`, isDeck: true },
    { name: 'static page', url: site.url + page, isDeck: false },
  ]
  const browser = await launchBrowser()
  try {
    const visits = contestants.map((): Visit[] => [])
    log(`visiting each ${rounds} times`)
    for (let round = 0; round < rounds; round++) {
      for (const [index, contestant] of contestants.entries())
        visits[index]!.push(await visit(browser, contestant))
    }
    const kB = (bytes = 0) => (bytes / 1000).toFixed(1)
    const ms = (value: number) => Number.isNaN(value) ? '–' : value.toFixed(0)
    const table = new Table({
      head: ['first visit', 'HTML kB', 'JS kB', 'CSS kB', 'fonts kB', 'requests', 'FCP ms', 'LCP ms', 'shift', 'blocking ms', 'ready ms'],
      style: { head: [], border: [] },
    })
    const results = visits.map(summary)
    for (const [index, { bytes, requests, fcp, lcp, shift, blocking, ready }] of results.entries()) {
      table.push([
        contestants[index]!.name,
        kB(bytes.Document),
        kB(bytes.Script),
        kB(bytes.Stylesheet),
        kB(bytes.Font),
        requests,
        ms(fcp),
        ms(lcp),
        shift.toFixed(3),
        ms(blocking),
        ms(ready),
      ])
    }
    log(
      `Processor ${SLOWDOWN} times slower, ${BANDWIDTH / 1e6} Mbit/s, ${LATENCY} ms round trip; median of ${rounds} cold visits; bytes as `
      + `transferred (gzip) in the first ${WATCH / 1000} s or until the deck answers`,
    )
    log(table.toString())
    log(`LCP of this site: ${(results[0]!.lcp / results[2]!.lcp).toFixed(2)} × the static page (goal: at most 1.3)`)
  }
  finally {
    await browser.close()
    await Promise.all(servers.map(server => server.close()))
  }
}
