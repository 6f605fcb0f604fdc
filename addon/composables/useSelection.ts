import { useNav } from '@slidev/client'
import { promiseTimeout, useEventListener } from '@vueuse/core'
import { watch } from 'vue'

/** Whether text is selected, in which Shift with an arrow moves the end of the selection. */
export function isSelecting(): boolean {
  return getSelection()?.isCollapsed === false
}

/** Longer than a browser needs from a key to its caret. Milliseconds. */
const CARET = 60
/** Keys that move a caret. */
const MOVES = /^(?:Arrow|Home$|End$)/

/** What is pressed while it is seen whether a key moves a caret, in its order. */
let waiting: { readonly isMove: boolean, readonly act: () => void }[] | undefined

/**
 * Leaves a key to the caret that a reader moves through the text of a slide with it. Browsers do not tell whether they have such a caret
 * (F7 turns it on), and every click on text leaves a place for one: so it is seen whether the key moves it. What is pressed meanwhile
 * comes after it.
 * @param event what may move a caret
 * @param act what the key does otherwise, then a moment later
 * @returns whether the key has to wait
 */
export function leaveToCaret(event: KeyboardEvent, act: () => void): boolean {
  const isMove = MOVES.test(event.key)
  if (waiting) {
    waiting.push({ isMove, act })
    return true
  }
  const selection = getSelection()
  const { focusNode, focusOffset } = selection ?? {}
  const isCaret = selection?.isCollapsed && focusNode && focusNode.parentElement?.closest('#slideshow')
  if (!isCaret || !isMove)
    return false
  waiting = [{ isMove, act }]
  setTimeout(async () => {
    const isMoved = selection.focusNode !== null && (selection.focusNode !== focusNode || selection.focusOffset !== focusOffset)
    // There is none: the next key need not wait.
    if (!isMoved)
      selection.removeAllRanges()
    for (let pressed = waiting?.shift(); pressed; pressed = waiting?.shift()) {
      if (pressed.isMove && isMoved)
        continue
      pressed.act()
      // The next one starts from where this one leads.
      await promiseTimeout(0)
    }
    waiting = undefined
  }, CARET)
  return true
}

/** Lets go of what is selected, and of the caret; in a field they stay: WebKit types nothing where no caret is. */
function letGo(): void {
  if (!document.activeElement?.matches('input, textarea, [contenteditable]'))
    getSelection()?.removeAllRanges()
}

/** Lets go of what was selected on a slide that is left: unseen, it would keep Shift's arrows. Copies what is selected in words. */
export function useSelection(): void {
  const { currentPage } = useNav()
  // No visitor needs it for the first slide, and a copy comes after a selection.
  useEventListener(document, 'selectionchange', () => {
    import('../client/copied-text').then(({ keepCopiedWordsApart }) => keepCopiedWordsApart()).catch(() => {})
  }, { once: true })
  watch(currentPage, () => {
    letGo()
    // A browser's caret comes after the key that stepped, and would have the next one.
    setTimeout(() => isSelecting() || letGo(), CARET)
  })
}
