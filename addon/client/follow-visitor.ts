import type { Router } from 'vue-router'
import type {} from '../lib/first-answers'

/** Milliseconds without another step after which a visitor has got where they want to. */
const REST = 150
/** Milliseconds after which nothing moves on a slide that has been entered. */
const GROWTH = 1500
/** Longest wait for the slides before and after, in milliseconds. */
const NEIGHBOUR_PATIENCE = 2000
const LOOK = 20

const pause = (time: number) => new Promise(resolve => setTimeout(resolve, time))

/** Whether the slides before and after are there, too: the next key is answered at once, as it has been until now. */
function hasNeighbours(): boolean {
  return [...document.querySelectorAll('#slideshow > [data-slidev-no]')].every(slide => slide.querySelector('.slidev-layout'))
}

/**
 * Sends the live deck to where the visitor has got to by what the prerendered slides answered (first-answers.ts), once they rest there:
 * each slide on the way would be fetched.
 * @param router Slidev's
 * @param isThere whether it is where the visitor is
 * @returns when it is there, and ready for the next step
 */
export async function followVisitor(router: Router, isThere: () => boolean): Promise<void> {
  while (!isThere()) {
    const place = window.firstAnswers!.place()
    await pause(REST)
    if (!place || window.firstAnswers!.place() !== place)
      continue
    await router.replace({ path: `/${place.no}`, query: { ...router.currentRoute.value.query, clicks: place.step || undefined } })
    // A slide that is left is still seen for a moment, and on one that is entered bars grow.
    await pause(matchMedia('(prefers-reduced-motion: reduce)').matches ? 50 : GROWTH)
  }
  const end = Date.now() + NEIGHBOUR_PATIENCE
  while (!hasNeighbours() && isThere() && Date.now() < end)
    await pause(LOOK)
}
