import { defineAsyncComponent } from 'vue'

/** The menu of settings; Slidev mounts it when it is opened. */
export default defineAsyncComponent(() => import('@slidev/client/internals/Settings.vue'))
