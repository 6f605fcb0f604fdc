import type { Browser, Page } from 'playwright-core'
import type { Host } from './servers'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { words } from '../../addon/locales'
import { launchBrowser } from '../../addon/node/browser/browser'
import { newDeckPage, position, waitUntilStill } from '../../addon/node/browser/deck-page'
import { watchProblems } from '../../addon/node/browser/page-problems'
import { readBase } from '../../addon/node/browser/static-server'
import { ROOT } from '../../addon/node/deck'
import { WITHOUT_REST } from '../browser/rest'
import { chosenHosts, startHost } from './servers'
import { dropFolder, moveSite } from './site'

/** A site that an earlier commit built: `npm run test:hosts -- --before <folder>`. */
const before = process.env.HOSTS_BEFORE && path.resolve(ROOT, process.env.HOSTS_BEFORE)
/** Where somebody reads. */
const READ = { no: 9, clicks: 1 }
/** Until the deck has been kept, on a machine with other work to do. */
const PATIENCE = 120_000
/** Files that a build names after their content, which a worker keeps by the dozen. */
const MANY = 50

/** Addresses of all that is kept for use without a network; a file whose name stays has a mark of its content behind it. */
function kept(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const names = await caches.keys()
    const requests = await Promise.all(names.map(async name => (await caches.open(name)).keys()))
    return requests.flat().map(({ url }) => url)
  })
}

/** A browser that has been here: where the earlier site could be kept it is, and its worker serves the page. */
async function visitor(browser: Browser, host: Host, isKept: boolean): Promise<Page> {
  const page = await newDeckPage(browser, { offline: true })
  page.setDefaultTimeout(PATIENCE)
  await page.context().addInitScript(WITHOUT_REST)
  await page.goto(`${host.url}${READ.no}/?clicks=${READ.clicks}`)
  if (isKept) {
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
    await page.evaluate(() => navigator.serviceWorker.ready)
    expect((await kept(page)).length).toBeGreaterThan(MANY)
  }
  return page
}

/** Gives a talk in that browser: where it stands is to be found by a window that opens later. */
async function giveTalk(page: Page, host: Host): Promise<{ no: number, clicks: number }> {
  const presenter = await page.context().newPage()
  presenter.setDefaultTimeout(PATIENCE)
  await presenter.goto(`${host.url}presenter/5/`)
  await presenter.waitForFunction(() => document.querySelector('.slidev-presenter, .grid-container'))
  await presenter.keyboard.press('ArrowRight')
  await presenter.waitForURL(/presenter\/5\/?\?clicks=\d/)
  // It is written once the step is drawn.
  await presenter.waitForTimeout(2000)
  const [, no, clicks] = /presenter\/(\d+)\/?\?clicks=(\d+)$/.exec(presenter.url())!
  await presenter.close()
  return { no: Number(no), clicks: Number(clicks) }
}

describe.runIf(before)('a visitor of an earlier commit', () => {
  const site = inject('sites').talk
  let base: string
  let after: string
  let browser: Browser
  beforeAll(async () => {
    base = readBase(before!)
    after = await moveSite(site.dist, new URL(site.url).pathname, base)
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    if (after)
      await dropFolder(after)
  })

  /** Whether all that a page names is of this version. */
  const isNew = async (page: Page) => {
    const names = await page.locator('script[src], link[rel=stylesheet], link[rel=modulepreload]').evaluateAll(
      elements => elements.map(element => new URL(element.getAttribute('src') ?? element.getAttribute('href')!, location.href).pathname),
    )
    return names.every(name => existsSync(path.join(after, name.slice(base.length))))
  }

  describe.each(chosenHosts())('on $name', (kind) => {
    let host: Host
    beforeAll(async () => {
      host = await startHost(kind, before!, base)
    }, 2_000_000)
    afterAll(() => host?.end())

    it('gets this one, at the same slide and click, and keeps nothing of the other', async () => {
      // 4ad0d76 had a folder `icons`, without which its worker was never installed.
      const isKept = base !== '/' || !kind.hides || !existsSync(path.join(before!, kind.hides))
      const [reader, speaker] = [await visitor(browser, host, isKept), await visitor(browser, host, isKept)]
      const given = isKept ? undefined : await giveTalk(speaker, host)
      await host.stop()
      await host.deploy(after)
      await host.start()

      // Whoever reads is shown what she has, if anything, and takes the offer.
      await reader.goto(`${host.url}${READ.no}/?clicks=${READ.clicks}`)
      expect(await isNew(reader)).toBe(!isKept)
      if (isKept) {
        const loaded = reader.waitForEvent('load')
        await Promise.all([loaded, reader.getByRole('button', { name: words.labels.reload, exact: true }).click()])
      }
      await waitUntilStill(reader, READ.no)
      expect(await isNew(reader)).toBe(true)
      expect(reader.url()).toBe(`${host.url}${READ.no}/?clicks=${READ.clicks}`)
      expect(await position(reader)).toMatchObject(READ)

      // Where a talk is given, still with what there was, nothing is offered: its windows are closed, and opened again.
      if (isKept) {
        await speaker.goto(`${host.url}${READ.no}/?clicks=${READ.clicks}`)
        await expect.poll(
          () => speaker.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting?.state),
          { timeout: PATIENCE, interval: 1000 },
        ).toBe('installed')
      }
      const stage = given ?? await giveTalk(speaker, host)
      const later = await speaker.context().newPage()
      later.setDefaultTimeout(PATIENCE)
      await speaker.close()
      // Now nobody is left whom the old worker serves; the browser takes a moment to see that.
      await later.waitForTimeout(5000)
      const problems = watchProblems(later, new URL(host.url).origin)
      await later.goto(host.url)
      await later.waitForURL(/\/\d+\//)
      await waitUntilStill(later, stage.no)
      expect(await isNew(later)).toBe(true)
      expect(later.url()).toBe(`${host.url}${stage.no}/?clicks=${stage.clicks}`)
      expect(await position(later)).toMatchObject(stage)

      const worker = await readFile(path.join(after, 'sw.js'), 'utf8')
      const isGone = (address: string) => {
        const { pathname, searchParams } = new URL(address)
        const isThere = existsSync(path.join(after, decodeURI(pathname).slice(base.length)))
        return !isThere || !worker.includes(searchParams.get('__WB_REVISION__') ?? '')
      }
      for (const page of [reader, later]) {
        await expect.poll(async () => (await kept(page)).length, { timeout: PATIENCE, interval: 1000 }).toBeGreaterThan(MANY)
        await expect.poll(async () => (await kept(page)).filter(isGone), { timeout: PATIENCE, interval: 1000 }).toEqual([])
      }
      expect(problems).toEqual([])
      await Promise.all([reader, later].map(page => page.context().close()))
    })
  })
})
