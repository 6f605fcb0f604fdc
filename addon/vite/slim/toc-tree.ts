import { computed } from 'vue'

/** No slide has a table of contents. */
export const useTocTree = () => computed(() => [])
