import type { BrowserContext, Page } from 'playwright-core'
import type { Engine, EngineWindow } from './window'
import { firefox } from 'playwright-core'
import { launchBrowser } from '../../addon/node/browser/browser'
import { SLIDE } from '../../addon/node/browser/deck-page'
import { findFirefox } from '../../addon/node/browser/firefox'
import { newWindow } from '../browser/new-window'

const KINDS = {
  chromium: { name: 'Chromium', launch: (_motion: boolean) => launchBrowser() },
  // By WebDriver BiDi, as any Firefox understands it.
  firefox: {
    name: 'Firefox',
    launch: (motion: boolean) => firefox.launch({
      channel: 'moz-firefox',
      executablePath: findFirefox(),
      firefoxUserPrefs: { 'ui.prefersReducedMotion': motion ? 0 : 1 },
    }),
  },
}

/** A page of Playwright as a window of the walks. */
export function windowOf(page: Page, kind: keyof typeof KINDS): EngineWindow {
  const context: BrowserContext = page.context()
  return {
    goto: async url => void await page.goto(url),
    reload: async () => void await page.reload(),
    url: () => page.evaluate(() => location.href),
    evaluate: (fn, arg) => page.evaluate(`Promise.resolve((globalThis.__name ??= fn => fn, ${fn.toString()})(${JSON.stringify(arg)}))`),
    press: key => page.keyboard.press(key),
    down: key => page.keyboard.down(key),
    up: key => page.keyboard.up(key),
    type: text => page.keyboard.type(text),
    click: (x, y) => page.mouse.click(x, y),
    drag: async (from, to) => {
      await page.mouse.move(...from)
      await page.mouse.down()
      await page.mouse.move(...to, { steps: 4 })
      await page.mouse.up()
    },
    resize: (width, height) => page.setViewportSize({ width, height }),
    screenshot: () => page.screenshot(),
    pdf: ({ width, height } = { width: 8.27, height: 11.69 }) => {
      // Of Firefox Playwright asks for as many centimetres as it was given inches (findings/playwright-firefox-pdf-in-centimetres.sh).
      const inch = kind === 'firefox' ? 2.54 : 1
      return page.pdf({ width: `${width * inch}in`, height: `${height * inch}in`, preferCSSPageSize: true, printBackground: true })
    },
    open: async () => windowOf(await (kind === 'chromium' ? newWindow(page) : context.newPage()), kind),
    close: () => page.close(),
  }
}

/**
 * Starts Chromium, or an installed Firefox, headless. Without movement, unless it is asked for.
 * @throws when there is none, or when it does not start
 */
export async function launchByPlaywright(kind: keyof typeof KINDS, { motion = false } = {}): Promise<Engine> {
  const browser = await KINDS[kind].launch(motion)
  let context: BrowserContext | undefined
  return {
    name: `${KINDS[kind].name} ${browser.version()}`,
    kind,
    visit: async () => {
      await context?.close()
      context = await browser.newContext({ viewport: SLIDE, reducedMotion: motion ? 'no-preference' : 'reduce' })
      return windowOf(await context.newPage(), kind)
    },
    close: () => browser.close(),
  }
}
