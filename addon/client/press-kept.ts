import { showGotoDialog } from '@slidev/client/state/storage.ts'
import { promiseTimeout } from '@vueuse/core'

/** Milliseconds from one key to the next: the router has gone where the last one leads. */
const PACE = 20
/** Milliseconds in which a dialog that a key opens has come, with a field that has the focus. */
const DIALOG = 1000

const focusedField = () => document.activeElement?.closest<HTMLInputElement>('dialog input')

/** A dialog that has been asked for and has no field yet takes what is typed next. */
async function untilDialogStands(): Promise<void> {
  const end = Date.now() + DIALOG
  while (showGotoDialog.value && !focusedField() && Date.now() < end)
    await promiseTimeout(PACE)
}

/**
 * Gives the deck, now that it stands, the keys that were kept for it (first-answers.ts, held-keys.ts), in their order, and those that join
 * them meanwhile. A page may not press keys as a hand does: what types is typed for it.
 */
export async function pressKept(kept: readonly KeyboardEvent[]): Promise<void> {
  await untilDialogStands()
  for (const { key, code, keyCode, shiftKey } of kept) {
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
    await promiseTimeout(PACE)
    await untilDialogStands()
  }
}
