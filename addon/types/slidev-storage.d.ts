/** The part of `@slidev/client/state/storage.ts` that `build/slim/` uses: what is open. */
import type { Ref } from 'vue'

export const showGotoDialog: Ref<boolean>
export const showInfoDialog: Ref<boolean>
export const showOverview: Ref<boolean>
