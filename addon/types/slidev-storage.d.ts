/** The part of `@slidev/client/state/storage.ts` that the deck uses. */
import type { Ref } from 'vue'

/** Whether the goto dialog, the overview, the message on the deck are open. */
export const showGotoDialog: Ref<boolean>
export const showOverview: Ref<boolean>
export const showInfoDialog: Ref<boolean>
/** Who has the focus, as Slidev believes: while it is a field or a button, Slidev is deaf to keys. */
export const activeElement: Ref<Element | null | undefined>
/** Whether it is a field. */
export const isInputting: Readonly<Ref<boolean>>
/** What stands for the pointer in this window, and in the others while they are told where it is. Kept by the browser. */
export const cursorStyle: Ref<'cursor' | 'laser'>
/** Whether the presenter's window tells the others where its pointer is. Kept by the browser. */
export const showPresenterCursor: Ref<boolean>
/** How much larger than usual the speaker wants the notes, and which of the three layouts of the presenter's view. Kept by the browser. */
export const presenterNotesFontSize: Ref<number>
export const presenterLayout: Ref<number>
/** Whether the dev server's editor is open. Kept by the browser. */
export const showEditor: Ref<boolean>
