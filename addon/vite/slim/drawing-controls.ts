import { useDrawings } from '@slidev/client'
import { later } from './later'

/** Slidev's drawing toolbar. */
export default later(async () => {
  const [{ default: DrawingControls }] = await Promise.all([import('@slidev/client/internals/DrawingControls.vue'), import('floating-vue/dist/style.css')])
  return DrawingControls
}, () => {
  const { drawingEnabled, drawingPinned } = useDrawings()
  return () => drawingEnabled.value || drawingPinned.value
})
