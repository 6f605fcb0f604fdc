/** The part of `@slidev/client/state/storage.ts` that the deck uses: whether the goto dialog is open. */
import type { Ref } from 'vue'

export const showGotoDialog: Ref<boolean>
