import { defineAsyncComponent, defineComponent, h, shallowRef } from 'vue'

/** What is said of the deck; it comes when it is asked for, and stays, so that it can fade. */
const InfoDialog = defineAsyncComponent(() => import('@slidev/client/internals/InfoDialog.vue'))

export default defineComponent({
  inheritAttrs: false,
  props: { modelValue: Boolean },
  setup(props, { attrs }) {
    const wasOpen = shallowRef(false)
    return () => {
      wasOpen.value ||= props.modelValue
      return wasOpen.value ? h(InfoDialog, { ...attrs, modelValue: props.modelValue }) : undefined
    }
  },
})
