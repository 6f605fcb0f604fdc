import type { ComponentPublicInstance } from 'vue'
import deck from '#deck'
import { configs } from '@slidev/client'
import { getSlide } from '@slidev/client/logic/slides.ts'
import { defineAppSetup } from '@slidev/types'
import { watchEffect } from 'vue'
import { settleAddresses } from '../client/addresses'
import { expectNoFullScreen } from '../client/full-screen'
import { loadIcons } from '../client/icons'
import { recoverFromMissingFiles } from '../client/missing-files'
import { loadNotesForViews } from '../client/notes'
import { applyDeferredStyles, isSettled, replacePrerendered } from '../client/replace-prerendered'
import { expectNoWakeLock } from '../client/wake-lock'
import { startWithDrawings, startWithoutPen } from '../composables/useDrawingMemory'
import { startKeys } from '../composables/useKeys'
import { startWithoutPointer } from '../composables/useLaser'
import { startWithTalkTimer } from '../composables/useTalkMemory'

/** The slide that a component stands on, as messages call it. Slidev gives its slides to their frames as `route`. */
function slideOf(instance: ComponentPublicInstance | null): string {
  for (let part = instance; part; part = part.$parent) {
    const { route } = part.$props as { route?: { no?: number, meta?: { slide?: { frontmatter?: { id?: unknown } } } } }
    if (route?.no)
      return `slide ${route.no} (${String(route.meta?.slide?.frontmatter?.id ?? route.no)})`
  }
  return 'outside of the slides'
}

export default defineAppSetup(async ({ app, router }) => {
  // Without a transition of the talk's own, Vue waits two frames for styles that nobody wrote. Who steps away, back and away again within
  // these frames leaves a slide that stays in the picture: a frame of the first leave ends the second (`onLeave` of Vue's Transition.ts).
  configs.transition ??= { name: 'none', css: false }
  // An error in a component leaves the rest of the deck standing, and says on which slide it happened: an export refuses it by that name.
  app.config.errorHandler = (error, instance) => {
    console.error(`${slideOf(instance)}: ${error instanceof Error ? error.stack ?? error.message : String(error)}`)
  }
  settleAddresses(router, no => Boolean(getSlide(no)))
  // What makes a page one for paper is `print` in its query (Slidev); who types its address by hand means that, too.
  router.beforeEach(({ path, query, hash }) =>
    ['/print', '/handout'].includes(path) && !('print' in query) ? { path, query: { ...query, print: 'true' }, hash, replace: true } : true,
  )
  // For `npm run build`, which writes them into its pages.
  app.provide('toggle-keys', Object.values(deck.toggles ?? {}).map(({ key }) => key))
  startKeys()
  startWithTalkTimer(router)
  startWithDrawings(router)
  startWithoutPen()
  startWithoutPointer()
  expectNoWakeLock()
  expectNoFullScreen()
  recoverFromMissingFiles(router)
  loadNotesForViews(router)
  await applyDeferredStyles()
  void replacePrerendered(router)
  // Nobody needs a control before. Where the row is there from the start, it brings its icons.
  watchEffect(() => isSettled.value && void loadIcons())
  // Nor an offline copy, or news of another version.
  watchEffect(() => isSettled.value && void Promise.all([import('../client/updates'), router.isReady()]).then(([{ startOffline }]) =>
    startOffline(router.currentRoute.value.name === 'presenter')))
})
