import { useNav } from '@slidev/client'
import { watch } from 'vue'

/** Whether text is selected, in which Shift with an arrow moves the end of the selection. */
export function isSelecting(): boolean {
  return getSelection()?.isCollapsed === false
}

/** Lets go of what was selected on a slide that is left: unseen, it would keep Shift's arrows. */
export function useSelection(): void {
  const { currentPage } = useNav()
  watch(currentPage, () => getSelection()?.removeAllRanges())
}
