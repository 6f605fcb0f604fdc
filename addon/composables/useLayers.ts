import { showInfoDialog } from '@slidev/client/state/storage.ts'
import { tryOnScopeDispose } from '@vueuse/core'
import { watch } from 'vue'

/** What lies over the stage and is open, the last opened at the end. */
const open: (() => void)[] = []

/** Lets Escape close something that opens over the stage, such as a menu, wherever the focus is, before it undoes anything else. */
export function useLayer(isOpen: () => boolean, close: () => void): void {
  const forget = () => {
    const index = open.indexOf(close)
    if (index >= 0)
      open.splice(index, 1)
  }
  watch(isOpen, (isOpen) => {
    forget()
    if (isOpen)
      open.push(close)
  }, { immediate: true, flush: 'sync' })
  tryOnScopeDispose(forget)
}

/** Closes what was opened last, Slidev's message on the deck before all. @returns whether anything was open */
export function closeTopLayer(): boolean {
  if (showInfoDialog.value) {
    showInfoDialog.value = false
    return true
  }
  const close = open.at(-1)
  close?.()
  return close !== undefined
}
