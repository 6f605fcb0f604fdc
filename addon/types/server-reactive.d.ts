/** Slidev's dev server shares this state between devices; the defaults stand in vite.config.ts. */
declare module 'server-reactive:stage' {
  import type { StageState } from '../composables/useStage'

  const state: StageState
  export default state
}
