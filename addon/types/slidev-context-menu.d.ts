/** The parts of `@slidev/client/logic/contextMenu.ts` and `@slidev/client/setup/context-menu.ts` that stand in for them use. */
import type { ContextMenuItem } from '@slidev/types'
import type { ComputedRef, Ref } from 'vue'

/** The menu of the right mouse button, while it is open. */
export const currentContextMenu: Ref<object | null>
/** What stands in it. */
declare const contextMenuItems: () => ComputedRef<ContextMenuItem[]>
export default contextMenuItems
