import type { Site } from './site'
import { launchBrowser } from '../browser/browser'
import { SLIDE } from '../browser/deck-page'
import { serveDist } from '../browser/static-server'

/**
 * Has each page ask for its fonts at once instead of when its styles are understood: for those that a browser, without JavaScript, was seen
 * to fetch.
 * @param site whose pages are written already
 * @param pages HTML by file
 * @returns the same pages with preloads
 */
export async function preloadFonts(site: Site, pages: ReadonlyMap<string, string>): Promise<Map<string, string>> {
  const server = await serveDist({ dir: site.dist, base: site.base })
  const browser = await launchBrowser()
  try {
    const page = await (await browser.newContext({ viewport: SLIDE, javaScriptEnabled: false })).newPage()
    const preloaded = new Map<string, string>()
    for (const [file, html] of pages) {
      await page.goto(server.url + file.replace(/index\.html$/, ''))
      const fonts = await page.evaluate(async () => {
        await document.fonts.ready
        return performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname).filter(path => path.endsWith('.woff2'))
      })
      const links = [...new Set(fonts)].sort().map(href => `<link rel="preload" href="${href}" as="font" type="font/woff2" crossorigin>`)
      preloaded.set(file, html.replace('<title>', `${links.join('')}<title>`))
    }
    return preloaded
  }
  finally {
    await browser.close()
    await server.close()
  }
}
