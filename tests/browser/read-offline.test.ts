/** @module-tag landing */
import type { Page } from 'playwright-core'
import type { StaticServer } from '../../addon/node/browser/static-server'
import { expect, it } from 'vitest'
import { closePage, newDeckPage, openSlide } from '../../addon/node/browser/deck-page'
import { watchProblems } from '../../addon/node/browser/page-problems'
import { serveDist } from '../../addon/node/browser/static-server'
import { builtEditions, noOf, siteDist, slides } from './deck'
import { HELD_REST, saysKept, WITHOUT_REST } from './rest'
import { useBrowser } from './visits'

const browser = useBrowser()

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

it('the reading page works without a network, with all of its pictures, when nothing else was visited and its reader rested', async () => {
  const asked: string[] = []
  const server = await serveDist({ dir: siteDist, onRequest: path => void asked.push(path) })
  const page = await newDeckPage(browser(), { offline: true })
  await page.addInitScript(HELD_REST)
  await page.goto(`${server.url}read/`)
  await page.waitForLoadState('networkidle')
  const rests = await page.evaluate(() => window.rests.length)
  await page.keyboard.press('Shift')
  expect(await page.evaluate(() => window.rests.length), 'a key begins the rest anew').toBe(rests + 1)
  expect(asked.filter(path => path.endsWith('sw.js'))).toEqual([])
  expect(asked.filter(path => path.includes('/pictures/')).length, 'pictures that nobody has scrolled to').toBeLessThan(6)
  await page.evaluate(() => window.rests.at(-1)!())
  await saysKept(page)
  await cutOff(page, server)
  const problems = watchProblems(page, server.origin)
  await page.reload()
  await seeAllPictures(page)
  expect(problems).toEqual([])
  await closePage(page)
})

it('after a visit to a slide, and a rest, the reading page of each edition opens without a network', async () => {
  const server = await serveDist({ dir: siteDist })
  const page = await newDeckPage(browser(), { offline: true })
  await page.addInitScript(WITHOUT_REST)
  await openSlide(page, server.url, noOf('answer'))
  await page.mouse.move(1, 1)
  await saysKept(page)
  await cutOff(page, server)
  for (const [folder, { facts }] of [['', builtEditions.en], ['zh/', builtEditions.zh]] as const) {
    await page.goto(`${server.url}${folder}read/`)
    expect(await page.locator('h1').textContent()).toBe(facts.title)
  }
  await closePage(page)
})
