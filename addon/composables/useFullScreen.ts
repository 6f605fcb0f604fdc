import { useEventListener } from '@vueuse/core'
import { isFilledByBrowser, refuseToLeave } from '../client/full-screen'
import { closeTopLayer } from './useLayers'
import { endBlackScreen, shrinkExhibit } from './useStage'

/** The part of the Keyboard API that browsers may have, in secure contexts. */
interface KeyboardLock { readonly keyboard?: { readonly lock?: (keys: readonly string[]) => Promise<void> } }

/** Controls whose activation by pointer should not keep the keyboard: everything but what one types in. */
const CONTROLS = 'button, a, summary, [role="button"], input:is([type="range"], [type="checkbox"], [type="radio"])'

/** Starts the slide show at the slide shown. Where a browser refuses, the window says so (`addon/client/full-screen.ts`). */
export async function enterFullScreen(): Promise<void> {
  if (!document.fullscreenElement && !isFilledByBrowser())
    await document.body.requestFullscreen().catch(() => {})
}

/** Fills the screen, or leaves it. */
export async function toggleFullScreen(): Promise<void> {
  if (document.fullscreenElement)
    await document.exitFullscreen().catch(() => {})
  else if (isFilledByBrowser())
    refuseToLeave()
  else
    await enterFullScreen()
}

/**
 * Undoes what Escape should, one thing at a time: an open menu or message, black, an enlarged exhibit, Slidev's overview, full screen.
 * Dialogs close by themselves, and the pen is put away, before it is asked.
 */
export function undoWithEscape(closeOverview: () => void): void {
  if (closeTopLayer() || endBlackScreen() || shrinkExhibit())
    return
  const overview = [...document.querySelectorAll('.z-modal')].some(element => element.checkVisibility())
  closeOverview()
  if (!overview && document.fullscreenElement)
    void document.exitFullscreen().catch(() => {})
  else if (!overview && isFilledByBrowser())
    refuseToLeave()
}

/** Keeps the keyboard with the stage, whatever was clicked, and Escape with the deck. */
export function useFullScreen(): void {
  // A pointer's release comes before touch gives the focus, its click after; a slider may be let go beside itself, without a click.
  useEventListener(window, ['pointerup', 'click'], (event: MouseEvent) => {
    const { activeElement } = document
    if ((event.type === 'pointerup' || event.detail > 0) && activeElement?.matches(CONTROLS) && !activeElement.closest('dialog'))
      (activeElement as HTMLElement).blur()
  })

  // Otherwise the browser itself leaves full screen at the first Escape, before the deck hears of it.
  useEventListener(document, 'fullscreenchange', () => {
    if (document.fullscreenElement)
      (navigator as KeyboardLock).keyboard?.lock?.(['Escape']).catch(() => {})
  })
}
