import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import type { StaticServer } from '../../addon/node/browser/static-server'
import { Buffer } from 'node:buffer'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pageWordsOf } from '../../addon/locales/all'
import { newDeckPage, position, waitUntilStill } from '../../addon/node/browser/deck-page'
import { serveDist } from '../../addon/node/browser/static-server'
import { editions } from '../../fixture/editions'
import { base, builtEditions, few, siteDist, slides } from '../browser/deck'
import { useBrowser } from '../browser/visits'
import { shown } from '../browser/windows'
import { LANDING } from '../parts'
import { arrive, CHART, CLICKS, expectAllCounted, expectSeen, LAST, seen, stepFaults, STEPS } from './early'

const browser = useBrowser()

let server: StaticServer
beforeAll(async () => {
  // Of a host whose answers a browser asks for again: out of its cache the deck is there before anyone sees the page.
  server = await serveDist({ dir: siteDist })
})
afterAll(() => server.close())

describe('keys before the live deck', () => {
  it('count once each, in their order, whenever it comes', () => expectAllCounted(browser(), server.url, 1))

  it.each(few(editions))('show each slide and step, with its address, forwards and back, in $name', async ({ folder, id }) => {
    const { page, problems } = await arrive(browser(), server.url + folder)
    const { slides } = builtEditions[id]
    const steps = slides.flatMap(({ no, title }) => Array.from({ length: CLICKS[no - 1]! + 1 }, (_, clicks) => ({ no, title, clicks })))
    const by = (key: string, places: typeof steps) => places.slice(1).map(place => ({ key, ...place }))
    const walk = [...by('ArrowRight', steps), ...by('PageUp', steps.toReversed())]
    for (const { key, no, clicks, title } of walk) {
      await page.keyboard.press(key)
      await expect.poll(() => seen(page)).toMatchObject({
        heading: title,
        step: String(clicks),
        address: `${base}${folder}${no}/${clicks ? `?clicks=${clicks}` : ''}`,
      })
    }
    expect(problems).toEqual([])
    await page.context().close()
  })

  it('count from when the head of the page has come, before there is a body', async () => {
    let comes = () => {}
    const mayCome = new Promise<void>(resolve => comes = resolve)
    const slow = createServer(async ({ url }, response) => {
      const answer = await fetch(server.origin + url)
      const body = Buffer.from(await answer.arrayBuffer())
      response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type')! })
      const head = body.indexOf('</head>')
      if (url === base && head > 0) {
        response.write(body.subarray(0, head))
        await mayCome
        response.write(body.subarray(head))
        return void response.end()
      }
      response.end(body)
    })
    await new Promise<void>(resolve => slow.listen(0, '127.0.0.1', resolve))
    const page = await newDeckPage(browser())
    await page.goto(`http://127.0.0.1:${(slow.address() as AddressInfo).port}${base}`, { waitUntil: 'commit' })
    await page.waitForFunction(() => window.firstAnswers)
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight'])
      await page.keyboard.press(key)
    expect(await page.evaluate(() => document.body)).toBeNull()
    comes()
    await waitUntilStill(page, CHART)
    expect(await position(page)).toMatchObject({ no: CHART, clicks: 2 })
    await page.context().close()
    slow.close()
    slow.closeAllConnections()
  })

  it('that come fast have one page fetched at a time: side by side, the first would come last', async () => {
    const { page } = await arrive(browser(), server.url, { until: 'paint' })
    let [open, most] = [0, 0]
    await page.route(url => /\/\d+\/$/.test(url.pathname), async (route) => {
      most = Math.max(most, ++open)
      await new Promise(resolve => setTimeout(resolve, 300))
      open--
      await route.continue()
    })
    for (let no = 1; no < LAST; no++)
      await page.keyboard.press('ArrowDown')
    await expectSeen(page, { no: LAST, clicks: 0 })
    expect(most).toBe(1)
    await page.unrouteAll({ behavior: 'ignoreErrors' })
    await page.context().close()
  })

  it('leave the browser\'s own way back', async () => {
    const { page, letCome } = await arrive(browser(), `${server.url}${CHART}/?clicks=1`, { until: 'paint' })
    await expectSeen(page, { no: CHART, clicks: 1 }).catch(async () => expect((await seen(page)).step).toBe('1'))
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight'])
      await page.keyboard.press(key)
    await expectSeen(page, { no: STEPS + 1, clicks: 0 })
    await page.evaluate(() => history.back())
    await expectSeen(page, { no: STEPS, clicks: 0 })
    await letCome()
    await waitUntilStill(page, STEPS)
    await page.evaluate(() => history.back())
    await waitUntilStill(page, CHART)
    expect(await position(page)).toMatchObject({ no: CHART, clicks: 2 })
    await page.context().close()
  })

  it('that only the deck can answer wait for it, with all that come after them', async () => {
    const { page, letCome } = await arrive(browser(), `${server.url}`, { until: 'paint' })
    for (const key of ['ArrowDown', 'd', 'b', 'ArrowDown', 'ArrowDown', 's', 'g'])
      await page.keyboard.press(key)
    await page.keyboard.type(String(LAST))
    await page.keyboard.press('Enter')
    await expectSeen(page, { no: CHART, clicks: 0 })
    await letCome()
    await expect.poll(() => shown(page)).toMatchObject({ no: LAST, dark: true, black: false })
    await page.context().close()
  })

  it('come before those that a hand presses while the deck gets them', async () => {
    const { page, letCome } = await arrive(browser(), `${server.url}`, { until: 'paint' })
    await page.route('**/press-kept-*.js', async (route) => {
      await new Promise(resolve => setTimeout(resolve, 700))
      await route.continue()
    })
    await page.keyboard.press('g')
    await letCome()
    await page.keyboard.type(String(STEPS))
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => shown(page), { timeout: 10_000 }).toMatchObject({ no: STEPS + 1 })
    // And the keyboard is the deck's again.
    await page.keyboard.press('ArrowUp')
    await expect.poll(() => shown(page), { timeout: 10_000 }).toMatchObject({ no: STEPS })
    await page.context().close()
  })

  it('wait for the way to a slide that is opened soon after', async () => {
    const { page, letCome } = await arrive(browser(), `${server.url}`, { until: 'paint' })
    await page.route('**/GotoDialog-*.js', async (route) => {
      await new Promise(resolve => setTimeout(resolve, 500))
      await route.continue()
    })
    await letCome()
    await page.keyboard.press('g')
    await page.keyboard.type(String(STEPS))
    await page.keyboard.press('Enter')
    await expect.poll(() => shown(page), { timeout: 10_000 }).toMatchObject({ no: STEPS })
    await page.context().close()
  })

  it.each(['Enter', 'Space'])('press with %s the control that has the focus, and leave Tab to the browser', async (key) => {
    const { page, letCome } = await arrive(browser(), `${server.url}${CHART}/`, { until: 'paint' })
    await page.route('**/press-kept-*.js', async (route) => {
      await new Promise(resolve => setTimeout(resolve, 1500))
      await route.continue()
    })
    await page.keyboard.press('d')
    await letCome()
    const button = page.locator('#slideshow .enlarge-button >> visible=true')
    await button.focus()
    await page.keyboard.press(key)
    await page.keyboard.press('Tab')
    expect(await button.evaluate(button => button === document.activeElement)).toBe(false)
    await expect.poll(() => shown(page), { timeout: 10_000 }).toMatchObject({ no: CHART, clicks: 0, dark: true, enlarged: 'CupsChart' })
    await page.context().close()
  })

  it('end with Escape what they have opened', async () => {
    const { page, letCome } = await arrive(browser(), `${server.url}`, { until: 'paint' })
    for (const key of ['g', 'Escape', 'ArrowDown'])
      await page.keyboard.press(key)
    await letCome()
    await expect.poll(() => shown(page), { timeout: 10_000 }).toMatchObject({ no: CHART })
    expect(await page.locator('dialog[open]').count()).toBe(0)
    await page.context().close()
  })

  it('with a modifier, and in the links of the page, stay the browser\'s', async () => {
    const { page } = await arrive(browser(), `${server.url}${CHART}/`, { until: 'paint' })
    for (const key of ['Control+ArrowRight', 'Alt+PageDown', 'Meta+End', 'Enter', 'x', 'Escape'])
      await page.keyboard.press(key)
    expect((await seen(page)).heading).toBe(slides[CHART - 1]!.title)
    await page.locator('.prerendered-links [rel=next]').focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/${CHART + 1}/`, { waitUntil: 'commit' })
    await page.context().close()
  })

  it('go along into the other language', LANDING, async () => {
    const { page, letCome } = await arrive(browser(), `${server.url}${CHART}/`, { until: 'paint' })
    let come = () => {}
    const mayCome = new Promise<void>(resolve => come = resolve)
    await page.route('**/zh/**', async (route) => {
      await mayCome
      await route.continue()
    })
    for (const key of ['ArrowRight', 't', 'ArrowRight', 'ArrowDown'])
      await page.keyboard.press(key)
    come()
    await page.waitForURL(`**/zh/${STEPS}/`, { waitUntil: 'commit' })
    await letCome()
    await waitUntilStill(page, STEPS)
    await page.context().close()
  })
})

it('the live deck takes over after each step, and shows the same', LANDING, async () => {
  expect(await stepFaults(browser(), server.url, false)).toEqual([])
})

describe('where the live deck never comes', () => {
  async function alone(address: string, language = 'en', touch = false): Promise<Page> {
    const context = await browser().newContext({ viewport: { width: 1500, height: 720 }, hasTouch: touch, locale: language })
    const page = await context.newPage()
    await page.clock.install()
    await page.route('**/*.js', route => route.abort())
    await page.goto(server.url + address)
    return page
  }

  const name = 'the slides go on by keys, clicks and swipes, and a line offers to load again, in $name'
  it.each(few(editions.toReversed()))(name, async ({ id, folder, language }) => {
    const { slides } = builtEditions[id]
    const page = await alone(folder, 'en', true)
    const heading = () => page.evaluate(() => document.querySelector('#prerendered h1')!.textContent!.replace(/\s+/g, ' ').trim())
    // Nothing waits for a deck that fails.
    await page.keyboard.press('o')
    await page.keyboard.press('ArrowDown')
    await expect.poll(heading).toBe(slides[1]!.title)
    await page.mouse.click(1480, 300)
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset.step)).toBe('1')
    await page.mouse.click(700, 300)
    await page.mouse.click(10, 300)
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset.step)).toBe('0')
    await page.touchscreen.tap(20, 300)
    await expect.poll(heading).toBe(slides[0]!.title)
    const session = await page.context().newCDPSession(page)
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x = 0) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y: 300 }] })
    await touch('touchStart', 800)
    await touch('touchMove', 600)
    await touch('touchEnd')
    await expect.poll(heading).toBe(slides[1]!.title)
    const line = page.locator('.prerendered-late')
    expect(await line.isVisible()).toBe(false)
    await page.clock.fastForward(15_000)
    const words = pageWordsOf(language)
    expect((await line.textContent())!.trim()).toBe(`${words.late} ${words.loadAgain}`)
    await page.unroute('**/*.js')
    await line.getByRole('link').click()
    await page.waitForFunction(() => !document.getElementById('prerendered'))
    expect(new URL(page.url()).pathname).toBe(`${base}${folder}${CHART}/`)
    await page.context().close()
  })
})

describe('an address that the router does not know', () => {
  it('of a file shows its slide, and the live deck comes', async () => {
    const { page, letCome } = await arrive(browser(), `${server.url}${CHART}/index.html?clicks=1`, { until: 'paint' })
    await letCome()
    await waitUntilStill(page, CHART)
    expect(await position(page)).toMatchObject({ no: CHART, clicks: 1 })
    await page.context().close()
  })

  it('of another edition leads there, on a host that answers everything with the first slide', async () => {
    const page = await newDeckPage(browser())
    const cover = await readFile(path.join(siteDist, 'index.html'), 'utf8')
    const isPage = (address: string) => address.endsWith('/') || /\.\w+$/.test(address)
    await page.route(url => !isPage(url.pathname), route => route.fulfill({ contentType: 'text/html', body: cover }))
    await page.goto(`${server.url}zh/${CHART}?clicks=1`)
    await waitUntilStill(page, CHART)
    expect(await position(page)).toMatchObject({ no: CHART, clicks: 1 })
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-CN')
    await page.goto(`${server.url}${STEPS}`)
    await waitUntilStill(page, STEPS)
    await page.context().close()
  })
})
