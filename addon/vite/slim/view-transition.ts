import { ref } from 'vue'

/** No slide comes by a view transition. */
export const useViewTransition = () => ref(false)
