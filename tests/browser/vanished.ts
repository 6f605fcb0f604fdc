import type { Page } from 'playwright-core'
import type { Area } from './luminance'
import { coloursIn, contrast, decode, luminance } from './luminance'

/** What vanished text and marks would show is the paper; antialiasing takes from a thin line's contrast, not from all of it. */
const NEEDED = { text: 4.5, mark: 2 }

interface Piece { what: string, isText: boolean, area: Area }

/** Runs in the page: texts and marks of the shown slide, each with a pixel around it. */
function pieces(): Piece[] {
  const layout = [...document.querySelectorAll('#slideshow .slidev-layout')].find(element => element.getClientRects().length > 0)!
  return [...layout.querySelectorAll('*')].flatMap((element) => {
    const isText = [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
    const isLeaf = element.childElementCount === 0 && !element.matches('br, title, desc, stop, option')
    const { x, y, width, height } = element.getBoundingClientRect()
    if (
      (!isText && !isLeaf)
      || element.closest('.sr-only, defs, clipPath, mask, marker, pattern, .enlarge-button, .mark:not(.university, .company, .state)')
      || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
      || Math.max(width, height) < 8
    ) {
      return []
    }
    const what = `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> ${element.textContent.trim().slice(0, 40)}`
    return [{ what, isText, area: { x: x - 1, y: y - 1, width: width + 2, height: height + 2 } }]
  })
}

/** Texts and marks that vanish on a slide that stands still in a page whose colours the system chooses. */
export async function vanishedInForcedColours(page: Page): Promise<string[]> {
  const picture = decode(await page.screenshot())
  const [paper] = Array.from(coloursIn(picture, { x: 2, y: 2, width: 1, height: 1 }).keys(), luminance)
  return (await page.evaluate(pieces)).flatMap(({ what, isText, area }) => {
    const best = Math.max(1, ...Array.from(coloursIn(picture, area).keys(), colour => contrast(luminance(colour), paper!)))
    return best < (isText ? NEEDED.text : NEEDED.mark) ? [`contrast ${best.toFixed(2)}: ${what}`] : []
  })
}
