import type { Router } from 'vue-router'
import { isPrerendered } from './replace-prerendered'

/** Where the address is kept that was loaded anew last. */
const RELOADED = 'deck-reloaded'

/**
 * A new deployment takes the files of the old one away; a window that was open then meets a slide whose file is gone. It loads that
 * slide's page anew, once it is the one to be shown. A fresh page shows its prerendered slide in any case; pages without one, such as the
 * presenter view, are loaded anew only once for an address, so that this never goes in circles.
 */
export function recoverFromMissingFiles(router: Router): void {
  let isMissing = false
  const recover = () => {
    const isShown = [...document.querySelectorAll('#slideshow .slidev-layout')].some(layout => layout.getClientRects().length > 0)
    if (!isMissing || isShown || isPrerendered() || sessionStorage.getItem(RELOADED) === location.href)
      return
    sessionStorage.setItem(RELOADED, location.href)
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
