import { showOverview } from '@slidev/client/state/storage.ts'
import { later } from './later'

/** Slidev's overview over the slides. */
export default later(() => import('@slidev/client/internals/QuickOverview.vue'), () => () => showOverview.value)
