import type { Browser, Page } from 'playwright-core'
import type { Edition } from '../../deck'
import type { DeckSlide } from '../slidev/slides'
import { mkdir, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { ensureBrowser, launchBrowser } from '../browser/browser'
import { closePage, goTo, openDeck, position } from '../browser/deck-page'
import { serveDist } from '../browser/static-server'
import { log } from '../cli/cli'
import { reportFor } from '../cli/progress'
import { parseRange } from '../cli/range'
import { deck, ROOT } from '../deck'
import { buildDeck } from '../slidev/build-edition'
import { loadSlides } from '../slidev/slides'

const OUT = '.cache/screenshots'
const README_OUT = 'docs/images'
/** The slides that the README shows, by id. */
/** What `shoot` calls a picture. */
const OWN = /^\d\d-[\w-]+\.png$/

/** What pictures are asked for. */
export interface ScreenshotOptions {
  readonly edition: Edition
  /** The folder of a built deck, from the repository's; a fresh one is built when left out. */
  readonly dist?: string
  /** Numbers as typed, such as `3,5-8`; all slides when left out. */
  readonly numbers?: string
  /** A picture for each step, instead of the last one. */
  readonly clicks: boolean
  /** The colour schemes, whether each is dark. */
  readonly schemes: readonly boolean[]
  readonly viewport: { readonly width: number, readonly height: number }
  /** Pixels of a picture to one of the viewport. */
  readonly scale: number
  /** The pictures of the README instead. */
  readonly readme: boolean
}

/** Pictures of one slide: its last click state, or with `--clicks` each one. */
async function shoot(page: Page, { no, id }: DeckSlide, folder: string, everyClick: boolean): Promise<void> {
  await goTo(page, no)
  const name = `${String(no).padStart(2, '0')}-${id}`
  if (!everyClick)
    return void await page.screenshot({ path: path.join(folder, `${name}.png`) })
  const { clicksTotal } = await position(page)
  for (let clicks = 0; clicks <= clicksTotal; clicks++) {
    await goTo(page, no, clicks)
    await page.screenshot({ path: path.join(folder, `${name}-${clicks}.png`) })
  }
}

/** Where the pictures of an edition are, from the repository's folder. */
const outOf = ({ folder }: Edition) => path.join(OUT, folder)

/** Each chosen slide in one colour scheme, to `.cache/screenshots/<light|dark>/NN-id.png`, or `.cache/screenshots/zh/…`. */
async function shootAll(
  browser: Browser,
  url: string,
  slides: readonly DeckSlide[],
  dark: boolean,
  options: ScreenshotOptions,
): Promise<void> {
  const { edition, numbers, clicks, viewport, scale } = options
  const folder = path.join(ROOT, outOf(edition), dark ? 'dark' : 'light')
  await mkdir(folder, { recursive: true })
  // Of slides that are gone, or now have another number or fewer clicks.
  if (!numbers)
    await Promise.all((await readdir(folder)).filter(name => OWN.test(name)).map(name => rm(path.join(folder, name))))
  const page = await openDeck(browser, { url, dark, viewport, scale }, slides[0]?.no)
  const report = reportFor(dark ? 'dark' : 'light')
  for (const [index, slide] of slides.entries()) {
    await shoot(page, slide, folder, clicks)
    report('photographed', index + 1, slides.length)
  }
  await closePage(page)
  log(`${path.relative(ROOT, folder)}/: ${slides.length === 1 ? '1 slide' : `${slides.length} slides`}, ${dark ? 'dark' : 'light'}`)
}

/** The pictures in the README: small, light, named after the slide's id alone so that a new slide does not move them. */
async function shootReadme(browser: Browser, url: string, slides: DeckSlide[], folder: string): Promise<void> {
  await mkdir(path.join(ROOT, folder), { recursive: true })
  const page = await openDeck(browser, { url, viewport: { width: 800, height: 450 }, scale: 1 })
  for (const id of deck.readme ?? []) {
    const slide = slides.find(slide => slide.id === id)
    if (!slide) {
      throw new Error(
        `The README shows the slide with id "${id}", and slides.md has none. Known: ${slides.map(({ id }) => id).join(', ')}.`,
      )
    }
    await goTo(page, slide.no)
    await page.screenshot({ path: path.join(ROOT, folder, `${id}.png`) })
    log(path.join(folder, `${id}.png`))
  }
  await closePage(page)
}

/** Takes pictures of the built deck, to look at and for the README. */
export async function takeScreenshots(options: ScreenshotOptions): Promise<void> {
  const { edition, dist, numbers, schemes, readme } = options
  // What may be missing is asked for before the deck is built, which takes a minute.
  ensureBrowser()
  const slides = await loadSlides(edition)
  const wanted = numbers ? parseRange(numbers, slides.length) : slides.map(({ no }) => no)
  const chosen = slides.filter(({ no }) => wanted.includes(no))
  if (!dist)
    log(`building the deck, ${edition.name}, a minute or so`)
  const dir = dist
    ? path.resolve(ROOT, dist, edition.folder)
    : await buildDeck({ edition, out: `.cache/screenshots-dist/${edition.id}`, tell: log })
  const browser = await launchBrowser()
  const server = await serveDist({ dir }).catch(async (error) => {
    await browser.close()
    throw error
  })
  try {
    if (readme)
      return await shootReadme(browser, server.url, slides, path.join(README_OUT, edition.folder))
    for (const dark of schemes)
      await shootAll(browser, server.url, chosen, dark, options)
    log(`Look at them in ${outOf(edition)}`)
  }
  finally {
    await browser.close()
    await server.close()
  }
}
