import type {} from '../lib/first-answers'
import { STROKES } from '../lib/remembered'
import { keepKeys } from './keep-keys'

/**
 * The first script of a presenter's page, within it: keeps what is pressed before the view stands, after what was pressed while the page
 * of another edition was left. Other modules know it by `window.firstAnswers`, as that of a prerendered page (first-answers.ts).
 */

/** Milliseconds without the live deck until keys are the browser's again. */
const PATIENCE = 15_000

const { base } = document.currentScript!.dataset
const kept: KeyboardEvent[] = []
const release = keepKeys(kept)
setTimeout(release, PATIENCE)
try {
  const [folder, ...strokes] = JSON.parse(sessionStorage[STROKES]) as [string, ...KeyboardEventInit[]]
  sessionStorage.removeItem(STROKES)
  if (folder === base)
    kept.unshift(...strokes.map(stroke => new KeyboardEvent('keydown', stroke)))
}
catch {}
window.firstAnswers = {
  place: () => false,
  end() {
    release()
    return kept
  },
}
