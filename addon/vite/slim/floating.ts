import type { Component, VNode } from 'vue'
import { defineComponent, h, onMounted, shallowRef } from 'vue'

type FloatingVue = typeof import('floating-vue')
let loaded: FloatingVue | undefined

async function load(): Promise<FloatingVue> {
  [loaded] = await Promise.all([import('floating-vue'), import('floating-vue/dist/style.css')])
  return loaded
}

/** Moves what floats to where its anchor went, if anything can float yet. */
export function recomputeAllPoppers(): void {
  loaded?.recomputeAllPoppers()
}

/** Shows its anchor at once, and becomes a component of floating-vue when that has come, within the deck. */
function floating(name: 'Dropdown' | 'Tooltip'): Component {
  return defineComponent({
    inheritAttrs: false,
    setup(_, { attrs, slots }) {
      const real = shallowRef<Component>()
      // Without the file there is no explanation to a setting, but there is the setting.
      onMounted(() => load().then(library => real.value = library[name], () => {}))
      return (): VNode | VNode[] | undefined => real.value ? h(real.value, { container: '#app', ...attrs }, slots) : slots.default?.()
    },
  })
}

/** The width of the pen, beside the drawing toolbar. */
export const Dropdown = floating('Dropdown')
/** The explanation of a setting. */
export const Tooltip = floating('Tooltip')
