import type { StageState } from '../lib/stage-state'
import deck from '#deck'
import { createSyncState, sharedState, useNav } from '@slidev/client'
import serverState from 'server-reactive:stage'
import { watch } from 'vue'
import { edition } from '../client/edition'
import { STAGE_AT_REST } from '../lib/stage-state'
import { talkPosition } from './useTalkMemory'

// Kept through a reload, so that a window that comes back shows what the others show.
const { init, state } = createSyncState<StageState>(serverState, { ...STAGE_AT_REST }, true)
let started = false

/**
 * The stage's state, the same in every window of one browser (and, served with `--remote`, on every device). Change it with `changeStage`.
 */
export function useStage(): Readonly<StageState> {
  if (!started) {
    started = true
    init(`${deck.name} - stage`)
    if (!isReload() && !hasChangedEdition() && !talkPosition())
      changeStage({ black: false, enlarged: '', enlargedOn: 0 })
  }
  return state
}

/**
 * Changes the stage in every window: only in the one that the speaker acts in, as windows that follow and write too would overwrite each
 * other.
 */
export function changeStage(changes: Partial<StageState>): void {
  Object.assign(state, changes)
  // Slidev does not share what changes in the turn in which it reads, a key pressed just after a reload: so once more in the next.
  setTimeout(() => state.changes++)
}

/** A visitor who comes back the next day must not find a black screen; one who reloads goes on. */
function isReload(): boolean {
  return (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined)?.type === 'reload'
}

/** How long a page of another edition may take to come. Milliseconds. */
const ARRIVAL = 10_000

/** Whether this window has just come here with a change of language, in which all goes on. */
function hasChangedEdition(): boolean {
  const { edition: to, editionAt } = state
  return to === edition.id && Math.abs(performance.timeOrigin - editionAt) < ARRIVAL
}

/** Whether something that a key turns on is on. */
export function isToggled(name: string): boolean {
  return useStage().toggles[name] === true
}

/** Turns it on or off in every window. */
export function toggle(name: string): void {
  const { toggles } = useStage()
  changeStage({ toggles: { ...toggles, [name]: toggles[name] !== true } })
}

/** Brings the audience's picture back. @returns whether it was black */
export function endBlackScreen(): boolean {
  const was = useStage().black
  if (was)
    changeStage({ black: false })
  return was
}

/** Puts an enlarged exhibit back. @returns whether one was enlarged */
export function shrinkExhibit(): boolean {
  const was = useStage().enlarged !== ''
  if (was)
    changeStage({ enlarged: '', enlargedOn: 0 })
  return was
}

/** Enlarges the slide's first exhibit, then its next one, and after the last puts it back. Without an exhibit it does nothing. */
export function enlargeNext(page: number): void {
  const stage = useStage()
  const names = [...document.querySelectorAll<HTMLElement>(`#slideshow > [data-slidev-no="${page}"] [data-enlargeable]`)]
    .map(figure => figure.dataset.exhibit as string)
  const next = names[stage.enlarged ? names.indexOf(stage.enlarged) + 1 : 0]
  if (next)
    changeStage({ enlarged: next, enlargedOn: page })
  else
    shrinkExhibit()
}

/** Puts an enlarged exhibit back when its slide is left: in the window that leaves first, which the others follow. */
export function useShrinkOnLeave(): void {
  const { currentPage } = useNav()
  // Synchronously: a moment later Slidev has told the new page to itself, and leading looks like following.
  watch(currentPage, (page) => {
    if (sharedState.page !== page)
      shrinkExhibit()
  }, { flush: 'sync' })
}
