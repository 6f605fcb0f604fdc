import type { Plugin } from 'vite'
import { resolve } from 'node:path'
import { normalizePath } from 'vite'

const SHOW = /\/@slidev\/client\/internals\/SlidesShow\.vue(?:\?|$)/
const NEAR = normalizePath(resolve(import.meta.dirname, '../client/one-ahead.ts'))
/** Where Slidev fetches slides: the shown one with its neighbours, and three seconds later all. */
const FETCHES = /function preloadRoute\(.*?\n\}\n\/\/ preload current.*?\n\}\)\n\/\/ preload all slides after 3s\n.*?\n\}\)\n/s
/** And their pictures, as early and as late. */
const PICTURES = /\/\/ preload images for nearby slides\nusePreloadImages\(.*\)\n/
/** Vite's own module, which asks for the files of an import. */
const HELPER = 'vite/preload-helper'
/** What it does, and what it does with us. */
const CHANGES: readonly (readonly [string, string])[] = [
  ['document.head.appendChild(link)', 'if (globalThis.isFetchingAhead) link.fetchPriority = \'low\'; document.head.appendChild(link)'],
  // Only the first import of a part waits for its style sheet: a slide that is reached while it is fetched ahead stood there without one.
  ['if (dep in seen) return;', 'if (dep in seen) return Promise.resolve(seen[dep]).catch(() => {});'],
  ['if (isCss) return new Promise(', 'if (isCss) return seen[dep] = new Promise('],
]

/**
 * Lets slides be fetched when they can be needed next (`addon/client/one-ahead.ts`), and the files that come ahead after all others. Slidev
 * fetches all of them three seconds after its start.
 */
export function oneAhead(): Plugin {
  return {
    name: 'deck:one-ahead',
    enforce: 'pre',
    transform(code, id) {
      if (id.includes(HELPER)) {
        if (CHANGES.some(([theirs]) => code.split(theirs).length !== 2))
          return this.error('Vite asks for files in another way than addon/vite/one-ahead.ts knows.')
        return CHANGES.reduce((text, [theirs, ours]) => text.replace(theirs, () => ours), code)
      }
      if (!SHOW.test(id) || id.includes('?vue'))
        return
      if (!FETCHES.test(code) || !PICTURES.test(code))
        return this.error(`Slidev fetches slides in another way than addon/vite/one-ahead.ts knows; adapt it to ${id}.`)
      const near = 'keepNear({ slides, current: currentSlideRoute, previous: prevRoute, next: nextRoute })\n'
      return code
        .replace(FETCHES, near)
        .replace('<script setup lang="ts">\n', start => `${start}import { keepNear } from '${NEAR}'\n`)
        .replace(PICTURES, '')
    },
  }
}
