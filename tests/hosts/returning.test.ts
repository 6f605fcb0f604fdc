import { cp, rm } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { expect, inject, it } from 'vitest'
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
  // A window that a presenter leads is offered nothing: all are closed, and opened again.
  await page.goto(`${server.url}3/?clicks=1`)
  const isWaiting = () => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting?.state)
  await expect.poll(isWaiting, { timeout: PATIENCE, interval: 1000 }).toBe('installed')
  const later = await page.context().newPage()
  later.setDefaultTimeout(PATIENCE)
  await later.goto('about:blank')
  await page.close()
  // Now nobody is left whom the old worker serves; the browser takes a moment to see that.
  await later.waitForTimeout(5000)
  const problems = watchProblems(later, server.origin)
  await later.goto(server.url)
  await later.waitForURL(/\/\d+\//)
  expect(later.url()).toBe(`${server.url}${no}/${clicks === '0' ? '' : `?clicks=${clicks}`}`)
  await waitUntilStill(later, Number(no))
  expect(await position(later)).toMatchObject({ no: Number(no), clicks: Number(clicks) })
  const sw = await later.evaluate(async () => (await fetch('/sw.js')).text())
  const kept = async () => later.evaluate(async () => {
    const names = await caches.keys()
    const requests = await Promise.all(names.map(async name => (await caches.open(name)).keys()))
    return requests.flat().map(({ url }) => new URL(url).pathname)
  })
  const isOld = (file: string) => file.startsWith('/icons/') || (/^\/(?:zh\/)?assets\//.test(file) && !sw.includes(path.basename(file)))
  await expect.poll(async () => (await kept()).filter(isOld), { timeout: PATIENCE, interval: 1000 }).toEqual([])
  expect(problems).toEqual([])
  await browser.close()
  await server.close()
  await Promise.all([after, dir].map(dropFolder))
})
