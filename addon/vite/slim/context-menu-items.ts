import type { ContextMenuItem } from '@slidev/types'
import type { ComputedRef } from 'vue'
import { computed, shallowRef } from 'vue'

const items = shallowRef<ComputedRef<ContextMenuItem[]>>()

/** What stands in the menu of the right mouse button; with the menu. */
export default function contextMenuItems(): ComputedRef<ContextMenuItem[]> {
  import('@slidev/client/setup/context-menu.ts').then(({ default: own }) => items.value = own()).catch(() => {})
  return computed(() => items.value?.value ?? [])
}
