import type { AsyncComponentLoader, Component } from 'vue'
import { defineAsyncComponent, defineComponent, h, ref } from 'vue'

/** In milliseconds; Slidev itself fetches the other slides after this time. */
const LATER = 3000
const isLater = ref(false)
setTimeout(() => isLater.value = true, LATER)

/**
 * A component that is fetched when it is first wanted, or else together with the other slides.
 * @param load its import
 * @param useWanted runs in the component's setup; says whether it is wanted
 */
export function later(load: AsyncComponentLoader, useWanted: () => () => boolean): Component {
  const Real = defineAsyncComponent(load)
  return defineComponent({
    inheritAttrs: false,
    setup(_, { attrs }) {
      const isWanted = useWanted()
      const isThere = ref(false)
      return () => {
        // What has been there stays, to leave in its own way.
        isThere.value ||= isLater.value || isWanted()
        return isThere.value ? h(Real, attrs) : undefined
      }
    },
  })
}
