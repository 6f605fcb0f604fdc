/** Longest that a page is kept loading, in milliseconds: where the deck does not start, its prerendered slide is read. */
const PATIENCE = 8000

/**
 * Keeps the page loading: a screen reader begins to read what has loaded, and loses its place when that is taken away. A page loads as long
 * as a document within it is still written.
 * @returns lets it have loaded
 */
function holdLoading(): () => void {
  const frame = document.createElement('iframe')
  frame.hidden = true
  document.body.append(frame)
  frame.contentDocument?.open()
  const release = () => frame.remove()
  setTimeout(release, PATIENCE)
  return release
}

/** From the start, where a prerendered slide is there; until the live slide stands in its place. */
export const letPageHaveLoaded: () => void = document.getElementById('prerendered') ? holdLoading() : () => {}
