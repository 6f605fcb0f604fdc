/** The menus of the row of buttons, ours in place of Slidev's. */
export { default } from '../../components/MenuButton.vue'
