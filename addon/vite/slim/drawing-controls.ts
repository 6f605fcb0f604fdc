import { useDrawings } from '@slidev/client'
import { defineAsyncComponent, defineComponent, h } from 'vue'

/** The toolbar of the pen; it comes when the pen is taken. */
const DrawingControls = defineAsyncComponent(() => import('@slidev/client/internals/DrawingControls.vue'))

export default defineComponent(() => {
  const { drawingEnabled, drawingPinned } = useDrawings()
  return () => drawingEnabled.value || drawingPinned.value ? h(DrawingControls) : undefined
})
