import type { EditionSite } from './site'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { launchBrowser } from '../browser/browser'
import { closePage, newDeckPage } from '../browser/deck-page'
import { serveDist } from '../browser/static-server'
import { readFileName } from '../slidev/build-edition'

/** What the file may weigh, in bytes: it goes by mail, and onto any stick. */
export const READ_FILE_LIMIT = 3_000_000

/**
 * What the file may load: nothing but what is in it. Otherwise as the pages of the site have it; from a stick, where no host is, `'self'`
 * would mean nothing.
 */
export const READ_FILE_POLICY
  = 'default-src \'none\'; img-src data:; font-src data:; style-src \'unsafe-inline\'; base-uri \'none\'; form-action \'none\''

/** What the file is made with. */
interface Making {
  base: string
  /** Where the site will live, empty when nobody said. */
  origin: string
  policy: string
  fonts: string[]
  /** The file itself, to which it needs no link. */
  name: string
}

/** Runs in the reading page: puts its pictures and faces into it, and takes out what leads nowhere from a stick. */
async function toOneFile({ base, origin, policy, fonts, name }: Making): Promise<string> {
  document.querySelectorAll('script, link:not([rel=canonical]), source').forEach(element => element.remove())
  if (!origin)
    document.querySelector('link[rel=canonical]')?.remove()
  document.querySelectorAll('a[href]').forEach((link) => {
    const href = link.getAttribute('href')!
    if (href.endsWith(name))
      link.remove()
    else if (href.startsWith(base) && origin)
      link.setAttribute('href', origin + href)
    else if (href.startsWith(base))
      link.removeAttribute('href')
  })
  const dataOf = async (address: string, type: string) => {
    const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer())
    return `data:${type};base64,${btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''))}`
  }
  for (const image of document.images) {
    image.src = await dataOf(image.getAttribute('src')!, 'image/webp')
    image.removeAttribute('loading')
    image.removeAttribute('decoding')
  }
  const faces = new Map<string, string>()
  for (const font of fonts)
    faces.set(font, await dataOf(font, 'font/woff2'))
  for (const style of document.querySelectorAll('style')) {
    // Faces that no word of the page needs would be as heavy as those that it has. These never come too late.
    style.textContent = style.textContent.replace(/@font-face\s*\{[^}]*\}/g, (rule) => {
      const face = [...faces].find(([font]) => rule.includes(font))
      return face ? rule.replace(/url\("?[^")]+"?\)/, `url("${face[1]}")`).replace('font-display: optional', 'font-display: block') : ''
    })
  }
  // Last of all: it is in force at once.
  document.querySelector('meta[http-equiv="Content-Security-Policy"]')!.setAttribute('content', policy)
  return `<!DOCTYPE html>\n${document.documentElement.outerHTML}\n`
}

/**
 * Writes the reading page as one file, which opens from a stick by a double click: with its pictures and faces, and without scripts. Its
 * links lead to the site where its host is known, and within the page in any case.
 * @param site whose reading page has been written
 * @throws when it is too heavy to be passed on
 */
export async function writeReadingFile(site: EditionSite): Promise<void> {
  const name = readFileName(site.edition)
  const server = await serveDist({ dir: site.dist, base: site.base })
  const browser = await launchBrowser()
  try {
    const page = await newDeckPage(browser)
    // Its script would ask for a service worker.
    await page.route('**/*.js', route => route.abort())
    await page.goto(`${server.url}read/`, { waitUntil: 'networkidle' })
    const fonts = await page.locator('link[rel=preload][as=font]').evaluateAll(links => links.map(link => link.getAttribute('href')!))
    const making = { base: site.base, origin: site.origin, policy: READ_FILE_POLICY, fonts, name }
    const html = await page.evaluate(toOneFile, making)
    await closePage(page)
    const size = new TextEncoder().encode(html).length
    if (size > READ_FILE_LIMIT)
      throw new Error(`${name} has ${size} bytes, more than the ${READ_FILE_LIMIT} that one can pass on.`)
    await writeFile(path.join(site.dist, name), html)
  }
  finally {
    await browser.close()
    await server.close()
  }
}
