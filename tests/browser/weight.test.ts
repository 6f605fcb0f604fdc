import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { noteText, wordCount } from '../../addon/lib/notes'
import { words as talkWords } from '../../addon/locales'
import { goTo, newDeckPage, openSlide, settle } from '../../addon/node/browser/deck-page'
import { watchProblems } from '../../addon/node/browser/page-problems'
import { fetchFirstSlide } from '../../addon/node/site/first-slide'
import deckOf from '../../deck'
import { slides, url } from './deck'
import { endVisit, useBrowser, visit, visitor } from './visits'

const browser = useBrowser()
const origin = new URL(url).origin
const CHART = slides.find(({ id }) => id === 'headcount-chart')!.no
const sum = (sizes: { size: number }[]) => sizes.reduce((total, { size }) => total + size, 0)

/** Paths of what a page fetches from now on. */
function watchRequests(page: Page): string[] {
  const paths: string[] = []
  page.on('request', request => paths.push(new URL(request.url()).pathname))
  return paths
}

const chartFiles = (paths: string[]) => paths.filter(path => path.includes('chart-parts'))

describe('the first slide', () => {
  it('takes little JavaScript, CSS and fonts, and no Chart.js', async () => {
    const files = await fetchFirstSlide(browser(), url)
    expect(sum(files.filter(({ type }) => ['script', 'stylesheet'].includes(type)))).toBeLessThanOrEqual(deckOf.budgets.code.limit)
    const fonts = files.filter(({ type }) => type === 'font')
    expect(fonts.map(({ path }) => path).join()).toMatch(/newsreader.*source-sans|source-sans.*newsreader/)
    expect(sum(fonts)).toBeLessThanOrEqual(deckOf.budgets.fonts.limit)
    expect(fonts.filter(({ path }) => !path.endsWith('.woff2') || path.includes('others'))).toEqual([])
    expect(chartFiles(files.map(({ path }) => path))).toEqual([])
  })

  it('leaves Chart.js alone when Slidev has fetched all other slides, until a jump to a chart', async () => {
    const page = await newDeckPage(browser())
    const problems = watchProblems(page, origin)
    const paths = watchRequests(page)
    await openSlide(page, url, 1)
    await page.waitForFunction(total => document.querySelectorAll('#slideshow .slidev-layout').length === total, slides.length)
    await page.waitForLoadState('networkidle')
    expect(chartFiles(paths)).toEqual([])
    await goTo(page, CHART)
    expect(chartFiles(paths)).toHaveLength(1)
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

describe('with what was left out of Slidev', () => {
  it('the presenter view has the notes and the next slide, its chart drawn', async () => {
    const page = await visitor(browser())
    await page.setViewportSize({ width: 1400, height: 900 })
    const problems = watchProblems(page, origin)
    await page.goto(`${url}presenter/${CHART - 1}?clicks=1`)
    await page.waitForSelector('.grid-section.next [data-chart][data-ready="true"]')
    const note = slides[CHART - 2]!.note!.split('\n').find(line => /^\w/.test(line))!
    await expect.poll(() => page.locator('.grid-section.note').textContent()).toContain(note.slice(0, 30))
    expect(await page.title()).toContain('Presenter')
    expect(problems).toEqual([])
    await endVisit(page)
  })

  it('the overview shows all slides, charts drawn', async () => {
    const page = await visit(browser())
    const problems = watchProblems(page, origin)
    await page.keyboard.press('o')
    await page.waitForFunction(total => document.querySelectorAll('.slidev-layout:not(#slideshow *)').length >= total, slides.length)
    await page.waitForFunction(() => {
      const charts = [...document.querySelectorAll('[data-chart]:not(#slideshow *)')]
      return charts.length > 0 && charts.every(chart => chart.getAttribute('data-ready') === 'true')
    })
    await page.keyboard.press('Escape')
    await settle(page, 1)
    expect(problems).toEqual([])
    await endVisit(page)
  })

  it('the page of all slides has their notes', async () => {
    const page = await visitor(browser())
    const problems = watchProblems(page, origin)
    await page.goto(`${url}overview`)
    await expect.poll(() => page.locator('body').textContent()).toContain('Here is the whole answer on one slide')
    const written = slides.reduce((sum, { note }) => sum + wordCount(noteText(note!), talkWords.speech), 0)
    const counted = Number(/(\d+)\s+words\s*$/.exec((await page.locator('#app > div > main + .absolute').textContent())!)![1])
    expect(Math.abs(counted / written - 1), `${counted} words are counted of about ${written}`).toBeLessThan(0.05)
    expect(problems).toEqual([])
    await endVisit(page)
  })

  it('one can draw, and choose how thick the pen is', async () => {
    const page = await visit(browser())
    const problems = watchProblems(page, origin)
    await page.getByTitle('Show drawing toolbar').click()
    // floating-vue takes the button's title away.
    const width = page.locator('.v-popper button')
    await width.waitFor()
    await width.click()
    await page.locator('.v-popper__popper--shown input[type=range]').waitFor()
    const box = (await page.locator('.v-popper__popper--shown').boundingBox())!
    const anchor = (await width.boundingBox())!
    expect(Math.abs(box.y - anchor.y), 'the slider floats beside its button').toBeLessThan(120)
    await page.mouse.click(700, 650)
    await page.mouse.move(500, 300)
    await page.mouse.down()
    await page.mouse.move(700, 400, { steps: 5 })
    await page.mouse.up()
    await expect.poll(() => page.locator('#slide-container svg.absolute path').count()).toBeGreaterThan(0)
    expect(problems).toEqual([])
    await endVisit(page)
  })

  it('the goto dialog finds slides by number and by title', async () => {
    const page = await visit(browser())
    const problems = watchProblems(page, origin)
    for (const [query, no] of [[String(CHART), CHART], ['admiring', slides.find(({ id }) => id === 'limits')!.no]] as const) {
      await page.keyboard.press('g')
      await page.waitForFunction(() => document.activeElement?.id === 'slidev-goto-input')
      await page.keyboard.type(query)
      await page.keyboard.press('Enter')
      await settle(page, no)
    }
    expect(problems).toEqual([])
    await endVisit(page)
  })

  it('the deck turns dark, and the info dialog has its logo', async () => {
    const page = await visit(browser())
    const problems = watchProblems(page, origin)
    await page.getByTitle('Switch to dark mode theme').click()
    await page.waitForSelector('html.dark')
    await page.getByTitle('Show info').click()
    await page.waitForFunction(() => document.querySelector<HTMLImageElement>('.slidev-info-dialog img')?.naturalWidth)
    expect(problems).toEqual([])
    await endVisit(page)
  })

  it.each(['print', 'handout'])('%s shows every slide, charts drawn', async (route) => {
    const page = await visitor(browser())
    const problems = watchProblems(page, origin)
    await page.goto(`${url}${route}?print`)
    await page.waitForFunction(total => document.querySelectorAll('.print-slide-container .slidev-layout').length === total, slides.length)
    await page.waitForFunction(() => [...document.querySelectorAll('[data-chart]')].every(chart => chart.getAttribute('data-ready') === 'true'))
    expect(problems).toEqual([])
    await endVisit(page)
  })
})

describe('every glyph', () => {
  it.each(['print', 'handout'])('on the pages of %s comes from a font of the deck', async (route) => {
    const page = await visitor(browser())
    await page.goto(`${url}${route}?print`)
    await page.waitForFunction(total => document.querySelectorAll('.print-slide-container .slidev-layout').length === total, slides.length)
    await page.evaluate(() => document.fonts.ready)
    const session = await page.context().newCDPSession(page)
    await session.send('DOM.enable')
    await session.send('CSS.enable')
    const { root } = await session.send('DOM.getDocument', { depth: 0 })
    const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: '#app :is(h1, p, li, td, th, figcaption, caption, text, span, footer, a, dt, dd)' })
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
