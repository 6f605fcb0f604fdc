import type { WalkedSite } from './served'
import type { Faults, WalkedEdition } from './walk'
import type { EngineWindow } from './window'
import { arrive, arrives, openAt, problemsOf, sees, standsStill } from './walk'
import { until } from './window'

/** Every key of the deck, and of the browser beside it. */
const KEYS = [
  ...'bdefgoslt.?`',
  ...['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp', 'Space', 'PageDown', 'PageUp', 'Home', 'End', 'Enter', 'Escape'],
]
/**
 * What a driver or an engine would do with a key itself: leave the page, or turn it into another one. They are sent as events of a script
 * instead, of which no browser does anything.
 */
const SENT: readonly string[] = ['F5', ...KEYS]

/** A window as a key could change it: all that is on the stage, and what lies over it. */
function stageOf(window: EngineWindow): Promise<string> {
  return window.evaluate(() => {
    const { currentSlideNo, clicks } = globalThis.window.deckNav()
    const seen = ['.black-screen', '.black-sign', '#slideshow [data-enlarged]', 'dialog', '#app .z-modal', '.menu-panel']
      .filter(selector => [...document.querySelectorAll(selector)].some(element => element.checkVisibility()))
    const { classList, lang } = document.documentElement
    const stage = Object.entries(localStorage).find(([key]) => key.endsWith(' - stage'))?.[1] as string | undefined
    const toggles = JSON.stringify((JSON.parse(stage ?? '{}') as { toggles?: object }).toggles ?? {})
    return [`slide ${currentSlideNo}, click ${clicks}`, ...seen, classList.contains('dark') ? 'dark' : 'light', lang, toggles]
      .concat(document.fullscreenElement ? 'full screen' : [])
      .join('; ')
  })
}

/** Sends a key as its event alone, held with what it says. */
async function send(window: EngineWindow, key: string, held: KeyboardEventInit = {}): Promise<void> {
  await window.evaluate(([key, held]) => {
    const named = key === 'Space' ? ' ' : key
    const code = /^[a-z]$/.test(key) ? `Key${key.toUpperCase()}` : key
    const target = document.activeElement ?? document.body
    for (const type of ['keydown', 'keyup'])
      target.dispatchEvent(new KeyboardEvent(type, { key: named, code, bubbles: true, cancelable: true, ...held }))
  }, [key, held] as const)
}

/** One way to open something that takes the focus, and to close it again. */
interface Way {
  readonly name: string
  readonly open: string
  readonly seen: string
  readonly close: (window: EngineWindow) => Promise<void>
  /** How many slides further it leads. */
  readonly by?: number
}

const GO_TO = 'dialog.goto-dialog'
const LIST = 'dialog.key-list'
function middleOf(window: EngineWindow, selector: string) {
  return window.evaluate((selector) => {
    const { x, y, width, height } = document.querySelector(selector)!.getBoundingClientRect()
    return [x + width / 2, y + height / 2] as const
  }, selector)
}
const press = (key: string) => (window: EngineWindow) => window.press(key)
const clickOn = (selector: string) => async (window: EngineWindow) => window.click(...await middleOf(window, selector))

/** Every way to close both dialogs, with the keyboard and with a pointer. */
const WAYS: readonly Way[] = [
  { name: 'Escape', open: 'g', seen: GO_TO, close: press('Escape') },
  { name: 'Escape after typing', open: 'g', seen: GO_TO, close: async (window) => {
    await window.type('b')
    await window.press('Escape')
  } },
  { name: 'Enter, without a slide', open: 'g', seen: GO_TO, close: press('Enter') },
  { name: 'a number and Enter', open: 'g', seen: GO_TO, by: 1, close: async (window) => {
    const no = await window.evaluate(() => globalThis.window.deckNav().currentSlideNo)
    await window.type(String(no + 1))
    await window.press('Enter')
  } },
  { name: 'a number and a click', open: 'g', seen: GO_TO, by: 1, close: async (window) => {
    const no = await window.evaluate(() => globalThis.window.deckNav().currentSlideNo)
    await window.type(String(no + 1))
    await until(window, 'it lists slides', () => document.querySelector('.goto-dialog [role=option]'))
    await clickOn('.goto-dialog [role=option]')(window)
  } },
  { name: 'a click beside it', open: 'g', seen: GO_TO, close: window => window.click(40, 400) },
  { name: 'Escape', open: 'Shift+?', seen: LIST, close: press('Escape') },
  { name: '?', open: 'Shift+?', seen: LIST, close: press('Shift+?') },
  { name: 'Enter on its button', open: 'Shift+?', seen: LIST, close: press('Enter') },
  { name: 'a click on its button', open: 'Shift+?', seen: LIST, close: clickOn('dialog.key-list button') },
  { name: 'a click beside it', open: 'Shift+?', seen: LIST, close: window => window.click(3, 3) },
]

/** Opens and closes each dialog in every way, and presses a key at once: it must not be lost, nor pressed twice. */
async function closeInEveryWay(window: EngineWindow, no: number, faults: Faults): Promise<void> {
  for (const { name, open, seen, close, by = 0 } of WAYS) {
    const what = `${open}, closed by ${name}`
    await window.press(open)
    await sees(window, seen, true, faults, what)
    await until(window, `${what}: it has the focus`, seen => document.activeElement?.closest(seen), seen)
    await close(window)
    if (by > 0)
      await arrives(window, no + by, 0, faults, `${what}: `)
    else
      await sees(window, seen, false, faults, what)
    await window.press(by > 0 ? 'ArrowUp' : 'ArrowRight')
    await arrives(window, no, by > 0 ? 0 : 1, faults, `${what}: `)
    if (by === 0) {
      await window.press('ArrowLeft')
      await arrives(window, no, 0, faults, `${what}: `)
    }
  }
}

/** What opens just after a step keeps its caret, when the step lets go of what it left. */
async function typeAfterStep(window: EngineWindow, no: number, faults: Faults): Promise<void> {
  await window.press('ArrowDown')
  await window.press('g')
  await until(window, 'it has the focus', seen => document.activeElement?.closest(seen), GO_TO)
  // As long as that takes, or longer.
  await new Promise(resolve => setTimeout(resolve, 150))
  await window.type(String(no))
  if (await window.evaluate(() => document.querySelector<HTMLInputElement>('.goto-dialog input')?.value) !== String(no))
    faults.push('a number typed just after a step is lost')
  await window.press('Escape')
  await sees(window, GO_TO, false, faults, 'after a step')
  await window.press('ArrowUp')
  await arrives(window, no, 0, faults, 'after a step: ')
}

/** A control that vanishes with the focus in it, whatever it is, leaves the keys to the stage. */
async function vanish(window: EngineWindow, no: number, faults: Faults): Promise<void> {
  for (const tag of ['input', 'textarea', 'button', 'a']) {
    await window.evaluate((tag) => {
      const element = Object.assign(document.createElement(tag), { href: '#', id: 'vanishing' })
      document.body.append(element)
      element.focus()
    }, tag)
    // Slidev hears of it.
    await until(window, 'it has the focus', () => document.activeElement?.id === 'vanishing')
    await window.evaluate(() => document.getElementById('vanishing')!.remove())
    await window.press('ArrowRight')
    await arrives(window, no, 1, faults, `after a vanished ${tag}: `)
    await window.press('ArrowLeft')
    await arrives(window, no, 0, faults, `after a vanished ${tag}: `)
  }
}

/** A key that is held acts once. */
async function hold(window: EngineWindow, no: number, faults: Faults): Promise<void> {
  const held = async (key: string) => {
    await window.down(key)
    await window.down(key)
    await window.down(key)
    await window.up(key)
  }
  for (const { key, seen, end } of [
    { key: 'b', seen: '.black-screen', end: 'Escape' },
    { key: 'e', seen: '#slideshow [data-enlarged]', end: 'Escape' },
    { key: 'o', seen: '#app .z-modal .slidev-slide-content', end: 'Escape' },
    { key: 'g', seen: GO_TO, end: 'Escape' },
    { key: '?', seen: LIST, end: 'Escape' },
  ]) {
    await held(key)
    await sees(window, seen, true, faults, `${key}, held`)
    if (key === 'g' && await window.evaluate(() => document.querySelector<HTMLInputElement>('.goto-dialog input')?.value) !== '')
      faults.push('g, held, is typed into what it opens')
    await window.press(end)
    await sees(window, seen, false, faults, `${key}, held, then ${end}`)
  }
  for (const key of ['ArrowRight', 'PageDown', ' ']) {
    await held(key)
    await arrives(window, no, 1, faults, `${key}, held: `)
    await window.press('ArrowLeft')
    await arrives(window, no, 0, faults)
  }
}

/** Keys with Ctrl, Cmd, Alt or AltGr, and keys of an input method, change nothing, in whichever window and place. */
async function leaveToOthers(window: EngineWindow, faults: Faults, place: string): Promise<void> {
  const before = await stageOf(window)
  // WebKitGTK does not.
  const tellsAltGr = await window.evaluate(() => new KeyboardEvent('keydown', { modifierAltGraph: true }).getModifierState('AltGraph'))
  for (const [name, held] of Object.entries({
    'Ctrl': { ctrlKey: true },
    'Cmd': { metaKey: true },
    'Alt': { altKey: true },
    ...tellsAltGr && { AltGr: { modifierAltGraph: true } },
    'Ctrl, Shift': { ctrlKey: true, shiftKey: true },
    'an input method and': { isComposing: true },
  } satisfies Record<string, KeyboardEventInit>)) {
    for (const key of SENT)
      await send(window, key, held)
    const after = await stageOf(window)
    if (after !== before)
      faults.push(`${place}: ${name} with one of the deck's keys: ${after}, not ${before}`)
  }
}

/**
 * What must hold of keys in any engine: none is lost after a dialog or a control that vanished, none acts twice, none is taken from the
 * browser, and Escape ends one thing at a time.
 * @param window becomes the audience's window
 * @param edition of which site
 * @param no a slide with one exhibit and a click or more
 * @param faults grows by what is wrong
 */
export async function walkKeys(
  window: EngineWindow,
  edition: Pick<WalkedEdition, 'url'> & { readonly site: Pick<WalkedSite, 'url' | 'missed'> },
  no: number,
  faults: Faults,
): Promise<void> {
  const { site, url } = edition
  await window.resize(1280, 720)
  await arrive(window, site)
  await openAt(window, url, no)
  // The first key after loading: nothing has heard of Ctrl before.
  await send(window, 'b', { ctrlKey: true })
  await sees(window, '.black-screen', false, faults, 'Ctrl+B, the first key')
  await leaveToOthers(window, faults, 'on the stage')
  await closeInEveryWay(window, no, faults)
  await typeAfterStep(window, no, faults)
  await vanish(window, no, faults)
  await hold(window, no, faults)

  for (const key of ['o', 'e', 'b'])
    await window.press(key)
  await sees(window, '.black-screen', true, faults, 'black over an overview')
  const over = ['.black-screen', '#slideshow [data-enlarged]', '#app .z-modal .slidev-slide-content']
  for (const [index] of over.entries()) {
    await window.press('Escape')
    for (const [at, selector] of over.entries())
      await sees(window, selector, at > index, faults, `${index + 1} times Escape`)
  }
  await standsStill(window, no)
  faults.push(...(await problemsOf(window, site)).map(problem => `keys: ${problem}`))
}
