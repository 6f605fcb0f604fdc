import { configs, createSyncState } from '@slidev/client'
import serverState from 'server-reactive:stage'

/** What all windows of a talk share besides page and clicks. */
export interface StageState {
  /** The headcount stands on a logarithmic axis. */
  logarithmic: boolean
}

// Kept through a reload, so that a window that comes back shows what the others show.
const { init, state } = createSyncState<StageState>(serverState, { logarithmic: false }, true)
let started = false

/**
 * The stage's state, the same in every window of one browser (and, served with `--remote`, on every device).
 * Change it by assignment.
 */
export function useStage(): StageState {
  if (!started) {
    started = true
    init(`${configs.title} - stage`)
  }
  return state
}
