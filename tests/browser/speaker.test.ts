import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { words as talkWords } from '../../addon/locales'
import { goTo, newDeckPage, openSlide, position, settle } from '../../addon/node/browser/deck-page'
import { watchProblems } from '../../addon/node/browser/page-problems'
import { serveDist } from '../../addon/node/browser/static-server'
import { loadSlides } from '../../addon/node/slidev/slides'
import { words } from '../../locales'
import { dist, slides, url } from './deck'
import { endVisit, useBrowser, visit, visitor } from './visits'
import { newWindow } from './windows'

const browser = useBrowser()
const numberOf = (id: string) => slides.find(slide => slide.id === id)!.no
const talk = slides.filter(({ act }) => act !== 'appendix')
const details = (await loadSlides()).flatMap(({ no, id, frontmatter }) => typeof frontmatter.backup === 'string' ? [{ no, id, backup: frontmatter.backup }] : [])

/** The presenter view at a slide. */
async function openPresenter(page: Page, no: number, address = url): Promise<void> {
  page.setDefaultTimeout(15_000)
  await page.goto(`${address}presenter/${no}`)
  await page.locator('.slidev-presenter .talk-count').waitFor()
  await settle(page, no)
}

describe('the pace beside Slidev\'s timer', () => {
  const BEGIN = new Date('2030-01-01T10:00:00Z').getTime()
  let page: Page
  const pace = () => page.locator('.slidev-presenter .talk-pace')
  const after = (seconds: number) => page.clock.setFixedTime(BEGIN + seconds * 1000)
  const shows = (state: keyof typeof talkWords.pace, time = '') => expect.poll(() => pace().textContent(), { timeout: 10_000 }).toBe(talkWords.pace[state].replace('{time}', time))

  beforeAll(async () => {
    page = await newDeckPage(browser(), { viewport: { width: 1440, height: 900 } })
    await after(0)
    await openPresenter(page, 1)
  })
  afterAll(() => endVisit(page))

  it('says nothing until the timer runs', async () => {
    expect(await pace().count()).toBe(0)
    const timer = page.locator('.grid-section.bottom .group')
    await timer.hover()
    await timer.locator('[class~="i-carbon:play"]').click()
    await shows('on-plan')
  })

  it('tells by how much the talk is behind its plan, or ahead of it', async () => {
    // The first slide is planned for 48 seconds.
    await after(128)
    await shows('behind', '1:20')
    await after(129)
    await shows('behind', '1:21')
    await goTo(page, 3, 0)
    await shows('on-plan')
    await after(72)
    await shows('ahead', '0:30')
  })

  it('goes with the clicks of a slide', async () => {
    // Slides before it take 222 seconds, each of its four states 19.5.
    const model = numberOf('model')
    await goTo(page, model, 0)
    await after(260)
    await shows('behind', '0:18')
    await goTo(page, model, 1)
    await shows('on-plan')
    await goTo(page, model, 3)
    await shows('ahead', '0:20')
  })

  it('goes on after the presenter\'s window was reloaded', async () => {
    await page.reload()
    await settle(page, numberOf('model'))
    await shows('ahead', '0:20')
  })

  it('says in the appendix that the talk is over', async () => {
    await goTo(page, slides.length)
    await shows('appendix')
  })

  it('stands beside the timer, and can be read from a step away', async () => {
    const box = (await pace().boundingBox())!
    const timer = (await page.locator('.grid-section.bottom .group').boundingBox())!
    expect(box.y + box.height).toBeGreaterThan(timer.y)
    expect(Math.abs(box.x - (timer.x + timer.width))).toBeLessThan(24)
    expect(await pace().evaluate(element => Number.parseFloat(getComputedStyle(element).fontSize))).toBeGreaterThanOrEqual(16)
  })
})

describe('the count of slides', () => {
  it('is the talk\'s own, on slides and in the presenter view', async () => {
    const page = await visitor(browser())
    await openPresenter(page, 3)
    const counts = () => page.locator('.talk-count').allTextContents()
    const marker = () => page.locator('#slide-content .page-marker >> visible=true').textContent()
    const segments = () => page.locator('.slidev-presenter > div:first-child > .gap-px > div:visible').count()
    expect(await counts()).toEqual([`3 of ${talk.length}`])
    expect(await marker()).toContain(`3 of ${talk.length}`)
    expect(await segments()).toBe(talk.length - 1)
    expect(await page.getByText(`/ ${slides.length}`, { exact: true }).filter({ visible: true }).count()).toBe(0)
    await goTo(page, slides.length)
    expect(await counts()).toEqual([`${words.acts.appendix} ${slides.length}`])
    expect(await marker()).not.toContain(' of ')
    await endVisit(page)
  })
})

describe('the appendix', () => {
  const visible = (page: Page, selector: string) => page.locator(`#slide-content ${selector} >> visible=true`)
  const backLink = (no: number) => talkWords.labels.backTo.replace('{n}', String(no))

  it('is reached from a slide in the middle of its clicks, and leads back there, also after a reload', async () => {
    const page = await visit(browser(), {}, numberOf('model'), 2)
    page.setDefaultTimeout(10_000)
    await visible(page, '.source-line .target').first().click()
    await page.waitForURL(/\/2\d/)
    const { no } = await position(page)
    expect(slides[no - 1]!.act).toBe('appendix')
    await page.reload()
    await settle(page, no)
    await page.getByRole('link', { name: backLink(numberOf('model')) }).filter({ visible: true }).click()
    await page.waitForURL(new RegExp(`/${numberOf('model')}\\?clicks=2$`))
    expect(await position(page)).toMatchObject({ no: numberOf('model'), clicks: 2 })
    await endVisit(page)
  })

  it('leads back in the presenter view, too, and in the other window', async () => {
    const presenter = await visitor(browser())
    const audience = await newWindow(presenter)
    await openSlide(audience, url, 4)
    await openPresenter(presenter, 4)
    await goTo(presenter, numberOf('dates'))
    await settle(audience, numberOf('dates'))
    await visible(presenter, '.talk-return').click()
    await settle(presenter, 4)
    await settle(audience, 4)
    expect(new URL(presenter.url()).pathname).toMatch(/presenter\/4$/)
    await endVisit(presenter)
  })

  it('leads someone who came straight to it to the end of the talk', async () => {
    const page = await visit(browser(), {}, slides.length)
    expect(await visible(page, '.talk-return').textContent()).toContain(backLink(talk.length))
    await endVisit(page)
  })

  it.each(details)('tells more of $no $id on the page that it names', async ({ no, backup }) => {
    const page = await visit(browser(), {}, no)
    page.setDefaultTimeout(10_000)
    const link = visible(page, '.source-line').getByText(words.labels.inDetail)
    await link.click()
    await settle(page, numberOf(backup))
    await endVisit(page)
  })

  it('begins with a page that can stand while the room asks: all others by number', async () => {
    const page = await visit(browser(), {}, talk.length)
    await page.keyboard.press('ArrowRight')
    await settle(page, talk.length + 1)
    const links = visible(page, '.backup-list a')
    expect(await links.locator('.backup-number').allTextContents()).toEqual(slides.slice(talk.length + 1).map(({ no }) => String(no)))
    await links.last().click()
    await settle(page, slides.length)
    await endVisit(page)
  })

  it('has no way back on paper', async () => {
    const page = await visitor(browser())
    await page.goto(`${url}print?print=true`)
    await page.waitForFunction(count => document.querySelectorAll('.print-slide-container .slidev-layout').length === count, slides.length)
    expect(await page.locator('.talk-return').count()).toBe(0)
    await endVisit(page)
  })
})

describe('the built deck, served as for a talk', () => {
  it('keeps both windows in step, without a word on the console or a request elsewhere', async () => {
    const server = await serveDist({ dir: dist, deckEverywhere: true })
    const presenter = await visitor(browser())
    const audience = await newWindow(presenter)
    const problems = [presenter, audience].flatMap(page => [watchProblems(page, server.origin)])
    await audience.goto(server.url)
    await settle(audience, 1)
    presenter.setDefaultTimeout(15_000)
    await presenter.goto(`${server.url}presenter/`)
    await presenter.locator('.slidev-presenter .talk-count').waitFor()
    await settle(presenter, 1)
    await presenter.keyboard.press('ArrowRight')
    await settle(audience, 2)
    await audience.keyboard.press('ArrowRight')
    await settle(presenter, 3)
    expect(problems.flat()).toEqual([])
    await endVisit(presenter)
    await server.close()
  })
})
