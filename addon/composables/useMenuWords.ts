import type { ShallowRef } from 'vue'
import { useMutationObserver } from '@vueuse/core'
import { watch } from 'vue'
import { words } from '../locales'

const { menus } = words.stage

/** Slidev tells which item of a list is chosen by its mark alone. */
function nameMenu(panel: HTMLElement): void {
  for (const item of panel.querySelectorAll('.select-list .item'))
    item.ariaPressed = String(item.classList.contains('active'))
  if (!menus)
    return
  const texts = document.createTreeWalker(panel, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const text = texts.currentNode as Text
    const word = menus[text.data.trim() as keyof typeof menus]
    if (word)
      text.data = word
  }
}

/**
 * Says what stands in a menu of Slidev's in the language of the edition, and which item is chosen. Slidev writes its own words again when
 * they change.
 */
export function useMenuWords(panel: Readonly<ShallowRef<HTMLElement | null>>): void {
  const name = () => panel.value && nameMenu(panel.value)
  watch(panel, name, { flush: 'post' })
  useMutationObserver(panel, name, { subtree: true, childList: true, characterData: true, attributeFilter: ['class'] })
}
