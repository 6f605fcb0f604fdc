import type { Place } from '../lib/first-answers'
import type { Swipe } from '../lib/swipe'
import { firstCallOf } from '../lib/first-keys'
import { EDITION_KEY, TALK_PAUSE } from '../lib/remembered'
import { isZoomed, STILL, swipeOf } from '../lib/swipe'
import { leaveStrokes, press, takeStrokes } from './strokes'

/**
 * The first script of a prerendered page, within it: answers keys, taps and swipes until the live deck takes over, as that would. A slide
 * is the prerendered page of another address, a step one of the states that its markup holds. What only the deck can answer is kept for
 * it, and all that comes after it. Other modules know it by `window.firstAnswers`. Every visit waits for its bytes.
 */

/** What is done at once, by key, `+` standing for Shift: a letter (`commands`); 0 is the deck's to do. Made of `lib/keys.ts`. */
declare const __KEYS__: Record<string, string | 0>

/** Milliseconds without the live deck until a line offers to load the page again. */
const PATIENCE = 15_000
/** The keys that do what swipes do. */
const SWIPES: Record<Swipe, string> = { left: 'PageDown', right: 'PageUp', up: 'ArrowDown', down: 'ArrowUp' }

/** A page's rules and slide, its links, and its title. */
type Page = readonly [parts: readonly Element[], links: string, title: string]

const KEYS = __KEYS__
const { base, others, keys, talk, no: ownNo, steps: ranges } = document.currentScript!.dataset as
  Record<'base' | 'others' | 'keys' | 'talk' | 'no' | 'steps', string>
const own = Number(ownNo)
// The deck's toggles.
for (const key of keys)
  KEYS[key] = 0
/** First and last step of each slide. */
const steps = ranges.split(' ').map(range => range.split('-').map(Number) as [number, number])
const editions = others.split(' ')
const find = (selector: string, within: ParentNode = document) => within.querySelector<HTMLElement>(selector)!
const all = (selector: string, within: ParentNode = document) => [...within.querySelectorAll<HTMLElement>(selector)]
const isSelecting = () => !getSelection()!.isCollapsed
const isEnlarged = () => isZoomed(visualViewport?.scale ?? 1)
const showStep = (step: number) => document.documentElement.dataset.step = String(step)

let place: Place
let shown: Place = { no: own, step: 0 }
/** Places that were reached and not shown yet. */
let trail: Place[] = []
let hasMoved = false
let hasEnded = false
let isLate = false
/** The base of the edition whose page has been asked for. */
let leavesFor = ''
let kept: KeyboardEvent[] = []
/** By number; 0 while a page is on its way. */
const pages: Record<number, Page | 0> = {}

function read(from: Document): Page {
  return [
    all('style[data-prerendered=""],#prerendered>main', from),
    // Who leaves before the page has come leaves a part of one.
    find('.prerendered-links', from)?.innerHTML,
    from.title,
  ]
}

/** Fetches the page of a slide, once. */
async function load(no: number, priority: RequestPriority = 'low'): Promise<void> {
  if (pages[no] !== undefined || !steps[no - 1])
    return
  pages[no] = 0
  try {
    const answer = await fetch(base + (no > 1 ? `${no}/` : ''), { priority })
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const { dataset } = find('[data-steps]', page)
    pages[no] = dataset.base === base && Number(dataset.no) === no ? read(page) : undefined!
  }
  catch {}
  if (!pages[no]) {
    delete pages[no]
    // Nobody gets there: who waits for it stays.
    if (place.no === no && !hasEnded)
      return go(shown.no, shown.step)
  }
  follow()
}

/** Shows what can be shown, and fetches the last place: one page at a time, for side by side the first of many would come late. */
function follow(): void {
  draw()
  if (!hasEnded && !trail.some(({ no }) => pages[no] === 0))
    void load(place.no, 'high')
}

/** Shows the last of the places that can be shown. */
function draw(): void {
  const index = trail.findLastIndex(({ no }) => pages[no])
  if (hasEnded || index < 0 || !pages[own])
    return
  const { no, step } = trail[index]!
  trail = trail.slice(index + 1)
  if (no !== shown.no) {
    const [parts, links, title] = pages[no] as Page
    ;(pages[shown.no] as Page)[0].forEach((part, index) => part.replaceWith(parts[index]!))
    find('.prerendered-links').innerHTML = links
    document.title = title
  }
  shown = { no, step }
  showStep(step)
  for (const part of all('[data-shots]>:not([media*=none])')) {
    const shots = part.parentElement!.dataset.shots!.split(' ')
    const name = part.matches('img') ? 'src' : 'srcset'
    const addressOf = (step: number) => part.getAttribute(name)!.replace(/[^/]+(?=-\w+\.)/, shots[step - steps[no - 1]![0]]!)
    part.setAttribute(name, addressOf(step))
    // The next one, in the scheme that is seen.
    if (step < steps[no - 1]![1] && matchMedia((part as HTMLSourceElement).media || 'not (prefers-color-scheme:dark)').matches)
      new Image().src = addressOf(step + 1)
  }
  // Who reads goes on here; before a page has loaded nobody reads.
  const heading = find('#prerendered h1')
  if (document.readyState === 'complete' && heading && document.activeElement === document.body) {
    heading.tabIndex = -1
    heading.style.outline = 'none'
    heading.focus()
  }
  // Who goes on has passed them.
  if (!trail[0]) {
    void load(no + 1)
    void load(no - 1)
  }
}

function reach(to: Place): void {
  hasMoved = true
  trail.push(place = to)
  follow()
}

/** Goes to a place, and tells the address as the router does. */
function go(no: number, step = steps[no - 1]?.[0], isNew = no !== place.no): void {
  if (step === undefined || (no === place.no && step === place.step))
    return
  const address = new URL(location.href)
  address.pathname = `${base}${no}/`
  address.searchParams.delete('clicks')
  if (step)
    address.searchParams.set('clicks', String(step))
  history[isNew ? 'pushState' : 'replaceState'](isNew ? null : history.state, '', address)
  reach({ no, step })
}

const commands: Record<string, (no: number, step: number, range: [number, number]) => void> = {
  n: (no, step, [, last]) => step < last ? go(no, step + 1) : go(no + 1),
  p: (no, step, [first]) => step > first ? go(no, step - 1) : go(no - 1, steps[no - 2]?.[1]),
  N: no => go(no + 1),
  P: no => go(no - 1),
  f: () => go(1, undefined, true),
  l: () => go(steps.length, undefined, true),
  e(no, step) {
    const [id, folder] = editions
    if (!folder)
      return
    leavesFor = folder
    try {
      localStorage[EDITION_KEY] = id
    }
    catch {}
    location.assign(`${folder}${no}/${step ? `?clicks=${step}` : ''}`)
  },
}

/** @returns whether nobody else is to hear of it */
function answer(event: KeyboardEvent): boolean {
  const { key, shiftKey } = event
  const does = firstCallOf(event, KEYS)
  // What is typed after a key that the deck has to answer is for what it opens.
  const command = does ?? (kept[0] && does !== null && /^(?:.|Enter|Escape|Backspace)$/.test(key) ? 0 : undefined)
  const control = document.activeElement
  const isKept = command === 0 || kept[0] || leavesFor
  if (
    hasEnded || command === undefined || (isKept && isLate && !leavesFor) || (shiftKey && key.length > 1 && isSelecting())
    || control?.matches('input,textarea,select,[contenteditable]') || (key === ' ' && control?.matches('a,button,summary,audio,video'))
  ) {
    return false
  }
  // A letter would begin the browser's own search.
  if (/^(?:\S|F5)$/.test(key))
    event.preventDefault()
  // No key acts twice when it is held.
  if (!event.repeat)
    isKept ? kept.push(event) : commands[command]!(place.no, place.step, steps[place.no - 1]!)
  return true
}

/** The deck is late, or will not come: what was kept for it is left. */
function giveUp(): void {
  isLate = true
  kept.splice(0).forEach(answer)
}

function readPlace(): Place | undefined {
  const { pathname, search } = location
  const digits = pathname.startsWith(base) && /^(\d*)\/?$/.exec(pathname.slice(base.length))
  if (!digits)
    return undefined
  let no = digits[1] || 1
  let clicks = new URLSearchParams(search).get('clicks')
  // Without a slide's number one goes where the talk stands that is being given in this browser.
  try {
    const { value, at } = JSON.parse(localStorage[talk])
    if (!digits[1] && Date.now() - at < TALK_PAUSE)
      ({ no, clicks } = value)
  }
  catch {}
  const [first, last] = steps[Number(no) - 1] ?? []
  // What names no slide the deck answers.
  return last === undefined ? undefined : { no: Number(no), step: Math.min(Math.max(Number(clicks) || 0, first!), last) }
}

/** A host that has one page for all addresses answers with this one for those of another edition. */
async function findEdition(): Promise<void> {
  const { pathname, search, hash } = location
  const folder = editions.find((folder, index) => index % 2 && pathname.startsWith(folder))
  if (folder && !pathname.endsWith('/') && (await (await fetch(`${pathname}/`)).text()).includes(`"${folder}assets/`))
    location.replace(`${pathname}/${search}${hash}`)
}

function listen(): void {
  visualViewport?.addEventListener('resize', () => find('#prerendered')?.style.setProperty('touch-action', isEnlarged() ? 'auto' : ''))
  let tapped: PointerEvent | undefined
  let landed: PointerEvent | undefined
  const cancel = () => tapped = landed = undefined
  /** A hand that came to the prerendered slide may leave the live one. */
  const act = (key: string) => {
    const event = press({ key })
    hasEnded ? document.body.dispatchEvent(event) : answer(event)
  }
  const on = (type: string, listener: (event: any) => void) => addEventListener(type, listener, true)
  on('keydown', (event: KeyboardEvent) => answer(event) && event.stopImmediatePropagation())
  on('popstate', () => {
    const to = readPlace()
    if (to && !hasEnded)
      reach(to)
  })
  on('error', ({ target }) => (target === window || target.matches('script')) && giveUp())
  on('pagehide', () => {
    if (leavesFor)
      leaveStrokes(leavesFor, kept)
    leavesFor = ''
    kept = []
  })
  on('pointerdown', (event: PointerEvent) => {
    const target = event.target as Element
    const isTouch = event.pointerType === 'touch'
    cancel()
    // Two fingers, and any on a page that is zoomed, are the browser's.
    const isOurs = target.closest('#prerendered') && !target.closest('aside,input')
    if (hasEnded || !isOurs || !event.isPrimary || event.button || (isTouch && isEnlarged()))
      return
    landed = isTouch ? event : undefined
    tapped = target.id === 'prerendered' ? event : undefined
  })
  on('pointerup', ({ clientX, clientY, pointerId }: PointerEvent) => {
    const from = landed ?? tapped
    if (from?.pointerId === pointerId && !(landed && isEnlarged())) {
      const [x, y] = [clientX - from.clientX, clientY - from.clientY]
      const swipe = landed && swipeOf(x, y, { width: innerWidth, height: innerHeight })
      if (tapped && Math.hypot(x, y) < STILL)
        act(clientX > innerWidth / 2 ? 'PageDown' : 'PageUp')
      else if (swipe)
        act(SWIPES[swipe])
    }
    cancel()
  })
  on('pointercancel', cancel)
  document.addEventListener('selectionchange', () => isSelecting() && cancel())
}

function start(): void {
  showStep(place.step)
  listen()
  trail = [place]
  void load(place.no)
  void load(place.no + 1)
  // The page has been read, and no other script has run yet.
  document.addEventListener('readystatechange', () => {
    pages[own] = read(document)
    follow()
  }, { once: true })
  setTimeout(() => {
    if (hasEnded)
      return
    giveUp()
    find('.prerendered-late').hidden = false
  }, PATIENCE)
  window.firstAnswers = {
    place: () => leavesFor ? null : hasMoved && place,
    end() {
      hasEnded = true
      return kept
    },
  }
  takeStrokes(base).forEach(answer)
}

if (location.pathname.endsWith('/index.html'))
  history.replaceState(history.state, '', location.pathname.slice(0, -10) + location.search + location.hash)
pages[own] = 0
place = readPlace()!
if (!place)
  void findEdition()
else if (!/[?&]print/.test(location.search))
  start()
