import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { newDeckPage, position, waitUntilStill } from '../../addon/node/browser/deck-page'
import { watchProblems } from '../../addon/node/browser/page-problems'
import { base, noOf, slides } from '../browser/deck'
import { random } from '../browser/key-mix'
import { pictureDifference } from '../browser/pictures'

/** Visits to the five slides of which the live deck comes when a test lets it. */

export const CHART = noOf('chart')
export const STEPS = noOf('steps')
export const LAST = slides.length
/** Clicks of each slide. */
export const CLICKS = slides.map(({ no }) => no === CHART ? 2 : 0)

export interface Place { no: number, clicks: number }

/** Where a key leads, as the live deck has it. */
export function after({ no, clicks }: Place, key: string): Place {
  const to = (no: number, clicks = 0) => no < 1 || no > LAST ? undefined : { no, clicks }
  const last = CLICKS[no - 1]!
  const moves: Record<string, () => Place | undefined> = {
    'ArrowRight': () => clicks < last ? { no, clicks: clicks + 1 } : to(no + 1),
    'ArrowLeft': () => clicks > 0 ? { no, clicks: clicks - 1 } : to(no - 1, CLICKS[no - 2]),
    'ArrowDown': () => to(no + 1),
    'ArrowUp': () => to(no - 1),
    'Home': () => to(1),
    'End': () => to(LAST),
    'PageDown': () => moves.ArrowRight!(),
    ' ': () => moves.ArrowRight!(),
    'PageUp': () => moves.ArrowLeft!(),
    'Shift+Space': () => moves.ArrowLeft!(),
    'Shift+ArrowRight': () => moves.ArrowDown!(),
    'Shift+ArrowLeft': () => moves.ArrowUp!(),
  }
  return moves[key]!() ?? { no, clicks }
}
export const MOVES = ['ArrowRight', ' ', 'PageDown', 'ArrowRight', 'ArrowLeft', 'PageUp', 'Shift+Space']
  .concat('ArrowDown', 'ArrowUp', 'Shift+ArrowRight', 'Shift+ArrowLeft', 'Home', 'End')

export interface Visit {
  page: Page
  problems: string[]
  /** Lets the deck's scripts come, and waits until the live deck has taken over. */
  letCome: () => Promise<void>
}

/** Opens an address; the deck's scripts wait. */
export async function arrive(
  browser: Browser,
  address: string,
  { until = 'head' as 'head' | 'paint', dark = false } = {},
): Promise<Visit> {
  const page = await newDeckPage(browser, { dark })
  const problems = watchProblems(page, new URL(address).origin)
  let come = () => {}
  const mayCome = new Promise<void>(resolve => come = resolve)
  await page.route('**/assets/index-*.js', async (route) => {
    await mayCome
    await route.continue()
  })
  await page.goto(address, { waitUntil: 'commit' })
  await page.waitForFunction(() => window.firstAnswers)
  if (until === 'paint')
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0)
  return {
    page,
    problems,
    async letCome() {
      come()
      await page.waitForFunction(() => !document.getElementById('prerendered'))
    },
  }
}

/** What is seen of a page: slide, step, and the address, from the base. */
export function seen(page: Page): Promise<{ title: string, heading: string, step: string | undefined, address: string }> {
  return page.evaluate(() => ({
    title: document.title,
    heading: document.querySelector('#prerendered h1')!.textContent!.replace(/\s+/g, ' ').trim(),
    step: document.documentElement.dataset.step,
    address: location.pathname + location.search,
  }))
}

export const addressOf = ({ no, clicks }: Place) => `${base}${no}/${clicks ? `?clicks=${clicks}` : ''}`

export async function expectSeen(page: Page, { no, clicks }: Place): Promise<void> {
  const { title } = slides[no - 1]!
  await expect.poll(() => seen(page)).toMatchObject({ heading: title, step: String(clicks), address: addressOf({ no, clicks }) })
  expect((await seen(page)).title).toContain(title)
}

/** Presses a mix of keys, in the midst of which the live deck comes, and expects to be where they lead. */
export async function expectAllCounted(browser: Browser, url: string, seed: number, presses = 24): Promise<void> {
  const next = random(seed)
  const from = { no: 1 + Math.floor(next() * LAST), clicks: 0 }
  const keys = Array.from({ length: presses }, () => MOVES[Math.floor(next() * MOVES.length)]!)
  const { page, problems, letCome } = await arrive(browser, url + (from.no === 1 ? '' : `${from.no}/`))
  const comesAt = 8 + Math.floor(next() * 12)
  let place: Place = from
  let live: Promise<void> | undefined
  for (const [index, key] of keys.entries()) {
    if (index === comesAt)
      live = letCome()
    await page.keyboard.press(key)
    place = after(place, key)
    await page.waitForTimeout(30 + next() * 60)
  }
  await live
  await waitUntilStill(page, place.no)
  expect(await position(page), keys.join()).toMatchObject(place)
  expect(await page.evaluate(() => location.pathname + location.search)).toBe(addressOf(place))
  expect(problems).toEqual([])
  await page.context().close()
}

/** What a visitor sees and hears when the live deck comes after each step: nothing, where all is well. */
export async function stepFaults(browser: Browser, url: string, dark: boolean): Promise<string[]> {
  const faults: string[] = []
  const places = slides.flatMap(({ no, id }) => Array.from({ length: CLICKS[no - 1]! + 1 }, (_, clicks) => ({ no, clicks, id })))
  for (const { no, clicks, id } of places.slice(1)) {
    // From the slide before, and within the slide.
    const { page, letCome } = await arrive(browser, `${url}${clicks ? no : no - 1}/`, { until: 'paint', dark })
    for (let step = 0; step < (clicks || 1); step++)
      await page.keyboard.press(clicks ? 'ArrowRight' : 'ArrowDown')
    await expectSeen(page, { no, clicks })
    await page.evaluate(() => document.fonts.ready)
    await page.waitForFunction(() => [...document.images].every(image => image.complete)
      && document.getAnimations().every(animation => !(animation instanceof CSSTransition)))
    const before = await page.screenshot()
    await letCome()
    const share = await pictureDifference(page, before, await page.screenshot())
    if (share > 0.002)
      faults.push(`${id}, click ${clicks}: ${share} of the picture changes`)
    if (await page.evaluate(() => document.activeElement?.closest('nav') !== null))
      faults.push(`${id}, click ${clicks}: the focus is at the controls`)
    await page.context().close()
  }
  return faults
}
