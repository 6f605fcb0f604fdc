import type { Browser, Page } from 'playwright-core'
import type { DeckSlide } from '../addon/node/slidev/slides'
import path from 'node:path'
import { closePage, newDeckPage, openSlide, position, waitUntilStill } from '../addon/node/browser/deck-page'
import { findFirefox, launchFirefox } from '../addon/node/browser/firefox'
import { watchProblems } from '../addon/node/browser/page-problems'
import { serveDist } from '../addon/node/browser/static-server'
import { log } from '../addon/node/cli/cli'
import { ROOT } from '../addon/node/deck'
import { loadSlides } from '../addon/node/slidev/slides'
import { buildForStage, isUpToDate } from '../addon/node/slidev/up-to-date'
import { measure } from '../tests/browser/measure'

const BUILD = path.join(ROOT, '.cache/present')

/** What went wrong, one line each. */
type Faults = string[]

/** Waits until the page shows a slide and click; says what it shows instead after ten seconds. */
async function arrives(page: Page, no: number, clicks: number, faults: Faults): Promise<void> {
  await page.waitForFunction(([no, clicks]) => {
    const nav = window.deckNav()
    return nav.currentSlideNo === no && nav.clicks === clicks
  }, [no, clicks] as const, { timeout: 10_000 }).catch(async () => {
    const { no: now, clicks: click } = await position(page)
    faults.push(`slide ${no}, click ${clicks}: the window shows slide ${now}, click ${click}`)
  })
}

/** Whether each chart of the shown slide has drawn something. */
function emptyCanvases(page: Page): Promise<number> {
  return page.evaluate(() => [...document.querySelectorAll<HTMLCanvasElement>('#slideshow [data-chart] canvas')]
    .filter(canvas => canvas.getClientRects().length > 0)
    .filter((canvas) => {
      const pixels = new Uint32Array(canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data.buffer)
      return !pixels.some(pixel => pixel !== pixels[0])
    })
    .length)
}

/** Nothing reaches over the slide's edge, and every chart is drawn. */
async function look(page: Page, name: string, faults: Faults): Promise<void> {
  const { outside, texts } = await measure(page)
  faults.push(...outside.map(line => `${name}: ${line}`))
  if (texts.length === 0)
    faults.push(`${name}: no text`)
  const empty = await emptyCanvases(page)
  if (empty > 0)
    faults.push(`${name}: ${empty} charts are not drawn`)
}

/** Opens each slide by its address and goes through its clicks by key. */
async function walk(browser: Browser, url: string, slides: DeckSlide[], dark: boolean, faults: Faults): Promise<void> {
  const page = await newDeckPage(browser, { dark })
  const problems = watchProblems(page, new URL(url).origin)
  for (const { no, id } of slides) {
    const name = `${no} ${id}${dark ? ', dark' : ''}`
    // What the page before was still loading fails as it is left.
    page.once('framenavigated', () => problems.splice(0))
    await openSlide(page, url, no)
    const { clicksTotal } = await position(page)
    await look(page, name, faults)
    for (let click = 1; click <= clicksTotal; click++) {
      await page.keyboard.press('ArrowRight')
      await arrives(page, no, click, faults)
    }
    await waitUntilStill(page, no)
    if (clicksTotal > 0)
      await look(page, `${name}, last click`, faults)
    if (await page.evaluate(() => document.documentElement.classList.contains('dark')) !== dark)
      faults.push(`${name}: shown in the other colour scheme`)
    faults.push(...problems.splice(0).map(problem => `${name}: ${problem}`))
  }
  log(`  every slide ${dark ? 'dark' : 'light'}: ${slides.length}`)
  await closePage(page)
}

/** Two windows follow each other; black, enlargement, list of keys and goto dialog come and go. */
async function stage(browser: Browser, url: string, slides: DeckSlide[], faults: Faults): Promise<void> {
  const { no } = slides.find(({ id }) => id === 'headcount-chart')!
  const presenter = await newDeckPage(browser)
  const audience = await presenter.context().newPage()
  const problems = [presenter, audience].map(page => watchProblems(page, new URL(url).origin))
  await presenter.goto(`${url}presenter/${no}`)
  await waitUntilStill(presenter, no)
  await openSlide(audience, url, no)
  for (const [window, key, to, clicks] of [
    [presenter, 'PageDown', no, 1],
    [presenter, 'PageUp', no, 0],
    [audience, 'ArrowRight', no, 1],
    [presenter, 'ArrowDown', no + 1, 0],
    [presenter, 'ArrowUp', no, 0],
  ] as const) {
    await window.keyboard.press(key)
    await arrives(presenter, to, clicks, faults)
    await arrives(audience, to, clicks, faults)
  }
  const sees = async (page: Page, selector: string, state: 'visible' | 'hidden', what: string) =>
    page
      .locator(selector)
      .last()
      .waitFor({ state, timeout: 5000 })
      .catch(() => faults.push(`${what}: "${selector}" is not ${state}`))
  const keys = [
    { key: 'b', end: 'b', page: audience, seen: '.black-screen' },
    { key: 'e', end: 'e', page: audience, seen: '#slideshow [data-enlarged]' },
    { key: 'Shift+?', end: 'Escape', page: presenter, seen: 'dialog.key-list' },
    { key: 'g', end: 'Escape', page: presenter, seen: 'dialog.goto-dialog' },
    { key: 'o', end: 'o', page: presenter, seen: '#app .z-modal [data-slide-id]' },
  ]
  for (const { key, end, page, seen } of keys) {
    await presenter.keyboard.press(key)
    await sees(page, seen, 'visible', key)
    await presenter.keyboard.press(end)
    await sees(page, seen, 'hidden', key)
  }
  faults.push(...problems.flat().map(problem => `two windows: ${problem}`))
  log('  two windows, black, enlarged, keys, goto, overview')
  await closePage(presenter)
}

/**
 * Walks the built deck in an installed Firefox, minutes long.
 * @param built the folder of a built deck, from the repository's; our own when left out, made anew when a source is newer
 * @throws with every fault
 */
export async function walkInFirefox(built: string | undefined): Promise<void> {
  findFirefox()
  if (!built && !await isUpToDate(BUILD)) {
    log('building the deck, a minute or so')
    await buildForStage(BUILD)
  }
  const server = await serveDist({ dir: built ? path.resolve(ROOT, built) : BUILD, deckEverywhere: true })
  const browser = await launchFirefox()
  const faults: Faults = []
  try {
    log(`Firefox ${browser.version()}`)
    const slides = await loadSlides()
    await stage(browser, server.url, slides, faults)
    for (const dark of [false, true])
      await walk(browser, server.url, slides, dark, faults)
  }
  finally {
    await browser.close()
    await server.close()
  }
  if (faults.length > 0)
    throw new Error(`${faults.join('\n')}\n${faults.length} faults in Firefox.`)
  log('No fault.')
}
