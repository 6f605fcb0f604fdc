import type { Browser, Page } from 'playwright-core'
import type { DeckSlide } from './deck'
import { mkdir, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { launchBrowser } from './browser'
import { buildDeck, ROOT } from './build'
import { runCli, say } from './cli'
import { loadSlides } from './deck'
import { closePage, goTo, openDeck, position, SLIDE } from './deck-page'
import { chosenEdition } from './edition-argument'
import { parseRange } from './range'
import { serveDist } from './static-server'

const OUT = '.cache/screenshots'
const README_OUT = 'docs/images'
/** What `shoot` calls a picture. */
const OWN = /^\d\d-[\w-]+\.png$/
/** The slides that the README shows, by id. */
const README_SLIDES = ['cover', 'headcount-field', 'model', 'limits']

const { values: args } = parseArgs({
  options: {
    lang: { type: 'string' },
    dist: { type: 'string' },
    slides: { type: 'string' },
    clicks: { type: 'boolean', default: false },
    dark: { type: 'boolean', default: false },
    light: { type: 'boolean', default: false },
    scale: { type: 'string', default: '1' },
    size: { type: 'string', default: `${SLIDE.width}x${SLIDE.height}` },
    readme: { type: 'boolean', default: false },
  },
})

function viewport(): { width: number, height: number } {
  const [width = Number.NaN, height = Number.NaN] = args.size.split('x').map(Number)
  if (!(width > 0 && height > 0))
    throw new Error(`--size takes a width and a height such as 1920x1080, not "${args.size}".`)
  return { width, height }
}

/** Pictures of one slide: its last click state, or with `--clicks` each one. */
async function shoot(page: Page, { no, id }: DeckSlide, folder: string): Promise<void> {
  await goTo(page, no)
  const name = `${String(no).padStart(2, '0')}-${id}`
  if (!args.clicks)
    return void await page.screenshot({ path: path.join(folder, `${name}.png`) })
  const { clicksTotal } = await position(page)
  for (let clicks = 0; clicks <= clicksTotal; clicks++) {
    await goTo(page, no, clicks)
    await page.screenshot({ path: path.join(folder, `${name}-${clicks}.png`) })
  }
}

/** Each chosen slide in one colour scheme, to `.cache/screenshots/<light|dark>/NN-id.png`, or `.cache/screenshots/zh/…`. */
async function shootAll(browser: Browser, url: string, slides: DeckSlide[], folder: string, dark: boolean): Promise<void> {
  await mkdir(folder, { recursive: true })
  // Of slides that are gone, or now have another number or fewer clicks.
  if (!args.slides)
    await Promise.all((await readdir(folder)).filter(name => OWN.test(name)).map(name => rm(path.join(folder, name))))
  const start = performance.now()
  const page = await openDeck(browser, { url, dark, viewport: viewport(), scale: Number(args.scale) }, slides[0]?.no)
  for (const slide of slides)
    await shoot(page, slide, folder)
  await closePage(page)
  const seconds = (performance.now() - start) / 1000
  say(`${slides.length} slides, ${dark ? 'dark' : 'light'}, ${seconds.toFixed(1)} s: ${path.relative(ROOT, folder)}/`)
}

/** The pictures in the README: small, light, named after the slide's id alone so that a new slide does not move them. */
async function shootReadme(browser: Browser, url: string, slides: DeckSlide[], folder: string): Promise<void> {
  await mkdir(path.join(ROOT, folder), { recursive: true })
  const page = await openDeck(browser, { url, viewport: { width: 800, height: 450 }, scale: 1 })
  for (const id of README_SLIDES) {
    const slide = slides.find(slide => slide.id === id)
    if (!slide)
      throw new Error(`The README shows the slide with id "${id}", and slides.md has none. Known: ${slides.map(({ id }) => id).join(', ')}.`)
    await goTo(page, slide.no)
    await page.screenshot({ path: path.join(ROOT, folder, `${id}.png`) })
    say(path.join(folder, `${id}.png`))
  }
  await closePage(page)
}

/**
 * `npm run screenshots [-- --lang zh --slides 3,5-8 --clicks --light --dark --scale 2 --size 1920x1080 --dist <dir> --readme]`:
 * pictures of the built deck, to look at and for the README.
 */
runCli(async () => {
  const edition = chosenEdition(args.lang)
  const slides = await loadSlides(edition)
  const numbers = args.slides ? parseRange(args.slides, slides.length) : slides.map(({ no }) => no)
  const chosen = slides.filter(({ no }) => numbers.includes(no))
  const dir = args.dist ? path.resolve(ROOT, args.dist, edition.folder) : await buildDeck({ edition, out: `.cache/screenshots-dist/${edition.id}` })
  const browser = await launchBrowser()
  const server = await serveDist({ dir }).catch(async (error) => {
    await browser.close()
    throw error
  })
  try {
    if (args.readme)
      return await shootReadme(browser, server.url, slides, path.join(README_OUT, edition.folder))
    const schemes = args.dark === args.light ? [false, true] : [args.dark]
    for (const dark of schemes)
      await shootAll(browser, server.url, chosen, path.join(ROOT, OUT, edition.folder, dark ? 'dark' : 'light'), dark)
  }
  finally {
    await browser.close()
    await server.close()
  }
})
