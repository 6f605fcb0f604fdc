import { showGotoDialog } from '@slidev/client/state/storage.ts'
import { promiseTimeout } from '@vueuse/core'
import { hasKeys } from '../composables/useKeys'

/** Milliseconds from one key to the next: the router has gone where the last one leads. */
const PACE = 20
/** Milliseconds in which a dialog that a key opens has come, with a field that has the focus. */
const DIALOG = 1000

/** Milliseconds in which a view comes that has keys; not all have. */
const VIEW = 15_000

const focusedField = () => document.activeElement?.closest<HTMLInputElement>('dialog input')

/** What Enter presses, and Space. */
const CONTROLS: Readonly<Record<string, string>> = { 'Enter': 'button, a[href], summary', ' ': 'button, summary' }

/** The control on which a key was pressed. */
function controlOf({ key, target }: KeyboardEvent): HTMLElement | undefined {
  return target instanceof HTMLElement && target.isConnected && CONTROLS[key] && target.matches(CONTROLS[key]) ? target : undefined
}

/** A dialog that has been asked for and has no field yet takes what is typed next. */
async function untilDialogStands(): Promise<void> {
  const end = Date.now() + DIALOG
  while (showGotoDialog.value && !focusedField() && Date.now() < end)
    await promiseTimeout(PACE)
}

/** A page may not press keys as a hand does: what types is typed for it. */
function give({ key, code, keyCode, shiftKey }: KeyboardEvent): void {
  const field = focusedField()
  const target = document.activeElement ?? document.body
  const options = { key, code, keyCode, shiftKey, bubbles: true, cancelable: true }
  const isTaken = !target.dispatchEvent(new KeyboardEvent('keydown', options))
  if (field && !isTaken && key.length === 1) {
    field.value += key
    field.dispatchEvent(new InputEvent('input', { data: key, bubbles: true }))
  }
  target.dispatchEvent(new KeyboardEvent('keyup', options))
  // At a hand's Escape the browser closes it.
  if (key === 'Escape')
    document.querySelector<HTMLDialogElement>('dialog[open]')?.close()
}

/**
 * Gives the deck, now that it stands, the keys that were kept for it (first-answers.ts, held-keys.ts), in their order, and those that join
 * them meanwhile. What one opens has those that follow; else Enter and Space press the control that they were pressed on, wherever the
 * focus has gone since.
 */
export async function pressKept(kept: readonly KeyboardEvent[]): Promise<void> {
  for (const end = Date.now() + VIEW; !hasKeys() && Date.now() < end;)
    await promiseTimeout(PACE)
  await untilDialogStands()
  for (const stroke of kept) {
    const control = focusedField() ? undefined : controlOf(stroke)
    if (control)
      control.click()
    else
      give(stroke)
    await promiseTimeout(PACE)
    await untilDialogStands()
  }
}
