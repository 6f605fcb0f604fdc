import type { Page } from 'playwright-core'
import type { StaticServer } from '../../addon/node/browser/static-server'
import { expect, it, vi } from 'vitest'
import { closePage, newDeckPage, openSlide } from '../../addon/node/browser/deck-page'
import { watchProblems } from '../../addon/node/browser/page-problems'
import { serveDist } from '../../addon/node/browser/static-server'
import { builtEditions, noOf, siteDist, slides } from './deck'
import { useBrowser } from './visits'

const browser = useBrowser()

/** Waits until the service worker has kept the pictures of all slides. */
async function keptPictures(page: Page, url: string): Promise<void> {
  const pictures = slides.map(({ id }) => `${url}pictures/${id}.webp`)
  await vi.waitFor(async () => {
    const kept = await page.evaluate(async (pictures) => {
      const found = await Promise.all(pictures.map(picture => caches.match(picture)))
      return found.filter(Boolean).length
    }, pictures)
    expect(kept).toBe(pictures.length)
  }, { timeout: 60_000, interval: 50 })
}

/** Scrolls through the reading page until every picture has been seen. */
async function seeAllPictures(page: Page): Promise<void> {
  expect(await page.locator('img').count()).toBe(slides.length)
  for (const picture of await page.locator('img').all()) {
    await picture.scrollIntoViewIfNeeded()
    const isSeen = () => picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0)
    await expect.poll(isSeen, { timeout: 20_000 }).toBe(true)
  }
}

async function cutOff(page: Page, server: StaticServer): Promise<void> {
  await server.close()
  await page.context().setOffline(true)
}

it('the reading page works without a network when nothing else was visited, and has all of its pictures', async () => {
  const server = await serveDist({ dir: siteDist })
  const page = await newDeckPage(browser(), { offline: true })
  await page.goto(`${server.url}read/`)
  await keptPictures(page, server.url)
  await cutOff(page, server)
  const problems = watchProblems(page, server.origin)
  await page.reload()
  await seeAllPictures(page)
  expect(problems).toEqual([])
  await closePage(page)
})

it('after a visit to a slide the reading page of each edition opens without a network', async () => {
  const server = await serveDist({ dir: siteDist })
  const page = await newDeckPage(browser(), { offline: true })
  await openSlide(page, server.url, noOf('answer'))
  // `ready` waits for the worker's installation, which ends when all files are there.
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await cutOff(page, server)
  for (const [folder, { facts }] of [['', builtEditions.en], ['zh/', builtEditions.zh]] as const) {
    await page.goto(`${server.url}${folder}read/`)
    expect(await page.locator('h1').textContent()).toBe(facts.title)
  }
  await closePage(page)
})
