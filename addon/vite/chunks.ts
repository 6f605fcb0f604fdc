import type { Plugin } from 'vite'

/**
 * What the first slide needs is all that is imported from here: the app, the view that plays, the first slide, and the second, which Slidev
 * fetches with it.
 */
const ROOTS = [/\/@slidev\/client\/main\.ts$/, /\/@slidev\/client\/pages\/play\.vue$/, /__slidev_1\.md$/, /__slidev_2\.md$/]
const FIRST_SLIDE = 'first-slide'
/** Imported when they are there, but too small for files of their own. */
const SMALL = [/\/slim\/drawing-controls\.ts$/, /\/internals\/DrawingLayer\.vue$/]

/** The name of a file after that of a module: in letters that any host takes, and without `_` at its beginning, which some hosts hide. */
function plainName(name: string): string {
  return name.replace(/[^\w.@/-]+/g, '_').replace(/(^|\/)_+/g, '$1') || 'part'
}

/**
 * Puts what every visitor needs at once into two files: Vue with its router and helpers, which most new versions of the deck leave as it
 * is, and all else up to the first slide. Slidev makes thirty of it, 15 kB heavier, for gzip looks back only within a file, and each one
 * names what it takes from the others. (The runtime of Vue is in `modules/unplugin-icons` there: what a module imports goes with the first
 * name that is given to it, and some icon comes first.)
 */
export function chunks(): Plugin {
  return {
    name: 'deck:chunks',
    apply: 'build',
    // Rolldown takes names from one of the two only.
    outputOptions: ({ manualChunks: _, ...options }) => ({
      ...options,
      sanitizeFileName: plainName,
      codeSplitting: {
        groups: [
          { name: 'vue', test: /^\0rolldown\/|\/node_modules\/(?:@?vue|vue-router|@vueuse)\/(?!.*\?later$)/, priority: 2 },
          { name: FIRST_SLIDE, test: id => [...ROOTS, ...SMALL].some(root => root.test(id)), priority: 1 },
        ],
      },
    }),
    generateBundle(_, bundle) {
      const first = Object.values(bundle).find(output => output.type === 'chunk' && output.name === FIRST_SLIDE)
      const lost = ROOTS.filter(root => first?.type !== 'chunk' || !first.moduleIds.some(id => root.test(id)))
      if (lost.length > 0) {
        this.error(
          `The build has no module ${lost.join(', ')}, from which addon/vite/chunks.ts gathers the script of the first slide. Has Slidev `
          + 'moved it?',
        )
      }
    },
  }
}
