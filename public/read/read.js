/**
 * Whoever goes from the reading page to a slide wants slides: remembers it, so that the deck on a phone does not offer
 * this page again (addon/client/view-choice.ts reads it). The page works without this file.
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

/** One worker at the site's base serves all editions; `kept` says that it has kept them all. */
const { worker, kept } = document.currentScript.dataset
/** Milliseconds without a key or a pointer after which a reader rests, as on the slides (addon/client/rest.ts). */
const REST = 20_000

/** From now on the page works without a network, with all of its pictures, and so do the slides. */
async function keepForOffline() {
  const { serviceWorker } = navigator
  await serviceWorker.register(worker)
  const { active } = await serviceWorker.ready
  const { port1, port2 } = new MessageChannel()
  const lacked = await new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data)
    const pictures = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
    active.postMessage({ type: 'KEEP', pictures }, [port2])
  })
  if (!lacked)
    return
  const said = document.querySelector('[role=status]')
  said.textContent = kept
  setTimeout(() => said.textContent = '', 8000)
}

/** WebKit prints an empty frame for a picture that nobody has scrolled to. */
function loadAll() {
  for (const image of document.images)
    image.loading = 'eager'
}
window.addEventListener('beforeprint', loadAll)

/** Nothing is fetched that nobody looks at, before the reader rests; and never over a line that is slow or dear. */
const { saveData = false, effectiveType = '4g' } = navigator.connection ?? {}
const signs = ['keydown', 'pointermove', 'pointerdown']
let timer
function rest() {
  clearTimeout(timer)
  if (document.visibilityState === 'visible')
    timer = setTimeout(end, REST)
}
function end() {
  signs.forEach(sign => window.removeEventListener(sign, rest, true))
  document.removeEventListener('visibilitychange', rest)
  loadAll()
  // Denied, as in private windows, the page comes from the network as before.
  if ('serviceWorker' in navigator)
    keepForOffline().catch(() => {})
}
if (!saveData && effectiveType === '4g') {
  signs.forEach(sign => window.addEventListener(sign, rest, { capture: true, passive: true }))
  document.addEventListener('visibilitychange', rest)
  rest()
}
