import type { Directive } from 'vue'
import { activeElement as believed } from '@slidev/client/state/storage.ts'
import { takeReadingPlace } from './reading-place'

/** The element that has the focus, also within shadow roots, as VueUse tells it to Slidev. */
function focused(): Element | null {
  let element = document.activeElement
  while (element?.shadowRoot?.activeElement)
    element = element.shadowRoot.activeElement
  return element
}

/**
 * Takes the focus from an element, or what is in it, that is about to vanish. WebKit and Firefox fire no `blur` for what is removed, and
 * Slidev would go on believing that someone types, deaf to all keys.
 */
export function giveFocusBack(from: Element | null | undefined): void {
  const element = focused()
  if (element instanceof HTMLElement && from?.contains(element))
    element.blur()
}

/** Closes a dialog. The focus goes to what had it before, or else to where the slide is read. */
export function closeDialog(dialog: HTMLDialogElement | null | undefined): void {
  giveFocusBack(dialog)
  // What was typed into goes, too.
  getSelection()?.removeAllRanges()
  dialog?.close()
  takeReadingPlace()
}

/** `v-gives-focus-back`: on what is removed and may then have the focus in it. */
export const vGivesFocusBack: Directive<Element> = { beforeUnmount: giveFocusBack }

/**
 * Tells Slidev who has the focus, where it believes something else: for all that vanished without giving it back. What is no longer seen,
 * such as a button of a dialog that has just closed, keeps it until the next picture is drawn: it is taken from it now.
 */
export function correctFocus(): void {
  const last = focused()
  if (last instanceof HTMLElement && last !== document.body && !last.checkVisibility())
    last.blur()
  const element = focused()
  if (believed.value !== element)
    believed.value = element
}
