import { drawingState, useDrawings } from '@slidev/client'
import { startDrauu } from './drauu'
import { later } from './later'

/** Slidev's layer of drawings, with what draws on it. */
export default later(async () => {
  const [{ default: DrawingLayer }] = await Promise.all([import('@slidev/client/internals/DrawingLayer.vue'), startDrauu()])
  return DrawingLayer
}, () => {
  const { drawingEnabled } = useDrawings()
  return () => drawingEnabled.value || Object.values(drawingState).some(Boolean)
})
