import type { Router } from 'vue-router'
import { isPrerendered } from './take-over'

/**
 * A new deployment takes the files of the old one away; a window that was open then meets a slide whose file is gone. It loads that
 * slide's page anew, once it is the one to be shown. A fresh page shows its prerendered slide in any case, so this never goes in circles.
 */
export function recoverFromMissingFiles(router: Router): void {
  let isMissing = false
  const recover = () => {
    const isShown = [...document.querySelectorAll('#slideshow [data-slide-id]')].some(layout => layout.getClientRects().length > 0)
    if (isMissing && !isPrerendered() && !isShown)
      location.reload()
  }
  const recoverSoon = () => requestAnimationFrame(() => requestAnimationFrame(recover))
  window.addEventListener('vite:preloadError', () => {
    isMissing = true
    // Slidev needs a moment to put its error in the slide's place.
    setTimeout(recoverSoon, 100)
  })
  router.afterEach(() => {
    if (isMissing)
      setTimeout(recoverSoon, 400)
  })
}
