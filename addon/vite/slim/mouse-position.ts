/** Where the pointer is on the slide, ours in place of Slidev's. */
export { useMousePosInSlide } from '../../composables/useMousePosInSlide'
