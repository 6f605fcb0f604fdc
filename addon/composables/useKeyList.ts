import { ref } from 'vue'

/** Whether this window shows the list of keys. Not shared: the audience need not see it. */
export const isKeyListShown = ref(false)
