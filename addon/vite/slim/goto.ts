/** The goto dialog, ours in place of Slidev's. */
export { default } from '../../components/GotoDialog.vue'
