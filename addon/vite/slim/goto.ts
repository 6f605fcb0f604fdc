import { showGotoDialog } from '@slidev/client/state/storage.ts'
import { defineAsyncComponent, defineComponent, h } from 'vue'
import { isSettled } from '../../client/replace-prerendered'

/** The goto dialog, ours in place of Slidev's; it comes after the first slide. */
const GotoDialog = defineAsyncComponent(() => import('../../components/GotoDialog.vue'))

export default defineComponent(() => () => isSettled.value || showGotoDialog.value ? h(GotoDialog) : undefined)
