import type { Buffer } from 'node:buffer'
import type { Page } from 'playwright-core'

declare global {
  interface Window {
    /** Layout shifts since the slide's text was first painted: what moved, from where to where. */
    shifts: string[]
    /** Whether the watch had begun while the page still showed what was prerendered. */
    watchedInTime: boolean
  }
}

/**
 * Has each page that is opened from now on count its layout shifts in `window.shifts`, from when it shows its text: the faces are
 * `font-display: block`, so that what moves because they arrive has not been painted.
 */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(`
    window.shifts = []
    let shown = Infinity
    const place = ({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(' ')
    const told = ({ startTime, value, sources }) => Math.round(startTime) + ' ms, ' + value + ': '
      + sources.map(({ node, previousRect, currentRect }) => (node?.className || node?.textContent || node?.nodeName) + ' ' + place(previousRect) + ' > ' + place(currentRect)).join(', ')
    new PerformanceObserver(list => window.shifts.push(...list.getEntries().filter(({ startTime }) => startTime > shown).map(told))).observe({ type: 'layout-shift', buffered: true })
    const look = () => {
      if (document.fonts.status !== 'loaded' || performance.getEntriesByName('first-contentful-paint').length === 0)
        return requestAnimationFrame(look)
      // This frame is laid out with the fonts; from the next on nothing may move.
      requestAnimationFrame(() => {
        shown = performance.now()
        window.watchedInTime = document.getElementById('prerendered') !== null
      })
    }
    requestAnimationFrame(look)
  `)
}

/** Share of the pixels, from 0 to 1, that two screenshots of one size show visibly different. */
export async function pictureDifference(page: Page, one: Buffer, other: Buffer): Promise<number> {
  // To decode them takes longer than all else.
  if (one.equals(other))
    return 0
  return page.evaluate(async (pictures) => {
    const [a, b] = await Promise.all(pictures.map(async (base64) => {
      const image = new Image()
      image.src = `data:image/png;base64,${base64}`
      await image.decode()
      const canvas = new OffscreenCanvas(image.width, image.height)
      const context = canvas.getContext('2d')!
      context.drawImage(image, 0, 0)
      return context.getImageData(0, 0, image.width, image.height).data
    }))
    let different = 0
    for (let index = 0; index < a!.length; index += 4) {
      if ([0, 1, 2].some(channel => Math.abs(a![index + channel]! - b![index + channel]!) > 16))
        different++
    }
    return different / (a!.length / 4)
  }, [one.toString('base64'), other.toString('base64')])
}
