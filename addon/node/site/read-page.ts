import type { Browser } from 'playwright-core'
import type { DocumentFacts } from '../print/document-facts'
import type { EditionSite, Site } from './site'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import Beasties from 'beasties'
import { createStaticVNode, h } from 'vue'
import { fill } from '../../deck'
import { talkWordsOf } from '../../locales/all'
import { launchBrowser } from '../browser/browser'
import { closePage, newDeckPage } from '../browser/deck-page'
import { watchProblems } from '../browser/page-problems'
import { serveDist } from '../browser/static-server'
import { deck } from '../deck'
import { documentFacts } from '../print/document-facts'
import { loadSlides } from '../slidev/slides'
import { UNMATCHED } from './critical-styles'
import { preloadFonts } from './font-preloads'
import { headElements, renderDocument } from './page-template'
import { SOCIAL } from './pictures'

/** Folder of the reading page below the base. */
const FOLDER = 'read'

/** Links to the stylesheets, and the preloads that Beasties adds for them. */
const STYLESHEET = /<link rel="(?:stylesheet|preload)"[^>]*>/g

/** What the deck shows at `/read`. */
interface RenderedPage {
  /** The page's own element, as HTML. */
  markup: string
  /** Paths on the host of the stylesheets that are in force. */
  stylesheets: string[]
  /**
   * `@font-face` rules. Beasties would drop them, since the styles name families by custom properties; a browser fetches only what it
   * needs.
   */
  fontFaces: string[]
}

/** Runs in the page. */
function takePage(): RenderedPage {
  const rules = Array.from(document.styleSheets).flatMap(({ cssRules }) => Array.from(cssRules))
  return {
    markup: document.querySelector('.read')!.outerHTML,
    stylesheets: Array.from(document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]'), ({ href }) => new URL(href).pathname),
    fontFaces: rules.filter(rule => rule instanceof CSSFontFaceRule).map(rule => rule.cssText),
  }
}

/**
 * Opens the reading page of the built deck and takes what Vue made of it.
 * @throws when not all slides appear on it, or when something logged a problem
 */
async function renderPage(browser: Browser, url: string, origin: string, slideCount: number): Promise<RenderedPage> {
  const page = await newDeckPage(browser)
  try {
    const problems = watchProblems(page, origin)
    // The markup only names the pictures; another step makes them.
    await page.route('**/pictures/**', route => route.fulfill({ body: '' }))
    await page.goto(`${url}${FOLDER}`)
    await page.waitForFunction(count => document.querySelectorAll('.read-slide').length === count, slideCount)
    if (problems.length > 0)
      throw new Error(['The reading page has problems:', ...new Set(problems)].join('\n  '))
    return await page.evaluate(takePage)
  }
  finally {
    await closePage(page)
  }
}

/** A whole document around the markup, with the styles still in their files. */
function toDocument(
  { markup, stylesheets, fontFaces }: RenderedPage,
  site: EditionSite,
  facts: DocumentFacts,
  readingTitle: string,
  firstSlide: string,
): Promise<string> {
  const { title, subject, author, language } = facts
  const head = headElements(site, {
    lang: language,
    title: fill(readingTitle, { title }),
    description: subject,
    author,
    path: `${FOLDER}/`,
    picture: { path: `og/${firstSlide}.png`, ...SOCIAL, alt: title },
  })
  return renderDocument(language, [
    ...head,
    // A reader starts to read at once, and no line moves under the eyes: a face that comes late is for the next page. Only on slides may
    // nothing stand in for the right one.
    h('style', { innerHTML: fontFaces.join('\n').replaceAll('font-display: block', 'font-display: optional') }),
    ...stylesheets.map(href => h('link', { rel: 'stylesheet', href })),
    h('script', {
      'src': `${site.base}${FOLDER}/read.js`,
      'data-worker': `${site.site.base}sw.js`,
      'data-kept': talkWordsOf(site.edition.language).labels.copyKept,
      'defer': true,
    }),
  ], [
    createStaticVNode(markup.replace(/<!--.*?-->/gs, ''), 1),
    // A screen reader only tells what changes in a region that it already knows.
    h('p', { class: 'read-said', role: 'status' }),
  ])
}

/** Puts the rules that the document uses into it, and takes the links to the stylesheets out. */
async function withOwnStyles(document: string, { dist, base }: Site): Promise<string> {
  const beasties = new Beasties({
    path: dist,
    publicPath: base,
    fonts: false,
    reduceInlineStyles: false,
    mergeStylesheets: false,
    // It looks for elements inside of the root, and so never finds the root itself.
    allowRules: [...UNMATCHED, /^html:has\(\.read\)$/],
    logLevel: 'error',
  })
  const html = await beasties.process(document)
  return html.replace(STYLESHEET, '').replace(' data-beasties-container', '')
}

/**
 * Writes the annotated talk as one static page, `read/index.html`, that needs no script and no other file but fonts and pictures; where the
 * deck has such a page.
 * @returns whether it has
 * @throws when the built deck does not show it whole
 */
export async function writeReadingPage(site: EditionSite): Promise<boolean> {
  const { readingTitle } = await deck.words(site.edition)
  if (readingTitle === undefined)
    return false
  const slides = await loadSlides(site.edition)
  const file = path.join(site.dist, FOLDER, 'index.html')
  // An older one would be served instead of the deck's own page.
  await rm(file, { force: true })
  const browser = await launchBrowser()
  const server = await serveDist({ dir: site.dist, base: site.base }).catch(async (error) => {
    await browser.close()
    throw error
  })
  try {
    const rendered = await renderPage(browser, server.url, server.origin, slides.length)
    const document = await toDocument(rendered, site, documentFacts(slides), readingTitle, slides[0]!.id)
    await mkdir(path.dirname(file), { recursive: true })
    const name = `${FOLDER}/index.html`
    const html = await withOwnStyles(document, site)
    await writeFile(file, html)
    await writeFile(file, (await preloadFonts(site, new Map([[name, html]]))).get(name)!)
    return true
  }
  finally {
    await browser.close()
    await server.close()
  }
}
