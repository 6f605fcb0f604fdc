import type { SettingOptions } from '../browser/setting-in-page'
import type { WalkedSite } from './served'
import type { EngineWindow } from './window'
import { measure, overlaps } from '../browser/measure'
import { settingOf } from '../browser/setting-in-page'
import { MAY_KEEP } from './served'
import { until } from './window'

/** What went wrong, one line each. */
export type Faults = string[]

/** What a walk knows of a slide. */
export interface WalkedSlide { readonly no: number, readonly id: string }

/** An edition of a site that is walked. */
export interface WalkedEdition {
  readonly site: WalkedSite
  /** Its address, with a slash at the end. */
  readonly url: string
  readonly slides: readonly WalkedSlide[]
  /** BCP 47. */
  readonly language: string
}

/** How a visitor comes. */
export interface Arrival {
  readonly dark?: boolean
  /** Whether the deck may keep itself for offline use. */
  readonly mayKeep?: boolean
}

/** Gives a window's visitor what they chose in an earlier visit: a colour scheme and an edition. */
export async function arrive(
  window: EngineWindow,
  { url }: Pick<WalkedSite, 'url'>,
  { dark = false, mayKeep = false }: Arrival = {},
): Promise<void> {
  // A page of the same host that stores nothing itself.
  await window.goto(`${url}robots.txt`)
  await window.evaluate(([scheme, key]) => {
    localStorage.setItem('slidev-color-schema', scheme!)
    localStorage.setItem('deck-edition', 'chosen')
    if (key)
      localStorage.setItem(key, '')
  }, [dark ? 'dark' : 'light', mayKeep ? MAY_KEEP : ''])
}

/** Waits until a slide is the only one shown and stands still. */
export async function standsStill(window: EngineWindow, no: number): Promise<void> {
  try {
    // A font is asked for when text in it is first laid out, so look only after a frame was drawn.
    await until(window, 'it draws', () => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(() => resolve(true)))))
    await window.evaluate(() => document.fonts.ready.then(() => true))
    await until(window, 'it stands still', no => globalThis.window.pendingWork(no) === '', no, 20_000)
  }
  catch (error) {
    const missing = await window.evaluate(no => globalThis.window.pendingWork(no), no).catch(() => 'the deck has not started')
    throw new Error(`Slide ${no} does not come to rest: ${missing}.`, { cause: error })
  }
}

/** Opens a slide by its address, as a visitor with a deep link does. */
export async function openAt(window: EngineWindow, url: string, no: number, clicks = 0): Promise<void> {
  await window.goto(`${url}${no}${clicks > 0 ? `?clicks=${clicks}` : ''}`)
  await standsStill(window, no)
}

/** Where a window is, and what lies over its slide. */
export function shownIn(window: EngineWindow): Promise<{ no: number, clicks: number, clicksTotal: number }> {
  return window.evaluate(() => {
    const { currentSlideNo, clicks, clicksTotal } = globalThis.window.deckNav()
    return { no: currentSlideNo, clicks, clicksTotal }
  })
}

/** Waits until a window shows a slide and click; tells what it shows instead after ten seconds. */
export async function arrives(window: EngineWindow, no: number, clicks: number, faults: Faults, name = ''): Promise<void> {
  await until(window, 'it steps', ([no, clicks]) => {
    const nav = globalThis.window.deckNav()
    return nav.currentSlideNo === no && nav.clicks === clicks
  }, [no, clicks] as const).catch(async () => {
    const now = await shownIn(window)
    faults.push(`${name}slide ${no}, click ${clicks}: the window shows slide ${now.no}, click ${now.clicks}`)
  })
}

/** Waits until something of a page is seen, or is not. */
export async function sees(window: EngineWindow, selector: string, isSeen: boolean, faults: Faults, what: string): Promise<void> {
  const holds = ([selector, isSeen]: readonly [string, boolean]) =>
    [...document.querySelectorAll(selector)].some(element => element.checkVisibility()) === isSeen
  await until(window, what, holds, [selector, isSeen] as const, 5000).catch(() =>
    faults.push(`${what}: "${selector}" is ${isSeen ? 'not seen' : 'still seen'}`))
}

/** What went wrong in the page since somebody asked. */
export async function problemsOf(window: EngineWindow, { missed }: Pick<WalkedSite, 'missed'>): Promise<string[]> {
  const seen = await window.evaluate(() => globalThis.window.problemsSeen?.splice(0) ?? [])
  return [...seen, ...missed.splice(0).map(file => `no such file: ${file}`)]
}

/** Slide pixels: Firefox gives SVG text the height of its font's line, of which glyphs fill the middle. */
const GLYPH_ROOM = 8

/** Lines of a page that break where none may. */
export async function badLines(window: EngineWindow, options: SettingOptions): Promise<string[]> {
  const { badStarts, broken } = await window.evaluate(settingOf, options)
  return [...badStarts.map(line => `a line begins with a stop: ${line}`), ...broken.map(line => `a line begins within a word: ${line}`)]
}

/** Nothing reaches over the slide's edge, no line breaks within a word, and every chart is drawn. */
async function look(window: EngineWindow, language: string, name: string, faults: Faults): Promise<void> {
  const { outside, texts } = await measure(window)
  faults.push(...[...outside, ...overlaps(texts, GLYPH_ROOM), ...await badLines(window, { language })].map(line => `${name}: ${line}`))
  if (texts.length === 0)
    faults.push(`${name}: no text`)
  const empty = await window.evaluate(() => [...document.querySelectorAll<HTMLCanvasElement>('#slideshow [data-chart] canvas')]
    .filter(canvas => canvas.getClientRects().length > 0)
    .filter((canvas) => {
      const pixels = new Uint32Array(canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data.buffer)
      return !pixels.some(pixel => pixel !== pixels[0])
    })
    .length)
  if (empty > 0)
    faults.push(`${name}: ${empty} charts are not drawn`)
}

/**
 * Goes through the slides and their clicks by key.
 * @param window where
 * @param edition which slides
 * @param dark in the dark scheme
 * @param faults grows by what is wrong
 * @param byAddress opens each slide by its address, and not only those: their ids
 */
export async function walkSlides(
  window: EngineWindow,
  edition: WalkedEdition,
  dark: boolean,
  faults: Faults,
  byAddress?: readonly string[],
): Promise<void> {
  const { site, url, slides, language } = edition
  await window.resize(1280, 720)
  await arrive(window, site, { dark })
  for (const { no, id } of slides) {
    const name = `${new URL(url).pathname} ${no} ${id}${dark ? ', dark' : ''}`
    if (byAddress?.includes(id) ?? true) {
      await openAt(window, url, no)
    }
    else {
      await window.press('ArrowDown')
      await standsStill(window, no)
    }
    const { clicksTotal } = await shownIn(window)
    await look(window, language, name, faults)
    for (let click = 1; click <= clicksTotal; click++) {
      await window.press('ArrowRight')
      await arrives(window, no, click, faults, `${name}: `)
    }
    if (clicksTotal > 0) {
      await standsStill(window, no)
      await look(window, language, `${name}, last click`, faults)
    }
    if (await window.evaluate(() => document.documentElement.classList.contains('dark')) !== dark)
      faults.push(`${name}: shown in the other colour scheme`)
    faults.push(...(await problemsOf(window, site)).map(problem => `${name}: ${problem}`))
  }
}

/**
 * Two windows follow each other; black, enlargement, overview and way to a slide come and go.
 * @param presenter becomes the presenter's window
 * @param edition of which site
 * @param no a slide with an exhibit and a click
 * @param faults grows by what is wrong
 */
export async function walkStage(presenter: EngineWindow, edition: WalkedEdition, no: number, faults: Faults): Promise<void> {
  const { site, url } = edition
  await presenter.resize(1280, 720)
  await arrive(presenter, site)
  await presenter.goto(`${url}presenter/${no}`)
  await standsStill(presenter, no)
  const audience = await presenter.open()
  await audience.resize(1280, 720)
  await openAt(audience, url, no)
  let acting = presenter
  for (const [window, key, to, clicks] of [
    [presenter, 'PageDown', no, 1],
    [presenter, 'PageUp', no, 0],
    [audience, 'ArrowRight', no, 1],
    [presenter, 'ArrowDown', no + 1, 0],
    [presenter, 'ArrowUp', no, 0],
  ] as const) {
    // As long as a speaker needs from one window to the other: Slidev's windows tell each other in both directions.
    if (window !== acting)
      await new Promise(resolve => setTimeout(resolve, 500))
    acting = window
    await window.press(key)
    await arrives(presenter, to, clicks, faults, `${key}, presenter: `)
    await arrives(audience, to, clicks, faults, `${key}, audience: `)
  }
  for (const { key, end, window, seen } of [
    { key: 'b', end: 'b', window: audience, seen: '.black-screen' },
    { key: 'e', end: 'e', window: audience, seen: '#slideshow [data-enlarged]' },
    { key: 'o', end: 'o', window: presenter, seen: '#app .z-modal .slidev-slide-content' },
    { key: 'g', end: 'Escape', window: presenter, seen: 'dialog.goto-dialog' },
  ]) {
    await presenter.press(key)
    await sees(window, seen, true, faults, key)
    const blurred = await window.evaluate(() => [...document.querySelectorAll('#app *')]
      .filter(element => element.checkVisibility() && !['', 'none'].includes(getComputedStyle(element).backdropFilter ?? ''))
      .map(element => element.className))
    faults.push(...blurred.map(name => `${key}: what lies below is blurred, which takes seconds: ${name}`))
    await presenter.press(end)
    await sees(window, seen, false, faults, `${key}, then ${end}`)
  }
  for (const window of [presenter, audience])
    faults.push(...(await problemsOf(window, site)).map(problem => `two windows: ${problem}`))
  await audience.close()
}

/** The reading page's titles break between clauses, at a desk's width and at the narrowest of every engine's window. */
export async function walkReading(window: EngineWindow, { site, url, language }: WalkedEdition, faults: Faults): Promise<void> {
  await arrive(window, site)
  for (const width of [1280, 447]) {
    await window.resize(width, 720)
    await window.goto(`${url}read/`)
    const isThere = () => document.querySelector('.read h3') !== null && document.fonts.status === 'loaded'
    await until(window, 'the reading page is there', isThere)
    const lines = await badLines(window, { language, root: '.read', keptOnly: true })
    faults.push(...lines.map(line => `reading page, ${width} px wide: ${line}`))
    const wider = await window.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    if (wider > 1)
      faults.push(`reading page, ${width} px wide: it is ${wider} px wider than the window`)
  }
  faults.push(...(await problemsOf(window, site)).map(problem => `reading page: ${problem}`))
}
