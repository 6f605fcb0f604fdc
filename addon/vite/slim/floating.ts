import type { VNode } from 'vue'
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

/** Shows its anchor at once, and becomes floating-vue's own tooltip when that has come. */
export const Tooltip = defineComponent({
  inheritAttrs: false,
  setup(_, { attrs, slots }) {
    const real = shallowRef<FloatingVue['Tooltip']>()
    // Without the file there is no explanation to a setting, but there is the setting.
    onMounted(() => load().then(({ Tooltip }) => real.value = Tooltip, () => {}))
    return (): VNode | VNode[] | undefined => real.value ? h(real.value, attrs, slots) : slots.default?.()
  },
})
