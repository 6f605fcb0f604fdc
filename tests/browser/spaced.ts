import type { Page } from 'playwright-core'
import { measure, overlaps } from './measure'

/** What a reader may set (WCAG 2.2, 1.4.12), by itself and together. */
export const SPACINGS = {
  lines: '* { line-height: 1.5 !important }',
  paragraphs: 'p { margin-bottom: 2em !important }',
  letters: '* { letter-spacing: 0.12em !important }',
  words: '* { word-spacing: 0.16em !important }',
}
export const ALL_SPACINGS = Object.values(SPACINGS).join('\n')

/** Adds a style to a page. Playwright's own way never ends without scripts (findings/playwright-style-tag-without-scripts.sh). */
export async function addSpacing(page: Page, spacing: string): Promise<void> {
  await page.evaluate((spacing) => {
    document.head.appendChild(document.createElement('style')).textContent = spacing
  }, spacing)
}

/** Sets a reader's spacing in a page of the deck, and waits until its slides have room for it. */
export async function spaceOut(page: Page, spacing: string): Promise<void> {
  // What waits for the first slide to stand comes now.
  await page.keyboard.press('Shift')
  const size = () => page.evaluate(() => getComputedStyle(document.querySelector('.slidev-layout')!).getPropertyValue('--type-body'))
  const before = await size()
  await page.addStyleTag({ content: spacing })
  for (const end = Date.now() + 5000; await size() === before && Date.now() < end;)
    await new Promise(resolve => setTimeout(resolve, 50))
}

/**
 * Sets a reader's spacing in a page before an address is opened, as a browser's own style does. What waits until the first slide has stood
 * for a while never comes there.
 */
export async function spacedFromStart(page: Page, spacing: string): Promise<void> {
  await page.addInitScript((spacing) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(spacing)
    document.adoptedStyleSheets = [sheet]
    const wait = window.setTimeout
    window.setTimeout = ((...args: Parameters<typeof wait>) => Number(args[1]) >= 3000 ? 0 : wait(...args)) as typeof wait
  }, spacing)
}

/** What is cut, or runs into something else, on the slide that is shown. */
export async function slideFaults(page: Page): Promise<string[]> {
  const { texts, outside } = await measure(page)
  return [...outside, ...overlaps(texts)]
}

/** What is cut, runs into something else or needs scrolling sideways in any other page, or within a part of it. */
export function pageFaults(page: Page, within = 'body'): Promise<string[]> {
  return page.evaluate((within) => {
    const root = document.querySelector(within)!
    const isSeen = (element: Element) => !element.closest('.sr-only, caption, #slideshow, .slidev-slide-content')
      && element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    const sayingOf = (element: Element) => `<${element.tagName.toLowerCase()} class="${element.className}"> ${element.textContent.trim().slice(0, 40)}`
    const blockOf = (element: Element): Element =>
      getComputedStyle(element).display === 'inline' && element !== root ? blockOf(element.parentElement!) : element
    const faults: string[] = []
    for (const element of root.querySelectorAll<HTMLElement>('*')) {
      const { overflowX, overflowY } = getComputedStyle(element)
      if (!element.textContent.trim() || !isSeen(element) || element instanceof SVGElement)
        continue
      const [x, y] = [element.scrollWidth - element.clientWidth, element.scrollHeight - element.clientHeight]
      if ((['hidden', 'clip'].includes(overflowX) && x > 1) || (['hidden', 'clip'].includes(overflowY) && y > 1))
        faults.push(`cut by ${x} × ${y} px: ${sayingOf(element)}`)
    }
    const lines: { block: Element, text: string, left: number, right: number, top: number, bottom: number }[] = []
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement!
      if (!walker.currentNode.textContent!.trim() || !isSeen(element))
        continue
      const range = document.createRange()
      range.selectNodeContents(walker.currentNode)
      const block = blockOf(element)
      const text = element.textContent.trim().slice(0, 40)
      lines.push(...Array.from(range.getClientRects(), ({ left, right, top, bottom }) => ({ block, text, left, right, top, bottom })))
    }
    // A page for reading has thousands of lines: each is compared with those that begin before it ends.
    lines.sort((one, other) => one.top - other.top)
    lines.forEach((one, index) => {
      for (let at = index + 1; at < lines.length && lines[at]!.top < one.bottom; at++) {
        const other = lines[at]!
        const width = Math.min(one.right, other.right) - Math.max(one.left, other.left)
        const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
        if (one.block !== other.block && width > 2 && height > 4)
          faults.push(`"${one.text}" and "${other.text}" share ${width.toFixed()} × ${height.toFixed()} px`)
      }
    })
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth > clientWidth + 1 ? [...faults, `it is ${scrollWidth} px wide in a window of ${clientWidth} px`] : faults
  }, within)
}
