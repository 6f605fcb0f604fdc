import type { CDPSession, Page } from 'playwright-core'
import type { Report } from '../cli/progress'
import type { DeckSlide } from '../slidev/slides'
import type { CapturedSlide, Shell, SlideStates } from './capture'
import type { PageFacts } from './page-template'
import type { EditionSite, Site } from './site'
import { Buffer } from 'node:buffer'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fill } from '../../lib/fill'
import { talkWordsOf } from '../../locales/all'
import { launchBrowser } from '../browser/browser'
import { closePage, goTo, newDeckPage, openSlide, position, SLIDE } from '../browser/deck-page'
import { serveDist } from '../browser/static-server'
import { deck } from '../deck'
import { loadSlides } from '../slidev/slides'
import { addCapture, shoot } from './capture'
import { inlineCriticalStyles } from './critical-styles'
import { preloadFonts } from './font-preloads'
import { chartPicture, isWithoutHues, READING_SCALE, readingPicture, socialPicture } from './pictures'
import { missingPage, shellPage, slidePage } from './slide-pages'

/** Device pixels to a slide pixel where charts are copied: as many as most screens have. */
const CHART_SCALE = 2

async function write(site: Site, file: string, content: string | Uint8Array): Promise<void> {
  const target = path.join(site.dist, file)
  await mkdir(path.dirname(target), { recursive: true })
  await writeFile(target, content)
}

interface Capture {
  site: EditionSite
  page: Page
  session: CDPSession
  /** Whether there is a reading page, which shows each slide as a picture. */
  hasReadingPage: boolean
  /** Pictures on their way to the disk, beside the work of the browser. */
  pictures: Promise<void>[]
}

/** Copies a slide in all of its states and writes its pictures in the light scheme, or in the dark one for what was found in the light. */
async function captureStates(
  { site, page, session, hasReadingPage, pictures }: Capture,
  slide: DeckSlide,
  light?: SlideStates,
): Promise<SlideStates> {
  if (light && !hasReadingPage && light.pictures.length === 0)
    return light
  const scheme = light ? 'dark' : 'light'
  const { no, id } = slide
  await goTo(page, no, 0)
  const { clicks: first, clicksTotal } = await position(page)
  const last = Math.max(first, clicksTotal)
  const states: CapturedSlide[] = []
  // In the dark only pictures differ, and most slides have none.
  if (light && light.pictures.length === 0) {
    await goTo(page, no, last)
  }
  else {
    for (let step = first; step <= last; step++) {
      await goTo(page, no, step)
      const options = { no, base: site.base, folder: `slides/${id}`, step, first, frontMatter: Object.keys(slide.frontmatter) }
      const state = await page.evaluate(options => window.captureSlide(options), options)
      for (const { name, data } of state.pictures)
        pictures.push(chartPicture(Buffer.from(data, 'base64')).then(picture => write(site, `${name}-${scheme}.webp`, picture)))
      states.push(state)
    }
  }
  const picture = await shoot(session, SLIDE, READING_SCALE)
  const isPlain = isWithoutHues(picture)
  if (hasReadingPage) {
    const file = scheme === 'light' ? `pictures/${id}.webp` : `pictures/${id}-dark.webp`
    pictures.push(readingPicture(picture, isPlain).then(picture => write(site, file, picture)))
  }
  if (scheme === 'light')
    pictures.push(socialPicture(picture, isPlain).then(picture => write(site, `og/${id}.png`, picture)))
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
  isRead: boolean,
): Promise<CapturedDeck> {
  const server = await serveDist({ dir: site.dist, base: site.base })
  const browser = await launchBrowser()
  const { readingTitle } = await deck.words(site.edition)
  const pictures: Promise<void>[] = []
  try {
    const captureAll = async (light?: SlideStates[]) => {
      const scheme = light ? 'dark' : 'light'
      const page = await newDeckPage(browser, { dark: light !== undefined, scale: CHART_SCALE })
      await addCapture(page)
      await openSlide(page, server.url, 1)
      const session = await page.context().newCDPSession(page)
      const capture = { site, page, session, hasReadingPage: isRead && readingTitle !== undefined, pictures }
      const states: SlideStates[] = []
      for (const [index, slide] of slides.entries()) {
        states.push(await captureStates(capture, slide, light?.[index]))
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
    await Promise.all(pictures)
    return light
  }
  finally {
    await Promise.allSettled(pictures)
    await browser.close()
    await server.close()
  }
}

/**
 * Writes each slide as a page of its own that shows it before any script runs, and pages that start the deck's tools. Pictures go to
 * `pictures/<id>.webp` and `-dark.webp` (1360 × 765, last click state; where there is a reading page), `og/<id>.png` (1200 × 630) and
 * `slides/` (charts).
 * @param site the edition
 * @param report told of each slide
 * @param isRead whether a reading page is made of it, where the deck has one
 * @throws when there is no browser, or a slide does not come to rest
 */
export async function prerender(site: EditionSite, report: Report, isRead: boolean): Promise<void> {
  const slides = await loadSlides(site.edition)
  const captured = await captureDeck(site, slides, report, isRead)
  const { states, shell } = captured
  const deck = slides[0]!.frontmatter
  const { stage } = talkWordsOf(String(deck.lang))
  const titles: Readonly<Record<string, string>> = { ...stage.viewTitles, presenter: stage.presenterTitle }
  const tool = (path: string): PageFacts => ({
    lang: String(deck.lang),
    title: fill(titles[path.split('/')[0]!] ?? '{title}', { title: String(deck.title) }),
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
