import { currentContextMenu } from '@slidev/client/logic/contextMenu.ts'
import { defineAsyncComponent, defineComponent, h } from 'vue'

/** The menu of the right mouse button; it comes when it is opened. */
const ContextMenu = defineAsyncComponent(() => import('@slidev/client/internals/ContextMenu.vue'))

export default defineComponent(() => () => currentContextMenu.value ? h(ContextMenu) : undefined)
