import type { DeckWords } from '../../deck'
import type { DocumentFacts } from '../print/document-facts'
import type { EditionSite, Site } from './site'
import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { glob } from 'tinyglobby'
import { deck, editions } from '../deck'
import { documentFacts } from '../print/document-facts'
import { pdfName, readFileName } from '../slidev/build-edition'
import { loadSlides } from '../slidev/slides'
import { alternates } from './alternates'
import { CONTENT_SECURITY_POLICY, tokenColour } from './head-tags'
import { addressOf, editionSite } from './site'

const HOUR = 'public, max-age=3600'
const FOREVER = 'public, max-age=31536000, immutable'
/** Kept, but asked for each time whether it is still the same: a new deployment shows at once. */
const ASK = 'no-cache'

/**
 * What may be kept by a browser, and how long, below an edition's base. All else has no rule, since hosts that read this file have it asked
 * for each time, and no pattern is fit for pages: to Netlify `:name/` is also any file beside them, and `:name.pdf` any path of one part.
 * No path matches twice: Cloudflare would join both values by a comma.
 */
const CACHING: [pattern: string, value: string][] = [
  ['assets/*', FOREVER],
  ['data/*', HOUR],
  ['pictures/*', HOUR],
  ['slides/*', HOUR],
  ['og/*', HOUR],
  ['app-icons/*', HOUR],
]

/** What the deck does without, also should a file of it be exchanged: it keeps full screen and a screen that stays awake. */
const WITHOUT = ['geolocation', 'payment', 'usb', 'serial', 'hid', 'midi']
/** What Slidev's recorder needs, which a hosted deck has only where its headmatter says `record: true` or `build`. */
const RECORDER = ['camera', 'microphone', 'display-capture']

/**
 * Headers in the format of Netlify and Cloudflare Pages, which read them at the root of the host: paths have the base. Whoever embeds the
 * deck may do so: there is no `frame-ancestors` and no `X-Frame-Options`.
 */
export function headersFile({ base }: Pick<Site, 'base'>, { isRecorded = false } = {}): string {
  const rule = (pattern: string, headers: Record<string, string>) =>
    [base + pattern, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ''].join('\n')
  return [
    rule('*', {
      'Content-Security-Policy': CONTENT_SECURITY_POLICY,
      'X-Content-Type-Options': 'nosniff',
      // Where a reader came from is nobody's business.
      'Referrer-Policy': 'same-origin',
      'Permissions-Policy': [...WITHOUT, ...isRecorded ? [] : RECORDER].map(feature => `${feature}=()`).join(', '),
    }),
    ...[
      ['sw.js', ASK] as const,
      ...editions.flatMap(edition => [
        ...CACHING.map(([pattern, value]) => [edition.folder + pattern, value] as const),
        ...[pdfName(edition), readFileName(edition)].map(file => [edition.folder + file, HOUR] as const),
        [`${edition.folder}manifest.webmanifest`, ASK] as const,
      ]),
    ].map(([pattern, value]) => rule(pattern, { 'Cache-Control': value })),
  ].join('\n')
}

/** What a browser needs to install the deck. Not full screen: that is for the stage, by a key, and a reader wants the way out. */
export function manifest(
  { base, site }: Pick<EditionSite, 'base' | 'site'>,
  { title, subject, language }: Pick<DocumentFacts, 'title' | 'subject' | 'language'>,
  { shortTitle }: Pick<DeckWords, 'shortTitle'>,
): object {
  const icon = (file: string, size: number, purpose: string) => ({
    src: `${base}app-icons/${file}`,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  })
  return {
    id: base,
    name: title,
    short_name: shortTitle,
    description: subject,
    lang: language,
    start_url: base,
    // A change of language stays within the app.
    scope: site.base,
    display: 'standalone',
    theme_color: tokenColour('paper-light'),
    background_color: tokenColour('paper-light'),
    icons: [
      icon('icon-192.png', 192, 'any'),
      icon('icon-512.png', 512, 'any'),
      icon('maskable-512.png', 512, 'maskable'),
    ],
  }
}

/**
 * The pages that search engines should know, as sitemaps.org has it: paths below each edition's base, in which nothing needs to be
 * escaped; each names its other languages. It wants whole addresses: without a host there is none.
 */
export function sitemap(site: Pick<Site, 'base' | 'origin'>, pages: string[], date: Date): string {
  const lastmod = date.toISOString().slice(0, 10)
  const links = (page: string) => alternates({ site: { dist: '', ...site } }, page)
    .map(({ hreflang, href }) => `<xhtml:link rel="alternate" hreflang="${hreflang}" href="${href}"/>`)
    .join('')
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...editions.flatMap(({ folder }) =>
      pages.map(page => `  <url><loc>${addressOf(site, folder + page)}</loc><lastmod>${lastmod}</lastmod>${links(page)}</url>`),
    ),
    '</urlset>',
    '',
  ].join('\n')
}

/** Everything may be read; pages that only start a tool say of themselves that they need not be found. */
export function robots(site: Pick<Site, 'base' | 'origin'>): string {
  // The protocol wants a whole address here.
  return ['User-agent: *', 'Disallow:', ...site.origin ? [`Sitemap: ${addressOf(site, 'sitemap.xml')}`] : [], ''].join('\n')
}

/** Paths of an edition's pages of slides, the first of which is the deck's own, and of the reading page, as far as they were made. */
async function publicPages({ dist }: Pick<Site, 'dist'>): Promise<string[]> {
  const files = await glob(['*/index.html'], { cwd: dist })
  const numbers = files.map(file => Number.parseInt(file)).filter(no => no > 1).sort((a, b) => a - b)
  return ['', ...numbers.map(no => `${no}/`), ...files.includes('read/index.html') ? ['read/'] : []]
}

/** Folders at a domain's root that Apache and lighttpd of Debian answer with something of their own. */
const TAKEN = ['icons', 'cgi-bin', 'javascript', 'manual', 'doc', 'server-status']

/**
 * What hosts would hide of the site: GitHub Pages from a branch drops whatever begins with `_`, and others have folders of their own.
 * @param files as paths below the base
 * @returns one sentence for each
 */
export function hiddenByHosts(files: readonly string[]): string[] {
  const begins = files.filter(file => file !== '_headers' && /(?:^|\/)_/.test(file))
  const taken = TAKEN.filter(folder => files.some(file => file.startsWith(`${folder}/`)))
  return [
    ...begins.map(file => `"${file}" begins with "_": GitHub Pages would not serve it.`),
    ...taken.map(folder => `Apache or lighttpd keep the name "${folder}" for a folder of their own: call that of public/ otherwise.`),
  ]
}

/**
 * Writes what a static host and a browser want to know of the site: `_headers`, `.nojekyll`, `robots.txt`, `sitemap.xml` where the host is
 * known, and for each edition its `manifest.webmanifest`. Takes Slidev's `_redirects` away: with a file for every page it would only turn
 * unknown addresses into the first slide.
 * @throws when some host would hide a file
 */
export async function writeHostFiles(site: Site): Promise<void> {
  const slides = await Promise.all(editions.map(edition => loadSlides(edition)))
  const facts = slides.map(slides => documentFacts(slides))
  const isRecorded = slides.some(([first]) => first?.frontmatter.record === true || first?.frontmatter.record === 'build')
  const words = await Promise.all(editions.map(edition => deck.words(edition)))
  const files: Record<string, string> = {
    '_headers': headersFile(site, { isRecorded }),
    'robots.txt': robots(site),
    // Without it GitHub Pages from a branch would build a site of its own out of this one.
    '.nojekyll': '',
    ...site.origin && { 'sitemap.xml': sitemap(site, await publicPages(site), facts[0]!.date) },
    ...Object.fromEntries(editions.map((edition, index) => {
      const content = manifest(editionSite(site, edition), facts[index]!, words[index]!)
      return [`${edition.folder}manifest.webmanifest`, `${JSON.stringify(content, null, 2)}\n`]
    })),
  }
  await Promise.all(Object.entries(files).map(([name, content]) => writeFile(path.join(site.dist, name), content)))
  await Promise.all(editions.map(({ folder }) => rm(path.join(site.dist, folder, '_redirects'), { force: true })))
  const [hidden] = hiddenByHosts(await glob('**', { cwd: site.dist, dot: true }))
  if (hidden)
    throw new Error(`Some hosts would hide a part of the site: ${hidden}`)
}
