/** The pointer on the slide, ours in place of Slidev's laser; its arrow is the same one. */
export { default } from '../../components/PointerMark.vue'
