import type { Plugin } from 'vite'

const ROOT = /\/@slidev\/client\/setup\/root\.ts(?:\?|$)/

/** What Slidev has, and what it has with us. */
const CHANGES: readonly (readonly [string, string])[] = [
  // Where it decides whether a window tells the others which slide it shows.
  [
    'if (isNotesViewer.value || isPrintMode.value)',
    'if (isNotesViewer.value || isPrintMode.value || !hasPrimarySlide.value || isFollowing())',
  ],
  // A step that was given up for the next one leads nowhere.
  ['router.afterEach(updateSharedState)', 'router.afterEach((_to, _from, failure) => { if (!failure) updateSharedState() })'],
  // When a window moved: later than all that it has heard of, whatever its clock says.
  ['time: Date.now(),', 'time: moved,'],
  ['    patch(\'page\', +currentSlideNo.value)\n', `
    moved = Math.max(Date.now(), (sharedState.lastUpdate?.time ?? 0) + 1)
    tell()
  }
  function tell() {
    patch('page', +currentSlideNo.value)
`],
  ['import { initSharedState, onPatch, patch }', 'import { initSharedState, onPatch, patch, sharedState }'],
  // Where it hears of another. What is told in the same turn is not sent.
  ['    if ((+state.page ===', `
    if (isOlder(state.lastUpdate))
      return void setTimeout(tell)
    if ((+state.page ===`],
  // Where a window follows another.
  ['    router.replace({\n', '    followed = [+state.page, +state.clicks]\n    router.replace({\n'],
]
const FOLLOWING = `
  // Milliseconds since 1970.
  let moved = 0
  function isOlder(update) {
    return update !== undefined && (update.time < moved || (update.time === moved && isPresenter.value))
  }
  let followed
  function isFollowing() {
    const [no, clicks] = followed ?? []
    if (no === +currentSlideNo.value && clicks === +clicksContext.value.current)
      return true
    followed = undefined
    return false
  }
`

/**
 * Which windows of a talk tell the others where they are: who has moved, and nobody else.
 *
 * To Slidev a view without a slide, the overview or a mistyped address, shows slide 1, and in the middle of a talk takes both windows
 * there. And a window that followed says so, as if it had moved itself: late, when whoever led has gone on, it takes that window back.
 * And of two windows that move within a moment each would go to where the other was, and stay there: the later one leads both.
 */
export function silentViews(): Plugin {
  return {
    name: 'deck:silent-views',
    enforce: 'pre',
    transform(code, id) {
      if (!ROOT.test(id))
        return
      if (CHANGES.some(([theirs]) => code.split(theirs).length !== 2))
        return this.error(`Slidev shares its slides in another way than addon/vite/silent-views.ts knows; adapt it to ${id}.`)
      const told = CHANGES.reduce((text, [theirs, ours]) => text.replace(theirs, () => ours), code)
      return told.replace('  // update shared state\n', text => FOLLOWING + text)
    },
  }
}
