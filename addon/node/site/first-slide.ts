import type { Browser } from 'playwright-core'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { closePage, newDeckPage, waitUntilStill } from '../browser/deck-page'

/** A file that a browser fetched. */
export interface FetchedFile {
  /** Path below the deck's base. */
  path: string
  /** As Playwright calls it. */
  type: string
  /** What travels, in bytes: with gzip at its best, which fonts and pictures do without. */
  size: number
}

const COMPRESSED = ['document', 'script', 'stylesheet', 'fetch', 'manifest']

/**
 * Slidev fetches all other slides after this many milliseconds (SlidesShow.vue of @slidev/client), and the deck what nobody needs before
 * (addon/client/replace-prerendered.ts) a little later.
 */
const PRELOAD_DELAY = 3000

/** Size of a file as a static host sends it, in bytes. */
export function gzipSize(content: Uint8Array): number {
  return gzipSync(content, { level: 9 }).length
}

/** Size of a file as most hosts send it today, in bytes: with brotli, unless it is compressed in itself. */
export function brotliSize(path: string, content: Uint8Array): number {
  return /\.(?:html|js|css|svg|json|webmanifest)$/.test(path) ? brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length : content.length
}

/**
 * What a browser fetches until the live first slide stands, its neighbour included. The timers for everything else are
 * held back, so that a slow machine does not count them in.
 * @param browser any browser of ours
 * @param url address of the deck, with a slash at the end
 */
export async function fetchFirstSlide(browser: Browser, url: string): Promise<FetchedFile[]> {
  const page = await newDeckPage(browser)
  try {
    await page.addInitScript(`{
      const later = window.setTimeout
      window.setTimeout = (run, delay, ...rest) => delay >= ${PRELOAD_DELAY} ? 0 : later(run, delay, ...rest)
    }`)
    const fetched: Promise<FetchedFile>[] = []
    page.on('response', (response) => {
      const type = response.request().resourceType()
      if (response.ok() && response.url().startsWith(url)) {
        fetched.push(
          response
            .body()
            .then(body => ({
              path: response.url().slice(url.length),
              type,
              size: COMPRESSED.includes(type) ? gzipSize(body) : body.length,
            })),
        )
      }
    })
    await page.goto(url)
    await page.waitForSelector('.slidev-layout')
    await waitUntilStill(page, 1)
    await page.waitForLoadState('networkidle')
    return await Promise.all(fetched)
  }
  finally {
    await closePage(page)
  }
}
