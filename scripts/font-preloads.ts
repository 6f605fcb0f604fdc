import type { Site } from './site'
import { launchBrowser } from './browser'
import { closePage, SLIDE } from './deck-page'
import { serveDist } from './static-server'

/**
 * Has each page ask for its fonts at once instead of when its styles are understood: for those that a browser, without JavaScript, was seen to fetch.
 * @param site whose pages are written already
 * @param pages HTML by file
 * @returns the same pages with preloads
 */
export async function preloadFonts(site: Site, pages: ReadonlyMap<string, string>): Promise<Map<string, string>> {
  const server = await serveDist({ dir: site.dist, base: site.base })
  const browser = await launchBrowser()
  try {
    const preloaded = new Map<string, string>()
    for (const [file, html] of pages) {
      const page = await (await browser.newContext({ viewport: SLIDE, javaScriptEnabled: false })).newPage()
      const fonts = new Set<string>()
      page.on('request', request => request.resourceType() === 'font' && fonts.add(new URL(request.url()).pathname))
      await page.goto(server.url + file.replace(/index\.html$/, ''), { waitUntil: 'networkidle' })
      await closePage(page)
      const links = [...fonts].sort().map(href => `<link rel="preload" href="${href}" as="font" type="font/woff2" crossorigin>`)
      preloaded.set(file, html.replace('<title>', `${links.join('')}<title>`))
    }
    return preloaded
  }
  finally {
    await browser.close()
    await server.close()
  }
}
