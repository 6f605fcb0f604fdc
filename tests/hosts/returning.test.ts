import { cp, rm } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { expect, inject, it } from 'vitest'
import { words } from '../../addon/locales'
import { launchBrowser } from '../../addon/node/browser/browser'
import { newDeckPage, position, waitUntilStill } from '../../addon/node/browser/deck-page'
import { watchProblems } from '../../addon/node/browser/page-problems'
import { serveDist } from '../../addon/node/browser/static-server'
import { ROOT } from '../../addon/node/deck'
import { dropFolder, moveSite, newFolder } from './site'

/** A site that an earlier commit built, for a domain's root: `npm run test:hosts -- --before <folder>`. */
const before = process.env.HOSTS_BEFORE
/** Until a visitor rests, and the deck has been kept, on a machine with other work to do. */
const PATIENCE = 200_000

it.runIf(before)('a visitor of an earlier commit gets this one, at the same slide and click, and keeps nothing of the other', async () => {
  const { dist, url: siteUrl } = inject('sites').talk
  const after = await moveSite(dist, new URL(siteUrl).pathname, '/')
  const dir = await newFolder()
  await cp(path.resolve(ROOT, before!), dir, { recursive: true })
  const server = await serveDist({ dir, base: '/' })
  const browser = await launchBrowser()
  const page = await newDeckPage(browser, { offline: true })
  page.setDefaultTimeout(PATIENCE)
  const assets = () => page.evaluate(async () => {
    const names = await caches.keys()
    const requests = await Promise.all(names.map(async name => (await caches.open(name)).keys()))
    return requests.flat().map(({ url }) => new URL(url).pathname)
  })

  await page.goto(`${server.url}3/?clicks=1`)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await page.evaluate(() => navigator.serviceWorker.ready)
  // The talk is given: where it stands is to be found by a window that opens later.
  const presenter = await page.context().newPage()
  presenter.setDefaultTimeout(PATIENCE)
  await presenter.goto(`${server.url}presenter/5/`)
  await presenter.waitForFunction(() => document.querySelector('#slideshow, .slidev-presenter, .grid-container') !== null)
  await presenter.keyboard.press('ArrowRight')
  await presenter.waitForTimeout(2000)
  const [, no, clicks = '0'] = /presenter\/(\d+)\/?(?:\?clicks=(\d+))?$/.exec(presenter.url())!
  await presenter.close()
  const old = await assets()
  expect(old.length).toBeGreaterThan(50)

  await rm(dir, { recursive: true })
  await cp(after, dir, { recursive: true })
  const problems = watchProblems(page, server.origin)
  await page.goto(`${server.url}3/?clicks=1`)
  // What the old version says of a new one.
  const notice = page.locator('[aria-live=polite]').filter({ hasText: words.labels.newVersion })
  const loaded = page.waitForEvent('load')
  await notice.getByRole('button', { name: words.labels.reload }).click()
  await loaded
  await waitUntilStill(page, 3)
  expect(await position(page)).toMatchObject({ no: 3, clicks: 1 })
  expect(page.url()).toBe(`${server.url}3/?clicks=1`)
  const known = (await page.evaluate(async () => (await fetch('/sw.js')).text()))
  await expect.poll(async () => {
    const kept = await assets()
    // The files of the window before are kept beside until none of it is left.
    return kept.filter(file => /^\/(?:zh\/)?assets\//.test(file) && !known.includes(path.basename(file))).length
  }, { timeout: PATIENCE, interval: 1000 }).toBeLessThan(old.length)
  await page.reload()
  await waitUntilStill(page, 3)
  const kept = await assets()
  expect(kept.filter(file => file.startsWith('/icons/'))).toEqual([])
  expect(problems).toEqual([])
  const again = await page.context().newPage()
  again.setDefaultTimeout(PATIENCE)
  await again.goto(server.url)
  await again.waitForURL(/\/\d+\//)
  expect(again.url()).toBe(`${server.url}${no}/${clicks === '0' ? '' : `?clicks=${clicks}`}`)
  await browser.close()
  await server.close()
  await Promise.all([after, dir].map(dropFolder))
})
