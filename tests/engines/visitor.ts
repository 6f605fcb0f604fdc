import type { Faults, WalkedEdition } from './walk'
import type { Engine } from './window'
import { arrive, arrives, openAt, problemsOf, standsStill } from './walk'
import { killedWindows } from './webkit'
import { until } from './window'

/** The number of a slide. */
export function noOf({ slides }: WalkedEdition, wanted: string): number {
  return slides.find(({ id }) => id === wanted)!.no
}

const isIn = (lang: string) => document.documentElement.lang === lang

/** T leads to the same slide and click of the other edition, with both windows, and back; `no` has a click. */
export async function changesLanguage(engine: Engine, [one, other]: readonly [WalkedEdition, WalkedEdition], no: number): Promise<Faults> {
  const faults: Faults = []
  const presenter = await engine.visit()
  await arrive(presenter, one.site)
  await presenter.goto(`${one.url}presenter/${no}`)
  await standsStill(presenter, no)
  const audience = await presenter.open()
  await openAt(audience, one.url, no)
  await presenter.press('ArrowRight')
  for (const window of [presenter, audience])
    await arrives(window, no, 1, faults, 'before the language changes: ')
  for (const { language } of [other, one]) {
    await presenter.press('t')
    for (const window of [presenter, audience]) {
      await until(window, `is in ${language}`, isIn, language).catch((error: Error) => faults.push(error.message))
      await standsStill(window, no)
      await arrives(window, no, 1, faults, `in ${language}: `)
    }
  }
  for (const window of [presenter, audience])
    faults.push(...await problemsOf(window, one.site))
  return faults
}

/** Reloaded, closed and opened again, each window is where the talk is, and both go on together; `no` has a click. */
export async function comesBack(engine: Engine, { site, url }: WalkedEdition, no: number): Promise<Faults> {
  const faults: Faults = []
  const presenter = await engine.visit()
  await arrive(presenter, site)
  await presenter.goto(`${url}presenter/${no}`)
  await standsStill(presenter, no)
  let audience = await presenter.open()
  await openAt(audience, url, no)
  await presenter.press('PageDown')
  for (const window of [presenter, audience])
    await arrives(window, no, 1, faults, 'before anything happens: ')
  for (const window of [presenter, audience]) {
    await window.reload()
    await standsStill(window, no)
    for (const each of [presenter, audience])
      await arrives(each, no, 1, faults, 'after a reload: ')
  }
  await audience.close()
  audience = await presenter.open()
  // Without a slide's number.
  await audience.goto(url)
  for (const each of [presenter, audience])
    await arrives(each, no, 1, faults, 'opened again: ')
  await standsStill(audience, no)
  await presenter.press('PageUp')
  for (const each of [presenter, audience])
    await arrives(each, no, 0, faults, 'a step after all: ')
  for (const window of [presenter, audience])
    faults.push(...await problemsOf(window, site))
  return faults
}

/** After one visit, with a rest, the deck works without its server, which is stopped for good. */
export async function worksOffline(engine: Engine, { site, url, slides }: WalkedEdition): Promise<Faults> {
  const faults: Faults = []
  const window = await engine.visit()
  await arrive(window, site, { mayKeep: true })
  await openAt(window, url, 1)
  // Installed, it has the edition that is shown.
  await until(window, 'the service worker serves the page', () => navigator.serviceWorker.controller !== null, undefined, 90_000)
  faults.push(...await problemsOf(window, site))
  await site.close()
  for (const { no, id } of [slides.at(-1)!, slides[1]!]) {
    await openAt(window, url, no).catch((error: Error) => faults.push(`offline, ${id}: ${error.message}`))
    await window.press('ArrowRight')
  }
  const seen = await window.evaluate(() => globalThis.window.problemsSeen?.splice(0) ?? [])
  return [...faults, ...seen.map(problem => `offline: ${problem}`)]
}

/** What a slide looks like in a frame as narrow as a phone, since not every engine's window can be. */
interface Framed { readonly shown: number, readonly wider: number, readonly outside: string[], readonly lost: string[] }

/** Runs in the page around the frame. */
function lookInFrame(): Framed {
  const { contentDocument: page, contentWindow } = document.querySelector('iframe')!
  const { innerWidth, innerHeight } = contentWindow!
  const seen = (selector: string) => [...page!.querySelectorAll(selector)].filter(element => element.checkVisibility())
  const box = (element: Element) => element.getBoundingClientRect()
  return {
    shown: seen('#slide-content h1, .reading-offer').length,
    wider: page!.documentElement.scrollWidth - innerWidth,
    outside: seen('#slide-content, .reading-offer')
      .filter(element => box(element).left < -1 || box(element).right > innerWidth + 1 || box(element).bottom > innerHeight + 1)
      .map(element => `${element.id || element.className}: ${JSON.stringify(box(element))}`),
    lost: page!.defaultView!.problemsSeen.splice(0),
  }
}

/** A slide and the reading page fit a phone, upright and across. */
export async function fitsPhones(engine: Engine, { site, url }: WalkedEdition, no: number, readingPage: boolean): Promise<Faults> {
  const faults: Faults = []
  const window = await engine.visit()
  await window.resize(1280, 900)
  await arrive(window, site)
  const pages = [`${url}${no}`, ...readingPage ? [`${url}read/`] : []]
  for (const address of pages) {
    for (const [width, height] of [[390, 844], [844, 390], [320, 568]] as const) {
      const name = `${new URL(address).pathname}, ${width} × ${height}`
      // A page of the same host that stores nothing itself.
      await window.goto(`${site.url}robots.txt`)
      await window.evaluate(([address, width, height]) => {
        document.body.style.margin = '0'
        document.body.innerHTML = `<iframe style="border: 0; width: ${width}px; height: ${height}px"></iframe>`
        document.querySelector('iframe')!.src = address as string
      }, [address, width, height] as const)
      const isReady = () => {
        const page = document.querySelector('iframe')!.contentDocument
        return page?.readyState === 'complete' && page.fonts.status === 'loaded' && !page.getElementById('prerendered')
          && page.querySelector('#slide-content h1, .read h1, .reading-offer') !== null
      }
      await until(window, `${name}: the deck starts`, isReady, undefined, 20_000).catch((error: Error) => faults.push(error.message))
      const { wider, outside, lost, shown } = await window.evaluate(lookInFrame)
      if (address === pages[0] && shown === 0)
        faults.push(`${name}: nothing is shown`)
      if (wider > 1)
        faults.push(`${name}: the page is ${wider} px wider than the screen`)
      faults.push(...[...outside, ...lost].map(line => `${name}: ${line}`))
    }
  }
  return faults
}

/** In WebKit, whose driver ends with a page that is killed, by windows of its own: a step is there after all was killed at once. */
export async function outlivesKill({ url }: WalkedEdition, no: number): Promise<Faults> {
  const at = `[deckNav().currentSlideNo, deckNav().clicks].join(', ')`
  const ready = `document.querySelector('#app')?.__vue_app__ && !document.getElementById('prerendered') && window.pendingWork?.(deckNav().currentSlideNo) === ''`
  const press = `document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', code: 'ArrowRight', bubbles: true }))`
  // Windows write what they show; nobody sees a step in less.
  const seen = 'performance.now() - globalThis.pressed > 250'
  const stepped = `deckNav().clicks === 1 && ${seen} ? ${at} : (globalThis.pressed ??= (${press}, performance.now()), '')`
  const answers = await killedWindows([
    { url: `${url}presenter/${no}`, script: `${ready} ? ${stepped} : ''` },
    // Without a slide's number, as a speaker would in a hurry.
    { url, script: `${ready} && deckNav().currentSlideNo !== 1 ? ${at} : ''` },
  ])
  const wrong = answers.filter(answer => answer !== `${no}, 1`)
  return wrong.map(answer => `after a kill: slide and click ${answer}, not ${no}, 1`)
}
