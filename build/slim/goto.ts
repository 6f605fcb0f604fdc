import { showGotoDialog } from '@slidev/client/state/storage.ts'
import { later } from './later'

/** Slidev's goto dialog. */
export default later(async () => {
  const { default: Goto } = await import('@slidev/client/internals/Goto.vue')
  if (showGotoDialog.value) {
    // It takes the focus when it is shown, which it has to see happen.
    showGotoDialog.value = false
    setTimeout(() => showGotoDialog.value = true)
  }
  return Goto
}, () => () => showGotoDialog.value)
