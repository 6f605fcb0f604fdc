import { showGotoDialog } from '@slidev/client/state/storage.ts'
import { defineAsyncComponent, defineComponent, h, watch } from 'vue'
import { holdKeys } from '../../client/held-keys'
import { isSettled } from '../../client/replace-prerendered'

let hasCome = false
/** The goto dialog, ours in place of Slidev's; it comes after the first slide. */
const GotoDialog = defineAsyncComponent(() => import('../../components/GotoDialog.vue').finally(() => hasCome = true))

export default defineComponent(() => {
  // What is typed for it waits.
  watch(showGotoDialog, isAskedFor => isAskedFor && !hasCome && void holdKeys(), { flush: 'sync' })
  return () => isSettled.value || showGotoDialog.value ? h(GotoDialog) : undefined
})
