import type { Plugin } from 'vite'
import { resolve } from 'node:path'
import { normalizePath } from 'vite'

const NAV = /\/@slidev\/client\/composables\/useNav\.ts(?:\?|$)/
const STEPS = normalizePath(resolve(import.meta.dirname, '../client/planned-steps.ts'))
/** Where Slidev counts to the slide after, and to the one before: each twice. */
const NEIGHBOUR = /\bcurrentSlideNo\.value ([+-]) 1(?=[,)]\s)/g

/**
 * Lets Slidev step over the slides that a shorter version of the talk leaves out, wherever it steps or shows what comes next. To go to a
 * slide by its number, by its title or in the overview still leads to any.
 */
export function plannedSteps(): Plugin {
  return {
    name: 'deck:planned-steps',
    enforce: 'pre',
    transform(code, id) {
      if (!NAV.test(id))
        return
      if (code.match(NEIGHBOUR)?.length !== 4)
        return this.error(`Slidev counts to the next slide in another way than addon/vite/planned-steps.ts knows; adapt it to ${id}.`)
      const steps = code.replace(NEIGHBOUR, (_, sign: string) => `stepTo(slides.value, currentSlideNo.value, ${sign}1)`)
      return `import { stepTo } from '${STEPS}'\n${steps}`
    },
  }
}
