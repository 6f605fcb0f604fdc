import { ref, shallowRef } from 'vue'

/** Stands for `@slidev/client/state/storage.ts` in unit tests. */
export const activeElement = shallowRef<Element | null>()
export const isInputting = ref(false)
export const showGotoDialog = ref(false)
export const showOverview = ref(false)
export const showInfoDialog = ref(false)
