import type {} from '../lib/first-answers'
import { keepKeys } from './keep-keys'
import { takeStrokes } from './strokes'

/**
 * The first script of a presenter's page, within it: keeps what is pressed before the view stands, after what was pressed while the page
 * of another edition was left. Other modules know it by `window.firstAnswers`, as that of a prerendered page (first-answers.ts).
 */

/** Milliseconds without the live deck until keys are the browser's again. */
const PATIENCE = 15_000

const { base } = document.currentScript!.dataset
const kept = takeStrokes(base!)
const release = keepKeys(kept)
setTimeout(release, PATIENCE)
window.firstAnswers = {
  place: () => false,
  end() {
    release()
    return kept
  },
}
