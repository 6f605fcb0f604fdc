import { useDrawings } from '@slidev/client'
import { defineAsyncComponent, defineComponent, h } from 'vue'

const DrawingControls = defineAsyncComponent(async () => {
  await import('floating-vue/dist/style.css')
  return (await import('@slidev/client/internals/DrawingControls.vue')).default
})

/** Fetches Slidev's drawing toolbar when it is first shown. */
export default defineComponent(() => {
  const { drawingEnabled, drawingPinned } = useDrawings()
  return () => drawingEnabled.value || drawingPinned.value ? h(DrawingControls) : undefined
})
