import { describe, expect, it } from 'vitest'
import { pageWordsOf } from '../../addon/locales/all'
import { position, waitUntilStill } from '../../addon/node/browser/deck-page'
import { editions } from '../../fixture/editions'
import { findings } from '../browser/axe'
import { builtEditions, few, noOf, SCHEMES, siteUrl, slides, url } from '../browser/deck'
import { endVisit, useBrowser, visit, visitor } from '../browser/visits'

const browser = useBrowser()
const CHART = noOf('chart')
const STEPS = noOf('steps')

describe('the address bar', () => {
  it('has the address that a host answers at once, whatever led there', async () => {
    const page = await visit(browser(), {}, CHART)
    for (const expected of [`${CHART}/?clicks=1`, `${CHART}/?clicks=2`, `${CHART + 1}/`]) {
      await page.keyboard.press('ArrowRight')
      await page.waitForURL(url + expected)
    }
    // Each step takes the place of the one before; each slide is an entry of its own.
    await page.goBack()
    await page.waitForURL(`${url}${CHART}/?clicks=2`)
    await expect.poll(() => position(page)).toMatchObject({ no: CHART, clicks: 2 })
    await page.goForward()
    await page.waitForURL(`${url}${CHART + 1}/`)
    await page.reload()
    await waitUntilStill(page, CHART + 1)
    expect(page.url()).toBe(`${url}${CHART + 1}/`)
    await page.keyboard.press('o')
    const links = await page.locator('#app a[href]').evaluateAll(links => links.map(link => (link as HTMLAnchorElement).href))
    expect(links.filter(link => link.startsWith(siteUrl) && !/\/(?:\?.*|#.*)?$|\.\w+$/.test(link))).toEqual([])
    await endVisit(page)
  })

  it.each(few(['abc', '-1', '1.5', ''], 2))('clicks that are no number, "%s", are none', async (clicks) => {
    const page = await visitor(browser())
    await page.goto(`${url}${CHART}/?clicks=${clicks}`)
    await waitUntilStill(page, CHART)
    await expect.poll(() => page.url()).toBe(`${url}${CHART}/`)
    await page.keyboard.press('ArrowRight')
    await page.waitForURL(`${url}${CHART}/?clicks=1`)
    await endVisit(page)
  })
})

describe('an address that leads nowhere', () => {
  const [en, zh] = editions
  const last = slides.at(-1)!.no
  it.each([
    ['99/', en, last],
    [`slides/${STEPS}x`, en, STEPS],
    ['step', en, STEPS],
    ['nothing/of/the/kind', en, undefined],
    // The host has one page for all of them, which is English.
    [`zh/${STEPS}x`, zh, STEPS],
    ['zh/chrt/', zh, CHART],
    [`zh/nothing/of/the/kind`, zh, undefined],
    // Its own page knows as much.
    ['zh/404.html', zh, last],
  ])('"%s" says so in its language, and leads to the nearest slide', async (address, { id, language }, no) => {
    const page = await visitor(browser())
    await page.goto(siteUrl + address)
    const words = pageWordsOf(language)
    await page.getByRole('heading', { name: words.missing }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
    expect(await page.title()).toContain(words.missing)
    const links = await page.locator('main a').evaluateAll(links => links.map(link => (link as HTMLAnchorElement).href))
    const { url } = builtEditions[id]
    expect(links).toEqual([...no ? [`${url}${no}/`] : [], url])
    await page.locator('main a').first().click()
    // The first slide has the number in its address as soon as the deck stands.
    await page.waitForURL(({ href }) => href === links[0] || href === `${url}${no ?? 1}/`)
    await waitUntilStill(page, no ?? 1)
    await endVisit(page)
  })

  it.each(few(SCHEMES))('breaks no rule of axe, in $scheme', async ({ dark }) => {
    const page = await visitor(browser(), { dark })
    await page.goto(`${siteUrl}zh/${STEPS}x`)
    await page.getByRole('heading', { name: pageWordsOf('zh-CN').missing }).waitFor()
    expect((await findings(page)).violations).toEqual([])
    await endVisit(page)
  })
})
