/** The clock of Slidev's own views, ours in place of Slidev's. */
export { useTimer } from '../../composables/useTimer'
