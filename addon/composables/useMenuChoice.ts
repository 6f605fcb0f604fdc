import type { ShallowRef } from 'vue'
import { useMutationObserver } from '@vueuse/core'
import { watch } from 'vue'

/** Slidev tells which item of a list is chosen by its mark alone. */
function nameMenu(panel: HTMLElement): void {
  for (const item of panel.querySelectorAll('.select-list .item'))
    item.ariaPressed = String(item.classList.contains('active'))
}

/**
 * Says which item of a menu of Slidev's is chosen. Its words are the edition's with all others (useNamedParts.ts).
 */
export function useMenuChoice(panel: Readonly<ShallowRef<HTMLElement | null>>): void {
  const name = () => panel.value && nameMenu(panel.value)
  watch(panel, name, { flush: 'post' })
  useMutationObserver(panel, name, { subtree: true, childList: true, characterData: true, attributeFilter: ['class'] })
}
