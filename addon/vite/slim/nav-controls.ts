import type { Component } from 'vue'
import { defineComponent, h, nextTick, shallowRef, watchEffect } from 'vue'
import { loadIcons } from '../../client/icons'
import { isSettled } from '../../client/replace-prerendered'
import { words } from '../../locales/first'

/**
 * The row of buttons, which comes after the first slide; until then its place, which can be reached like the row, calls for it, and hands
 * the focus on. In a window held upright the row is always seen, and there from the start.
 */
export default defineComponent({
  props: { persist: Boolean },
  setup(props) {
    const Row = shallowRef<Component>()
    const isReached = shallowRef(false)
    watchEffect(() => {
      if (isSettled.value || props.persist || isReached.value) {
        Promise.all([import('@slidev/client/internals/NavControls.vue'), loadIcons()])
          .then(([{ default: row }]) => Row.value = row, () => {})
      }
    })
    const handOn = async ({ el }: { el: unknown }) => {
      const hasFocus = isReached.value && [null, document.body].includes(document.activeElement as HTMLElement | null)
      await nextTick()
      if (hasFocus)
        (el as Element).querySelector<HTMLElement>('button, a')?.focus({ focusVisible: true } as FocusOptions)
    }
    return () => Row.value
      ? h(Row.value, { persist: props.persist, onVnodeMounted: handOn })
      : h('nav', { 'tabindex': 0, 'aria-label': words.stage.controls, 'onFocus': () => isReached.value = true })
  },
})
