import type { ExhibitName } from '../../data'
import { createSyncState, sharedState, useNav } from '@slidev/client'
import serverState from 'server-reactive:stage'
import { watch } from 'vue'
import { DECK_NAME } from '../../figures/deck-name'
import { talkPosition } from './useTalkMemory'

/** What all windows of a talk share besides page and clicks. */
export interface StageState {
  /** The headcount stands on a logarithmic axis. */
  logarithmic: boolean
  /** The audience sees nothing. */
  black: boolean
  /** The exhibit that fills its slide, and that slide's number; `''` and 0 when all stand in their place. */
  enlarged: ExhibitName | ''
  enlargedOn: number
  /** The edition that the talk changed to last, in which kind of window that was said, and when: milliseconds since 1970. */
  edition: string
  editionBy: 'presenter' | 'viewer'
  editionAt: number
  /** Counts what was changed. */
  changes: number
}

const REST: StageState = { logarithmic: false, black: false, enlarged: '', enlargedOn: 0, edition: '', editionBy: 'viewer', editionAt: 0, changes: 0 }

// Kept through a reload, so that a window that comes back shows what the others show.
const { init, state } = createSyncState<StageState>(serverState, { ...REST }, true)
let started = false

/** The stage's state, the same in every window of one browser (and, served with `--remote`, on every device). Change it with `changeStage`. */
export function useStage(): Readonly<StageState> {
  if (!started) {
    started = true
    init(`${DECK_NAME} - stage`)
    if (!isReload() && !talkPosition())
      changeStage({ black: false, enlarged: '', enlargedOn: 0 })
  }
  return state
}

/** Changes the stage in every window: only in the one that the speaker acts in, as windows that follow and write too would overwrite each other. */
export function changeStage(changes: Partial<StageState>): void {
  Object.assign(state, changes)
  // Slidev does not share what changes in the turn in which it reads, a key pressed just after a reload: so once more in the next.
  setTimeout(() => state.changes++)
}

/** A visitor who comes back the next day must not find a black screen; one who reloads goes on. */
function isReload(): boolean {
  return (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined)?.type === 'reload'
}

/** Brings the audience's picture back. @returns whether it was black */
export function endBlack(): boolean {
  const was = useStage().black
  if (was)
    changeStage({ black: false })
  return was
}

/** Puts an enlarged exhibit back. @returns whether one was enlarged */
export function putBack(): boolean {
  const was = useStage().enlarged !== ''
  if (was)
    changeStage({ enlarged: '', enlargedOn: 0 })
  return was
}

/** Enlarges the slide's first exhibit, then its next one, and after the last puts it back. Without an exhibit it does nothing. */
export function enlargeNext(page: number): void {
  const stage = useStage()
  const names = [...document.querySelectorAll<HTMLElement>(`#slideshow > [data-slidev-no="${page}"] [data-enlargeable]`)]
    .map(figure => figure.dataset.exhibit as ExhibitName)
  const next = names[stage.enlarged ? names.indexOf(stage.enlarged) + 1 : 0]
  if (next)
    changeStage({ enlarged: next, enlargedOn: page })
  else
    putBack()
}

/** Puts an enlarged exhibit back when its slide is left: in the window that leaves first, which the others follow. */
export function usePutBackOnLeave(): void {
  const { currentPage } = useNav()
  // Synchronously: a moment later Slidev has told the new page to itself, and leading looks like following.
  watch(currentPage, (page) => {
    if (sharedState.page !== page)
      putBack()
  }, { flush: 'sync' })
}
