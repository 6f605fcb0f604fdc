import { shallowRef } from 'vue'

/** Why the deck last could not fill the screen, or leave it: the browser lets no page do so here, or has itself filled it, as F11 does. */
export const refusal = shallowRef<{ readonly by: 'page' | 'browser' }>()

/** On the frame in which a window that fills the screen shows a page that it went to (leave-page.ts). */
export const FRAME_MARK = 'data-full-screen-page'

/** Whether this page is in such a frame. */
export const isInFullScreenFrame = frameElement?.hasAttribute(FRAME_MARK) === true

/** Whether the browser fills the screen itself, as `present` lets it do for the audience's window: only the browser's own key ends that. */
export function isFilledByBrowser(): boolean {
  return !document.fullscreenElement && window.top === window && matchMedia('(display-mode: fullscreen)').matches
}

/** Lets the window say which key ends a full screen of the browser's. */
export function refuseToLeave(): void {
  refusal.value = { by: 'browser' }
}

/** In such a frame what fills the screen is the window around it, and who ends that ends it there. */
function shareFullScreen(): void {
  document.documentElement.dataset.fullScreen = ''
  Object.defineProperty(document, 'fullscreenElement', { get: () => document.body })
  document.exitFullscreen = () => parent.document.exitFullscreen()
}

/** The part of the Full Screen API that some browsers lack, such as those of phones. */
interface FullScreen { requestFullscreen?: (options?: FullscreenOptions) => Promise<void> }

/**
 * Lets a browser refuse to fill the screen, as it does in a frame of another page that does not allow it: Slidev's key and button ask
 * without expecting that, and nobody would learn why nothing happens. `addon/components/FullScreenNotice.vue` says so.
 */
export function expectNoFullScreen(): void {
  if (isInFullScreenFrame)
    shareFullScreen()
  const page = Element.prototype as FullScreen
  const ask = page.requestFullscreen
  // Where there is none at all VueUse, through which Slidev asks, would not even ask. It looks for these.
  if (!ask)
    Object.assign(Document.prototype, { exitFullscreen: () => Promise.resolve(), webkitIsFullScreen: false })
  page.requestFullscreen = async function (this: Element, options) {
    // Nothing would change but the key that ends it, and the browser would say so across the slide.
    if (this === document.body && isFilledByBrowser()) {
      refuseToLeave()
      await new Promise(() => {})
    }
    try {
      // Asked in spite of that, Chromium complains in the console.
      if (!ask || !document.fullscreenEnabled)
        throw new TypeError('There is no full screen here.')
      await ask.call(this, options)
    }
    catch (error) {
      if (this !== document.body)
        throw error
      refusal.value = { by: 'page' }
      // Whoever asked takes an answer for a yes, and does not expect a no.
      await new Promise(() => {})
    }
  }
}
