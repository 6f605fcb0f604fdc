import type { KeyPlace, PenCall } from '../lib/keys'
import deck from '#deck'
import { useDrawings, useNav } from '@slidev/client'
import { isInputting, showOverview } from '@slidev/client/state/storage.ts'
import { tryOnScopeDispose } from '@vueuse/core'
import { shallowRef } from 'vue'
import { correctFocus } from '../client/focus'
import { isForeign } from '../lib/key-strokes'
import { callOf, penCallOf } from '../lib/keys'
import { closeTopLayer } from './useLayers'
import { isSelecting, leaveToCaret } from './useSelection'

/** Controls whose own keys are Enter and Space, when they were reached with the keyboard. */
const CONTROLS = 'button, a[href], summary, [role="button"], audio, video'
/** What one types or chooses in. Slidev itself knows of `input` and `textarea`. */
const FIELDS = 'select, [contenteditable]:not([contenteditable="false"]), [role="textbox"], [role="combobox"], [role="listbox"]'
/** Keys without which nothing would be scrolled or left: what the browser does with them besides is wanted. */
const BROWSER_TOO = new Set(['Escape', 'PageDown', 'PageUp', 'Home', 'End', 'Enter', ' '])

/** Keys with which a browser scrolls what was clicked last, such as the notes. */
const SCROLLING = new Set([' ', 'PageUp', 'PageDown', 'Home', 'End', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'])
/** What is left of them for notes that were reached with the keyboard (`useNoteScroll`): a clicker's and all others are the stage's. */
const OF_NOTES = new Set(['Home', 'End', 'ArrowUp', 'ArrowDown'])

/** The view that is shown, where it has keys at all. */
interface KeyView {
  /** Calls a shortcut by its id. @returns whether anything was done */
  readonly call: (id: string) => boolean
  readonly drawings: ReturnType<typeof useDrawings>
  readonly nav: ReturnType<typeof useNav>
}
let view: KeyView | undefined

/** Lets keys call the shortcuts of a view, as long as it is shown: in the set-up of it. */
export function useKeyCalls(call: KeyView['call']): void {
  const own: KeyView = { call, drawings: useDrawings(), nav: useNav() }
  view = own
  tryOnScopeDispose(() => {
    if (view === own)
      view = undefined
  })
}

/** Whether a view is shown that has keys. */
export const hasKeys = () => view !== undefined

/** What a key would call here and now: the gate of `lib/keys.ts`, with what the window shows. */
export function callHere(event: KeyboardEvent): string | undefined {
  if (!view)
    return undefined
  const place: KeyPlace = {
    overview: showOverview.value,
    drawing: view.drawings.drawingEnabled.value,
    selecting: isSelecting(),
  }
  return callOf(event, place, deck.toggles)
}

/** Whether a key is of a control that has the focus. */
function isOfControl({ key }: KeyboardEvent): boolean {
  const { activeElement } = document
  if (OF_NOTES.has(key) && activeElement?.matches('[data-scrolls-by-key]'))
    return true
  return activeElement?.matches(FIELDS) === true || ((key === 'Enter' || key === ' ') && activeElement?.matches(CONTROLS) === true)
}

/** Before anything else hears of a key. */
function prepare(event: KeyboardEvent): void {
  correctFocus()
  const { activeElement } = document
  // A clicker's "start" would reload the deck, whatever is open.
  if (view && event.key === 'F5' && !isForeign(event))
    event.preventDefault()
  // A key that is held presses a button again and again.
  if (event.repeat && event.key === 'Enter' && activeElement?.matches(CONTROLS))
    event.preventDefault()
  // Slidev is deaf while a button or link has the focus: all keys but its own are the stage's.
  if (activeElement?.matches('button, a') && !activeElement.closest('dialog') && !isOfControl(event) && callHere(event))
    (activeElement as HTMLElement).blur()
}

function draw(call: PenCall, { drauu, drawingEnabled, drawingMode, brush, brushColors, clear }: KeyView['drawings']): void {
  if (call === 'undo')
    drauu.undo()
  else if (call === 'redo')
    drauu.redo()
  else if (call === 'clear')
    clear()
  else if (call === 'end')
    drawingEnabled.value = closeTopLayer()
  else if (typeof call === 'string')
    drawingMode.value = call
  else if (brushColors[call - 1])
    brush.value.color = brushColors[call - 1]!
}

/** After everything on the page had its chance, and before Slidev's own two that ask for no modifier: F, and the keys of the pen. */
function pass(event: KeyboardEvent): void {
  if (!view)
    return
  const { call, drawings, nav } = view
  const isDrawing = drawings.drawingEnabled.value && !isInputting.value
  if (event.key === 'f' || isDrawing)
    event.stopImmediatePropagation()
  // Behind a dialog nothing is to be moved, wherever the focus is.
  if ((event.defaultPrevented && event.key !== 'F5') || isOfControl(event) || document.querySelector('dialog:modal'))
    return
  const penCall = isDrawing ? penCallOf(event) : undefined
  const id = callHere(event)
  if (id !== undefined && penCall === undefined && !event.repeat && leaveToCaret(event, () => call(id)))
    return
  // A key that steps does not also scroll the notes, the more so when it is held.
  if (id !== undefined && nav.isPresenter.value && SCROLLING.has(event.key))
    event.preventDefault()
  // No key acts twice when it is held.
  const isDone = !event.repeat && (penCall === undefined ? id !== undefined && call(id) : (draw(penCall, drawings), true))
  // A letter would be typed into what it opens, or begin the browser's own search.
  if (isDone && !event.key.startsWith('Arrow') && !BROWSER_TOO.has(event.key))
    event.preventDefault()
}

/** While the overview is open Slidev takes digits as a slide's number, also those that are the browser's with Ctrl or Alt. */
function passTyped(event: KeyboardEvent): void {
  if (event.ctrlKey || event.altKey || event.metaKey)
    event.stopImmediatePropagation()
}

/** Slidev takes the focus from its row of buttons when a mouse leaves it, also from someone who came there with Tab. */
function keepFocus(event: MouseEvent): void {
  if (event.target instanceof Element && event.target.closest('nav') && document.activeElement?.matches(':focus-visible'))
    event.stopImmediatePropagation()
}

/** Puts the gate before Slidev's listeners: call it before any of Slidev's views is there. */
export function startKeys(): void {
  window.addEventListener('keydown', prepare, { capture: true })
  window.addEventListener('keydown', pass)
  window.addEventListener('keypress', passTyped)
  window.addEventListener('mouseleave', keepFocus, { capture: true })
}

/** A shortcut's key, as Slidev watches it: pressed for no longer than it takes to call the shortcut. */
export function keyPulse() {
  const pressed = shallowRef(false)
  return {
    pressed,
    pulse() {
      pressed.value = true
      pressed.value = false
    },
  }
}
