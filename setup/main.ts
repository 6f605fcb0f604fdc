import type { ComponentPublicInstance } from 'vue'
import { defineAppSetup } from '@slidev/types'

/** The slide that a component stands on, as messages call it. Slidev gives its slides to their frames as `route`. */
function slideOf(instance: ComponentPublicInstance | null): string {
  for (let part = instance; part; part = part.$parent) {
    const { route } = part.$props as { route?: { no?: number, meta?: { slide?: { frontmatter?: { id?: unknown } } } } }
    if (route?.no)
      return `slide ${route.no} (${String(route.meta?.slide?.frontmatter?.id ?? route.no)})`
  }
  return 'outside of the slides'
}

/** An error in a component leaves the rest of the deck standing, and says on which slide it happened: an export refuses it by that name. */
export default defineAppSetup(({ app }) => {
  app.config.errorHandler = (error, instance) => {
    console.error(`${slideOf(instance)}: ${error instanceof Error ? error.stack ?? error.message : String(error)}`)
  }
})
