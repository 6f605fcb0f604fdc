/** @module-tag landing */
import { describe, expect, it } from 'vitest'
import { noteText, spokenParagraphs, wordCount } from '../../addon/lib/notes'
import { words as talkWords } from '../../addon/locales'
import { waitUntilStill } from '../../addon/node/browser/deck-page'
import { watchProblems } from '../../addon/node/browser/page-problems'
import { noOf, slides, url } from '../browser/deck'
import { endVisit, useBrowser, visit, visitor } from '../browser/visits'

const browser = useBrowser()
const origin = new URL(url).origin
const CHART = noOf('chart')
const STEPS = noOf('steps')
const END = noOf('end')

describe('with what was left out of Slidev', () => {
  it('the presenter view has the notes and the next slide, its chart drawn', async () => {
    const page = await visitor(browser())
    await page.setViewportSize({ width: 1400, height: 900 })
    const problems = watchProblems(page, origin)
    await page.goto(`${url}presenter/${CHART - 1}`)
    await page.waitForSelector('.grid-section.next [data-chart][data-ready="true"]')
    const [said] = spokenParagraphs(slides[CHART - 2]!.note, talkWords.speech)
    await expect.poll(() => page.locator('.grid-section.note').textContent()).toContain(said)
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
    await waitUntilStill(page, 1)
    expect(problems).toEqual([])
    await endVisit(page)
  })

  it('the page of all slides has their notes', async () => {
    const page = await visitor(browser())
    const problems = watchProblems(page, origin)
    await page.goto(`${url}overview`)
    const [said] = spokenParagraphs(slides[0]!.note, talkWords.speech)
    await expect.poll(() => page.locator('body').textContent()).toContain(said)
    const written = slides.reduce((sum, { note }) => sum + wordCount(noteText(note!), talkWords.speech), 0)
    const counted = Number(/(\d+)\s+words\s*$/.exec((await page.locator('#app > div > main + .absolute').textContent())!)![1])
    expect(Math.abs(counted / written - 1), `${counted} words are counted of about ${written}`).toBeLessThan(0.05)
    expect(problems).toEqual([])
    await endVisit(page)
  })

  it('a slide that is reached while it is fetched ahead waits for its style sheet', async () => {
    const page = await visitor(browser())
    let come = () => {}
    const mayCome = new Promise<void>(resolve => come = resolve)
    await page.route('**/assets/md-*.css', async (route) => {
      await mayCome
      await route.continue()
    })
    const isAsked = page.waitForRequest('**/assets/md-*.css')
    // A style sheet that is on its way keeps the page from having loaded.
    await page.goto(`${url}${STEPS - 1}/`, { waitUntil: 'commit' })
    await isAsked
    await waitUntilStill(page, STEPS - 1)
    const layout = page.locator(`#slideshow > [data-slidev-no="${STEPS}"] .slidev-layout`)
    await page.keyboard.press('ArrowDown')
    await page.waitForTimeout(500)
    expect(await layout.count()).toBe(0)
    come()
    await waitUntilStill(page, STEPS)
    expect(await layout.isVisible()).toBe(true)
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
    for (const [query, no] of [[String(CHART), CHART], [slides[END - 1]!.title!.slice(0, 6), END]] as const) {
      await page.keyboard.press('g')
      await page.waitForFunction(() => document.activeElement?.id === 'slidev-goto-input')
      await page.keyboard.type(query)
      await page.keyboard.press('Enter')
      await waitUntilStill(page, no)
    }
    expect(problems).toEqual([])
    await endVisit(page)
  })

  it('the list of the goto dialog goes round with the arrows', async () => {
    const page = await visit(browser())
    await page.keyboard.press('g')
    await page.waitForFunction(() => document.activeElement?.id === 'slidev-goto-input')
    await page.keyboard.type('e')
    const options = page.locator('.goto-dialog [role=option]')
    const chosen = () => options.evaluateAll(all => all.findIndex(option => option.getAttribute('aria-selected') === 'true'))
    expect(await options.count()).toBeGreaterThan(1)
    for (const [key, index] of [['ArrowUp', await options.count() - 1], ['ArrowDown', 0], ['ArrowDown', 1]] as const) {
      await page.keyboard.press(key)
      await expect.poll(chosen, { message: key }).toBe(index)
    }
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
    await page.waitForFunction(() =>
      [...document.querySelectorAll('[data-chart]')].every(chart => chart.getAttribute('data-ready') === 'true'),
    )
    expect(problems).toEqual([])
    await endVisit(page)
  })
})
