import type { Page, Response } from 'playwright-core'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { closePage, goTo, newDeckPage, openSlide } from '../../addon/node/browser/deck-page'
import { watchProblems } from '../../addon/node/browser/page-problems'
import { brotliSize } from '../../addon/node/site/first-slide'
import { LANDING } from '../parts'
import { builtEditions, noOf, url } from './deck'
import { endVisit, useBrowser, visitor } from './visits'

const browser = useBrowser()
const origin = new URL(url).origin
const CHART = noOf('headcount-chart')

/** Paths of what a page fetches from now on. */
function watchRequests(page: Page): string[] {
  const paths: string[] = []
  page.on('request', request => paths.push(new URL(request.url()).pathname))
  return paths
}

const chartFiles = (paths: string[]) => paths.filter(path => path.includes('chart-parts'))

// What the first slide may weigh, each build proves (`budgets` in deck.ts).
describe('the first slide', () => {
  it('fetches the next slide ahead and no other, and leaves Chart.js alone until a jump to a chart', async () => {
    const page = await newDeckPage(browser())
    const problems = watchProblems(page, origin)
    const paths = watchRequests(page)
    await openSlide(page, url, 1)
    await page.waitForFunction(() => document.querySelectorAll('#slideshow .slidev-layout').length === 2)
    await page.waitForLoadState('networkidle')
    const mounted = page.locator('#slideshow > [data-slidev-no]')
    expect(await mounted.evaluateAll(all => all.map(slide => slide.getAttribute('data-slidev-no')))).toEqual(['1', '2'])
    expect(chartFiles(paths)).toEqual([])
    // Nor does it need faces whose characters stand on other slides only.
    const faces = paths.filter(path => path.includes('.woff'))
    expect(faces.join()).toMatch(/newsreader.*source-sans|source-sans.*newsreader/)
    expect(faces.filter(path => !path.endsWith('.woff2') || path.includes('others'))).toEqual([])
    await goTo(page, CHART)
    expect(chartFiles(paths)).toHaveLength(1)
    expect(paths.filter(path => path.includes('/data/')), 'files for readers, which no chart needs').toEqual([])
    expect(await page.locator('#slideshow [data-chart][data-ready="true"]:visible').count()).toBe(1)
    expect(problems).toEqual([])
    await endVisit(page)
  })

  it('has Chart.js there one step before a chart', async () => {
    const page = await newDeckPage(browser())
    const paths = watchRequests(page)
    await openSlide(page, url, CHART - 1)
    await page.waitForSelector('#slideshow [data-chart][data-ready="true"]', { state: 'attached' })
    expect(chartFiles(paths)).toHaveLength(1)
    await endVisit(page)
  })
})

/** Counts what a page fetches from now on, as most hosts send it. */
function weighRequests(page: Page): () => Promise<{ requests: number, bytes: number }> {
  const sizes: Promise<number>[] = []
  const nameOf = (response: Response) => new URL(response.url()).pathname.replace(/\/$/, '/index.html')
  page.on('response', response => sizes.push(
    response.ok() ? response.body().then(body => brotliSize(nameOf(response), body), () => 0) : Promise.resolve(0),
  ))
  return async () => ({ requests: sizes.length, bytes: (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) })
}

describe.each(Object.entries(builtEditions))('a visit in %s', LANDING, (_, { url, slides }) => {
  it('costs what it shows, and a walk through all slides not much more', async () => {
    const page = await newDeckPage(browser())
    const weigh = weighRequests(page)
    await openSlide(page, url, 1)
    await page.waitForFunction(() => document.querySelectorAll('#slideshow .slidev-layout').length === 2)
    await page.waitForLoadState('networkidle')
    const visit = await weigh()
    for (const { no } of slides)
      await goTo(page, no)
    await page.waitForLoadState('networkidle')
    const walk = await weigh()
    const held = await page.locator('#slideshow > [data-slidev-no]').count()
    await closePage(page)
    expect(visit.requests).toBeLessThanOrEqual(40)
    expect(walk.bytes).toBeLessThan(600_000)
    expect(held, 'slides that are neither shown nor next').toBeLessThan(4)
    expect(visit.bytes).toBeLessThan(200_000)
  })
})

it('the second Chinese slide waits for no face with all other characters', async () => {
  const html = await readFile(path.join(builtEditions.zh.dist, '2/index.html'), 'utf8')
  const faces = Array.from(html.matchAll(/<link rel="preload" href="([^"]*)" as="font"/g), ([, face]) => face!)
  expect(faces.length).toBeGreaterThan(1)
  expect(faces.filter(face => face.includes('others'))).toEqual([])
})

describe.each(Object.entries(builtEditions))('every glyph in %s', LANDING, (_, { url, slides }) => {
  it.each(['print', 'handout'])('on the pages of %s comes from a font of the deck', async (route) => {
    const page = await visitor(browser())
    await page.goto(`${url}${route}?print`)
    await page.waitForFunction(total => document.querySelectorAll('.print-slide-container .slidev-layout').length === total, slides.length)
    await page.evaluate(() => document.fonts.ready)
    const session = await page.context().newCDPSession(page)
    await session.send('DOM.enable')
    await session.send('CSS.enable')
    // Chinese has the faces of titles and figures for those alone: what stood elsewhere would come from the system.
    const { root } = await session.send('DOM.getDocument', { depth: 0 })
    const { nodeIds } = await session.send('DOM.querySelectorAll', {
      nodeId: root.nodeId,
      selector: '#app :is(h1, p, li, td, th, figcaption, caption, text, span, footer, a, dt, dd)',
    })
    const strangers = new Set<string>()
    for (const nodeId of nodeIds) {
      const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId })
      for (const { familyName } of fonts.filter(({ isCustomFont }) => !isCustomFont)) {
        const { outerHTML } = await session.send('DOM.getOuterHTML', { nodeId })
        strangers.add(`${familyName}: ${outerHTML.slice(0, 200)}`)
      }
    }
    expect(nodeIds.length).toBeGreaterThan(300)
    expect([...strangers]).toEqual([])
    await endVisit(page)
  })
})
