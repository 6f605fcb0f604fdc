/** Slidev's dev server shares this state between devices; the defaults stand in addon/vite.config.ts. */
declare module 'server-reactive:stage' {
  import type { StageState } from '../lib/stage-state'

  const state: StageState
  export default state
}
