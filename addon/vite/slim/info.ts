import { showInfoDialog } from '@slidev/client/state/storage.ts'
import { later } from './later'

/** Slidev's info dialog. */
export default later(() => import('@slidev/client/internals/InfoDialog.vue'), () => () => showInfoDialog.value)
