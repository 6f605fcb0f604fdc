/** Swipes, ours in place of Slidev's. */
export { useSwipeControls } from '../../composables/useSwipeControls'
