/**
 * Whoever goes from the reading page to a slide wants slides: remembers it, so that the deck on a phone does not offer
 * this page again (hosting/view-choice.ts reads it). The page works without this file.
 */
document.addEventListener('click', ({ target }) => {
  if (!(target instanceof Element) || !target.closest('[data-to-slides]'))
    return
  try {
    localStorage.setItem('deck-view', 'slides')
  }
  catch {
    // Storage is denied: the deck asks again.
  }
})

/** One worker at the site's base serves all editions. */
const { worker } = document.currentScript.dataset

/** From now on the page works without a network, with all of its pictures: the deck's service worker keeps them once it has seen one. */
async function keepForOffline() {
  const { serviceWorker } = navigator
  await serviceWorker.register(worker)
  if (!serviceWorker.controller)
    await new Promise(resolve => serviceWorker.addEventListener('controllerchange', resolve, { once: true }))
  await fetch(document.querySelector('img').currentSrc)
}

/** WebKit prints an empty frame for a picture that nobody has scrolled to. */
function loadAll() {
  for (const image of document.images)
    image.loading = 'eager'
}

window.addEventListener('load', () => {
  if ('serviceWorker' in navigator) {
    keepForOffline().catch(() => {
      // Denied, as in private windows: the page comes from the network as before.
    })
  }
  // Who reads on needs them soon; who saves data has them come when they are scrolled to, or printed.
  if (!navigator.connection?.saveData)
    setTimeout(loadAll, 3000)
})
window.addEventListener('beforeprint', loadAll)
