import type { CDPSession, Page } from 'playwright-core'
import type { Report } from '../cli/progress'
import type { DeckSlide } from '../slidev/slides'
import type { CapturedSlide, Shell, SlideStates } from './capture'
import type { PageFacts } from './page-template'
import type { EditionSite, Site } from './site'
import { Buffer } from 'node:buffer'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { launchBrowser } from '../browser/browser'
import { closePage, goTo, newDeckPage, openSlide, position, SLIDE } from '../browser/deck-page'
import { serveDist } from '../browser/static-server'
import { loadSlides } from '../slidev/slides'
import { addCapture, shoot } from './capture'
import { inlineCriticalStyles } from './critical-styles'
import { preloadFonts } from './font-preloads'
import { missingPage, shellPage, slidePage } from './slide-pages'

/** Device pixels to a slide pixel in pictures of slides. */
const PICTURE_SCALE = 2

async function write(site: Site, file: string, content: string | Uint8Array): Promise<void> {
  const target = path.join(site.dist, file)
  await mkdir(path.dirname(target), { recursive: true })
  await writeFile(target, content)
}

/** Copies a slide in all of its states and writes its pictures in the light scheme, or in the dark one for what was found in the light. */
async function captureStates(
  site: EditionSite,
  page: Page,
  session: CDPSession,
  slide: DeckSlide,
  light?: SlideStates,
): Promise<SlideStates> {
  const scheme = light ? 'dark' : 'light'
  const { no, id } = slide
  await goTo(page, no, 0)
  const first = (await position(page)).clicks
  await goTo(page, no, 'last')
  const last = Math.max(first, (await position(page)).clicksTotal)
  const states: CapturedSlide[] = []
  // In the dark only pictures differ, and most slides have none.
  if (!light || light.pictures.length > 0) {
    for (let step = first; step <= last; step++) {
      await goTo(page, no, step)
      const options = { no, base: site.base, folder: `slides/${id}`, step, first, frontMatter: Object.keys(slide.frontmatter) }
      const state = await page.evaluate(options => window.captureSlide(options), options)
      for (const { name, data } of state.pictures)
        await write(site, `${name}-${scheme}.png`, Buffer.from(data, 'base64'))
      states.push(state)
    }
  }
  await write(
    site,
    scheme === 'light' ? `pictures/${id}.webp` : `pictures/${id}-dark.webp`,
    await shoot(session, 'webp', SLIDE, PICTURE_SCALE),
  )
  if (scheme === 'light')
    await write(site, `og/${id}.png`, await shoot(session, 'png', SLIDE))
  return light ?? {
    slide,
    first: states[0]!,
    last: states.at(-1)!,
    steps: [first, last],
    pictures: states.flatMap(({ pictures }) => pictures.map(({ name }) => name)),
  }
}

/** What pages are made of. */
interface CapturedDeck {
  states: SlideStates[]
  shell: Shell
  styles: string[]
  /** Keys that turn something of the deck on and off. */
  toggles: string[]
}

/** All slides as pages can hold them, and what the deck's own page loads. Writes their pictures. */
async function captureDeck(
  site: EditionSite,
  slides: DeckSlide[],
  report: Report,
): Promise<CapturedDeck> {
  const server = await serveDist({ dir: site.dist, base: site.base })
  const browser = await launchBrowser()
  try {
    const captureAll = async (light?: SlideStates[]) => {
      const scheme = light ? 'dark' : 'light'
      const page = await newDeckPage(browser, { dark: light !== undefined, scale: PICTURE_SCALE })
      await addCapture(page)
      await openSlide(page, server.url, 1)
      const session = await page.context().newCDPSession(page)
      const states: SlideStates[] = []
      for (const [index, slide] of slides.entries()) {
        states.push(await captureStates(site, page, session, slide, light?.[index]))
        report(`captured, ${scheme}`, states.length, slides.length)
      }
      const shell = await page.evaluate(base => window.readShell(base), site.base)
      // In the order of the cascade.
      const styles = await page.evaluate(() => [...document.styleSheets].flatMap(({ href }) => href ? [new URL(href).pathname] : []))
      const toggles = await page.evaluate(() => window.toggleKeys())
      await closePage(page)
      return { states, shell, styles, toggles }
    }
    const light = await captureAll()
    await captureAll(light.states)
    return light
  }
  finally {
    await browser.close()
    await server.close()
  }
}

/**
 * Writes each slide as a page of its own that shows it before any script runs, and pages that start the deck's tools. Pictures go to
 * `pictures/<id>.webp` and `-dark.webp` (2560 × 1440, last click state), `og/<id>.png` (1280 × 720) and `slides/` (charts).
 * @throws when there is no browser, or a slide does not come to rest
 */
export async function prerender(site: EditionSite, report: Report): Promise<void> {
  const slides = await loadSlides(site.edition)
  const captured = await captureDeck(site, slides, report)
  const { states, shell } = captured
  const deck = slides[0]!.frontmatter
  const tool = (path: string): PageFacts => ({
    lang: String(deck.lang),
    title: String(deck.title),
    description: String(deck.info),
    path,
    isTool: true,
  })
  const addTool = async (path: string) => write(site, `${path}index.html`, await shellPage(site, tool(path), shell))
  for (const address of ['overview/', 'print/', 'handout/', 'notes/', 'entry/', 'presenter/'])
    await addTool(address)
  for (const { no } of slides)
    await addTool(`presenter/${no}/`)
  // For whatever a host does not have it gives its root's page, or that of the nearest folder which has one.
  await write(site, '404.html', await missingPage(site, tool('404'), shell))

  const pages = new Map<string, string>()
  for (const state of states) {
    const html = await inlineCriticalStyles(await slidePage(site, state, captured), site, shell)
    pages.set(`${state.slide.no}/index.html`, html)
  }
  for (const [file, html] of pages)
    await write(site, file, html)
  const withFonts = await preloadFonts(site, pages)
  for (const [file, html] of withFonts)
    await write(site, file, html)
  await write(site, 'index.html', withFonts.get('1/index.html')!)
}
