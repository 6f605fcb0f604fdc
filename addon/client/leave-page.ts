import type { App } from 'vue'
import { disableBuiltinSync } from '@slidev/client'
import { FRAME_MARK } from './full-screen'
import { leaveStrokes, press, strokeOf } from './strokes'

/** Milliseconds in which the page of another edition comes, or else does not. */
const PATIENCE = 10_000

/** Ends what is carried, and gives it. */
let carried: (() => KeyboardEvent[]) | undefined

/**
 * Lets the page of another edition begin with what is pressed while it comes (first-answers.ts, early-keys.ts). What is replayed here goes
 * along, too.
 * @param base of the other edition
 * @param keys that are kept from now on
 * @param release lets them be the deck's again
 */
export function carryKeys(base: string, keys: readonly KeyboardEvent[], release: () => void): void {
  const ends = new AbortController()
  const end = carried = () => {
    carried = undefined
    release()
    ends.abort()
    return [...keys]
  }
  setTimeout(() => carried === end && end(), PATIENCE)
  window.addEventListener('pagehide', () => {
    const strokes = end()
    if (strokes.length > 0)
      leaveStrokes(base, strokes)
  }, { signal: ends.signal })
}

/**
 * Goes to another page of the deck while the window fills the screen, and goes on filling it. A browser ends full screen with its document,
 * and lets no page begin it without a gesture: so this document stays, in the end as nothing but the frame of the other one, until full
 * screen ends.
 * @param address of the page, on this host
 * @param app this document's, which ends as soon as the other page is there
 */
export function leaveInFullScreen(address: string, app: App): void {
  const frame = document.createElement('iframe')
  frame.setAttribute(FRAME_MARK, '')
  frame.allow = 'fullscreen; screen-wake-lock'
  frame.src = address
  // Loaded and not seen: what is shown until then is the slide in the language from which one comes.
  frame.style.cssText = 'position: fixed; inset: 0; z-index: 10000; width: 100%; height: 100%; border: 0; opacity: 0'
  frame.addEventListener('load', () => {
    // Two windows of one talk in one: only the new one may hear and tell where the talk stands.
    disableBuiltinSync()
    app.unmount()
    frame.style.opacity = ''
    frame.contentWindow?.focus()
    for (const stroke of carried?.() ?? [])
      frame.contentDocument?.body.dispatchEvent(press(strokeOf(stroke)))
  }, { once: true })
  // Who reloads this window, as `present` does when it is started anew, is to find what the frame showed.
  frame.addEventListener('load', () => {
    const { location: shown, navigation } = frame.contentWindow as Window & { readonly navigation?: EventTarget }
    const keep = () => history.replaceState(null, '', shown.href)
    keep()
    navigation?.addEventListener('currententrychange', keep)
    // What it is called and the language that it is read in are the frame's, too.
    const inner = frame.contentDocument!
    const follow = () => {
      frame.title = document.title = inner.title
      document.documentElement.lang = inner.documentElement.lang
    }
    follow()
    new MutationObserver(follow).observe(inner.head, { subtree: true, childList: true, characterData: true })
  })
  document.addEventListener('fullscreenchange', () => {
    if (!document.fullscreenElement)
      location.replace(frame.contentWindow?.location.href ?? address)
  })
  document.body.append(frame)
}
