import { showGotoDialog } from '@slidev/client/state/storage.ts'
import { later } from './later'

/** The goto dialog, ours in place of Slidev's. */
export default later(() => import('../../components/GotoDialog.vue'), () => () => showGotoDialog.value)
