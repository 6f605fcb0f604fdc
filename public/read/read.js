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
