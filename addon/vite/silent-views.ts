import type { Plugin } from 'vite'

const ROOT = /\/@slidev\/client\/setup\/root\.ts(?:\?|$)/
/** Where Slidev decides whether a window tells the others which slide it shows. */
const CONDITION = 'if (isNotesViewer.value || isPrintMode.value)'

/**
 * To Slidev a view without a slide, the overview or a mistyped address, shows slide 1, and in the middle of a talk takes both windows
 * there. Such views say nothing.
 */
export function silentViews(): Plugin {
  return {
    name: 'deck:silent-views',
    enforce: 'pre',
    transform(code, id) {
      if (!ROOT.test(id))
        return
      if (!code.includes(CONDITION))
        return this.error(`Slidev shares its slides in another way than addon/vite/silent-views.ts knows; adapt it to ${id}.`)
      return code.replace(CONDITION, 'if (isNotesViewer.value || isPrintMode.value || !hasPrimarySlide.value)')
    },
  }
}
