import type { Page } from 'playwright-core'
import type { StaticServer } from '../../addon/node/browser/static-server'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closePage, goTo, newDeckPage, openSlide } from '../../addon/node/browser/deck-page'
import { watchProblems } from '../../addon/node/browser/page-problems'
import { readBase, serveDist } from '../../addon/node/browser/static-server'
import { CONTENT_SECURITY_POLICY } from '../../addon/node/site/head-tags'
import { editions } from '../../fixture/editions'
import { built, few, noOf, SCHEMES, siteDist, slides } from '../browser/deck'
import { readHeaders } from '../browser/host-headers'
import { useBrowser } from '../browser/visits'
import { LANDING } from '../parts'

const CHART = noOf('chart')
const browser = useBrowser()
const headers = readHeaders(readFileSync(path.join(siteDist, '_headers'), 'utf8'))

let server: StaticServer
beforeAll(async () => {
  server = await serveDist({ dir: siteDist, headersFor: local => headers(readBase(siteDist) + local.slice(1)) })
})
afterAll(() => server.close())

/** A page that also collects what the policy forbids. In the light scheme its visitor keeps the deck for offline use. */
async function watchedPage(dark: boolean): Promise<{ page: Page, problems: string[] }> {
  const page = await newDeckPage(browser(), { dark, offline: !dark })
  const problems = watchProblems(page, server.origin)
  await page.exposeFunction('violation', (text: string) => problems.push(text))
  await page.addInitScript(() => addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
    (window as unknown as { violation: (text: string) => void }).violation(`${violatedDirective}: ${blockedURI} (${sourceFile})`)))
  return { page, problems }
}

describe('with the headers that _headers asks for', () => {
  it.each(['', `${CHART}/`, `presenter/${CHART}/`, '404', 'data/cups.csv'])('"%s" comes with the policy', async (address) => {
    const response = await fetch(server.url + address)
    expect(response.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it.each([
    ['', 'no-cache'],
    [`${CHART}/`, 'no-cache'],
    [`presenter/${CHART}/`, 'no-cache'],
    ['overview/', 'no-cache'],
    ['manifest.webmanifest', 'no-cache'],
    ['data/cups.csv', 'public, max-age=3600'],
    [path.basename(built.pdf), 'public, max-age=3600'],
    ['og/cover.png', 'public, max-age=3600'],
  ])('"%s" is kept as "%s"', async (address, expected) => {
    const response = await fetch(server.url + address)
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, expected])
  })

  it('what is named after its content is kept for good', async () => {
    const html = await (await fetch(server.url)).text()
    const assets = [...html.matchAll(/(?:src|href)="([^"]*\/assets\/[^"]*)"/g)].map(match => match[1]!)
    expect(assets.length).toBeGreaterThan(1)
    for (const asset of assets)
      expect((await fetch(server.origin + asset)).headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  })

  it.each(few(SCHEMES))('every slide shows in every edition in $scheme, and nothing breaks the policy', async ({ dark }) => {
    const { page, problems } = await watchedPage(dark)
    for (const { folder } of editions) {
      await openSlide(page, server.url + folder, 1)
      for (const { no } of slides)
        await goTo(page, no)
    }
    expect(problems).toEqual([])
    await closePage(page)
  })

  it('presenter view, drawing, overview, print and handout keep to the policy', LANDING, async () => {
    const { page, problems } = await watchedPage(false)
    for (const address of [`presenter/${CHART}/`, 'overview/', 'print/?print=true', 'handout/', 'notes/', 'entry/']) {
      await page.goto(server.url + address, { waitUntil: 'networkidle' })
      await page.waitForFunction(
        () => document.querySelector('#app')!.childElementCount > 0 && !document.querySelector('.slidev-slide-loading'),
      )
    }
    await openSlide(page, server.url, CHART)
    await page.mouse.move(100, 700)
    await page.getByRole('button', { name: 'Show drawing toolbar' }).click()
    // What draws is fetched when the pen is taken.
    await page.getByTitle('Draw with stylus').waitFor()
    await page.mouse.move(400, 300)
    await page.mouse.down()
    await page.mouse.move(600, 400, { steps: 4 })
    await page.mouse.up()
    await page.locator('#slide-container svg.absolute path').first().waitFor({ state: 'attached' })
    await page.keyboard.press('g')
    await page.keyboard.press('Escape')
    expect(problems).toEqual([])
    await closePage(page)
  })

  it('the policy stops what it should: an inline script, and a request to another host', async () => {
    const { page, problems } = await watchedPage(false)
    await openSlide(page, server.url, 1)
    await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'document.title = "taken over"'
      document.head.append(script)
      new Image().src = 'http://localhost:9/picture.png'
    })
    // The header and the page itself both say so.
    await expect
      .poll(() => ['script-src', 'img-src'].every(directive => problems.some(problem => problem.startsWith(directive))))
      .toBe(true)
    expect(await page.title()).not.toBe('taken over')
    await closePage(page)
  })
})
