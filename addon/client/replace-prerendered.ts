import type { Router } from 'vue-router'
import type {} from '../lib/first-answers'
import { readonly, shallowRef } from 'vue'
import { holdKeys } from './held-keys'
import { letPageHaveLoaded } from './hold-loading'
import { takeReadingPlace } from './reading-place'

/** The slide that `npm run build` wrote into the page; it lies over the deck until the live slide looks the same. */
const PRERENDERED = 'prerendered'
/** By then Slidev fetches the other slides, too, in milliseconds after the first one stands. */
const SETTLED_AFTER = 3500
/** A pointer may soon be over a control. */
const POINTER_EVENTS = ['pointermove', 'pointerdown'] as const
/** These keys want a slide, whose files come first; with others, such as Tab, one comes to the controls. */
const STEPS = /^(?:Arrow|Page|Home|End|Enter|Backspace|\s|\d)/
/** Longest wait for fonts, in milliseconds: as long as a browser itself hides text that waits for its font. */
const FONT_PATIENCE = 3000

const hasTakenOver = shallowRef(false)
/** True once the live deck stands, where the prerendered slide was. */
export const isInPlace = readonly(hasTakenOver)

const hasSettled = shallowRef(false)
/** True once the first slide has stood for a while, or the visitor does more than step: what is not needed before may come now. */
export const isSettled = readonly(hasSettled)

/** Whether the prerendered slide still stands in for the live one. */
export function isPrerendered(): boolean {
  return document.getElementById(PRERENDERED) !== null
}

/**
 * Puts the deck's own styles in force. In a prerendered page they come as a print style sheet, so that the first picture does not wait
 * for them, and stand before the few rules that this picture needs.
 */
export async function applyDeferredStyles(): Promise<void> {
  const links = document.querySelectorAll<HTMLLinkElement>('link[data-deferred]')
  await Promise.all(Array.from(links, link => new Promise<void>((resolve) => {
    if (link.sheet)
      return resolve()
    link.addEventListener('load', () => resolve(), { once: true })
    // The slide stays readable as it was prerendered.
    link.addEventListener('error', () => resolve(), { once: true })
  })))
  for (const link of links)
    link.media = 'all'
}

const nextFrame = () => new Promise(resolve => requestAnimationFrame(resolve))

/** Whether a live slide is shown, with its charts drawn and its pictures loaded. */
function isLive(): boolean {
  const layout = [...document.querySelectorAll('#slideshow .slidev-layout')].find(layout => layout.getClientRects().length > 0)
  return layout !== undefined
    && !layout.querySelector('[data-chart]:not([data-ready="true"], [data-failed="true"])')
    && [...layout.querySelectorAll('img')].every(image => image.complete)
}

/** Whether the live deck is where the visitor has got to by what the prerendered slides answered. */
function isThere({ currentRoute }: Router): boolean {
  const place = window.firstAnswers?.place()
  const { params, query } = currentRoute.value
  return !place ? place !== null : Number(params.no) === place.no && Number(query.clicks ?? 0) === place.step
}

async function fontsReady(): Promise<void> {
  await Promise.race([document.fonts.ready, new Promise(resolve => setTimeout(resolve, FONT_PATIENCE))])
}

/**
 * A Chinese first slide has its own small fonts; the characters of all others come before the next slide can ask for them. Elsewhere few
 * slides need them, and a browser fetches them for these.
 */
function fetchAllFaces(): void {
  if (!document.documentElement.lang.startsWith('zh'))
    return
  document.fonts.forEach(face => void face.load().catch(() => {}))
}

/**
 * Lets the live deck replace the prerendered slide, in one frame, as soon as it stands where the visitor has got to. Where it never does,
 * because a file is missing, the prerendered slides stay, and go on to answer (first-answers.ts).
 */
export async function replacePrerendered(router: Router): Promise<void> {
  const prerendered = document.getElementById(PRERENDERED)
  if (!prerendered) {
    hasTakenOver.value = true
    hasSettled.value = true
    if (window.firstAnswers)
      void holdKeys(window.firstAnswers.end())
    return
  }
  await router.isReady()
  do {
    if (!isThere(router))
      await (await import('./follow-visitor')).followVisitor(router, () => isThere(router))
    while (!isLive() && isThere(router))
      await nextFrame()
    // A font is asked for when text in it is first laid out, so look only after a frame was drawn.
    await nextFrame()
    await fontsReady()
    await nextFrame()
  } while (!isThere(router) || !isLive())
  // From here on the deck answers, what was kept for it first.
  const kept = window.firstAnswers?.end() ?? []
  prerendered.remove()
  // The landmark goes on; other parts are named when they come (useNamedParts).
  document.getElementById('slide-content')?.setAttribute('role', 'main')
  hasTakenOver.value = true
  takeReadingPlace()
  letPageHaveLoaded()
  document.querySelectorAll('style[data-prerendered]').forEach(style => style.remove())
  delete document.documentElement.dataset.step
  const end = () => {
    hasSettled.value = true
    fetchAllFaces()
  }
  setTimeout(end, SETTLED_AFTER)
  window.addEventListener('keydown', ({ key }) => !STEPS.test(key) && end(), { capture: true, passive: true })
  POINTER_EVENTS.forEach(sign => window.addEventListener(sign, end, { once: true, passive: true }))
  if (kept.length > 0)
    void holdKeys(kept)
}
