import type { Page } from 'playwright-core'
import type { PNG } from 'pngjs'
import type { Area } from './luminance'
import { waitUntilStill } from '../../addon/node/browser/deck-page'
import { lowContrast } from './contrast'
import { coloursIn, contrast, decode, luminance } from './luminance'

/** WCAG 2.2, 1.4.11: what one has to see to press it. */
const NEEDED = 3
/** What can be pressed around a slide, with an icon or with words, and what stands beside it. What is switched off may be faint. */
const BUTTONS = ['nav .slidev-icon-btn', '.slidev-presenter .slidev-icon-btn'].map(at => `${at}:not(.disabled)`).join()
const TEXTS = [
  'nav .talk-count',
  'nav .edition-link',
  '.slidev-presenter .bottom span',
  '.slidev-presenter .grid-section > div > span',
].join()

interface Box extends Area { name: string }

/** Runs in the page: boxes of the icons that are in the window and not under anything else. */
function icons(selector: string): Box[] {
  return [...document.querySelectorAll<HTMLElement>(selector)].flatMap((button) => {
    const icon = button.querySelector('[class*="i-carbon"], [class*="i-ph"]')
    if (!icon)
      return []
    const { x, y, width, height } = icon.getBoundingClientRect()
    const [middleX, middleY] = [x + width / 2, y + height / 2]
    const isSeen = width > 0 && button.checkVisibility({ opacityProperty: true, visibilityProperty: true })
      && middleX < innerWidth && middleY < innerHeight && button.contains(document.elementFromPoint(middleX, middleY))
    return isSeen ? [{ name: button.getAttribute('aria-label') ?? (button.title || button.textContent.trim()), x, y, width, height }] : []
  })
}

/** The contrast between the commonest colour of an area and the one that differs most from it. */
function strongest(picture: PNG, area: Area): number {
  const colours = coloursIn(picture, area)
  const ground = luminance([...colours].reduce((most, entry) => entry[1] > most[1] ? entry : most)[0])
  return Math.max(...Array.from(colours.keys(), colour => contrast(luminance(colour), ground)))
}

/**
 * Controls of a window that are too close in colour to what they stand on, by the pixels of the screen.
 * @throws when there is none at all, because then it proves nothing
 */
export async function faintControls(page: Page, needed = NEEDED): Promise<string[]> {
  const boxes = await page.evaluate(icons, BUTTONS)
  if (boxes.length === 0)
    throw new Error(`No control is to be seen at ${page.url()}.`)
  const picture = decode(await page.screenshot({ animations: 'disabled' }))
  const found = boxes.map(box => ({ name: box.name, contrast: strongest(picture, box) }))
  const faint = found.flatMap(({ name, contrast }) => contrast < needed ? [`${name}: ${contrast.toFixed(2)} of ${needed}`] : [])
  const texts = await page.evaluate((selector) => {
    // There words have the system's own pair of colours, and their ink can't be taken away.
    if (matchMedia('(forced-colors: active)').matches)
      return []
    const shown = [...document.querySelectorAll(selector)].filter(text =>
      text.textContent.trim() && !text.closest('.disabled, button')
      && text.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
    return shown.map((text, index) => {
      text.setAttribute('data-control-text', String(index))
      return `[data-control-text="${index}"]`
    })
  }, TEXTS)
  return [...faint, ...await lowContrast(page, texts)]
}

/** As under a pointer. */
export async function uncoverControls(page: Page): Promise<void> {
  await page.addStyleTag({ content: '#slide-container > .absolute:has(> nav) { opacity: 1 !important }' })
}

/** Shows the controls as under a pointer. They come after the slide, and their icons after them. */
export async function showControls(page: Page): Promise<void> {
  await uncoverControls(page)
  await page.keyboard.press('Shift')
  await page.waitForFunction(() => {
    const icon = document.querySelector('nav [class*="i-carbon"]')
    return icon !== null && getComputedStyle(icon).maskImage !== 'none'
  })
}

/** Opens a view of a slide and walks it through windows of some shapes, its controls shown as under a pointer: which are faint there. */
export async function faintInShapes(
  page: Page,
  address: string,
  no: number,
  shapes: readonly { width: number, height: number }[],
): Promise<string[]> {
  await page.goto(address)
  await waitUntilStill(page, no)
  await showControls(page)
  const found: string[] = []
  for (const shape of shapes) {
    await page.setViewportSize(shape)
    await waitUntilStill(page, no)
    found.push(...(await faintControls(page)).map(fault => `${shape.width} × ${shape.height}: ${fault}`))
  }
  return found
}
