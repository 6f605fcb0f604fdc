import type { Brush, Drauu, Options } from 'drauu'
import { watch } from 'vue'

type Board = Pick<Drauu, 'clear' | 'undo' | 'redo' | 'load' | 'dump' | 'mount' | 'unmount' | 'canUndo' | 'canRedo' | 'on'>
  & { mode: Brush['mode'], readonly el: Drauu['el'], readonly mounted: boolean, readonly options: Options }

/**
 * A drawing board that fetches the library when there is something to draw or to show: the pen is taken, another window has drawn, or a
 * stylus comes near. Until then it is empty.
 */
export function createDrauu(options: Options): Board {
  let board: Drauu | undefined
  let loading: Promise<void> | undefined
  let place: Parameters<Drauu['mount']> | undefined
  let strokes: string | undefined
  const listeners: [event: Parameters<Drauu['on']>[0], listener: () => void][] = []

  async function load(): Promise<void> {
    const { createDrauu } = await import('drauu')
    board = createDrauu(options)
    if (place)
      board.mount(...place)
    if (place && strokes)
      board.load(strokes)
    // Only now: to load strokes clears the board first, which no other window must hear.
    for (const [event, listener] of listeners)
      board.on(event, listener)
    for (const [event, listener] of listeners)
      event === 'changed' && listener()
  }
  // Where the file is missing, nobody draws; the next sign asks for it again.
  const fetchIt = () => void (loading ??= load().catch(() => loading = undefined))

  watch(() => options.acceptsInputTypes === undefined, isPenOut => isPenOut && fetchIt(), { immediate: true })
  const onStylus = ({ pointerType }: PointerEvent) => {
    if (pointerType !== 'pen')
      return
    window.removeEventListener('pointerover', onStylus, true)
    fetchIt()
  }
  window.addEventListener('pointerover', onStylus, { capture: true, passive: true })

  return {
    options,
    get mode() { return board?.mode ?? options.brush?.mode ?? 'stylus' },
    set mode(mode) {
      if (board)
        board.mode = mode
      else if (options.brush)
        options.brush.mode = mode
    },
    get el() { return board?.el ?? null },
    get mounted() { return board?.mounted ?? place !== undefined },
    mount(...where) {
      place = where
      board?.mount(...where)
    },
    unmount() {
      place = undefined
      board?.unmount()
    },
    load(svg) {
      strokes = svg
      if (board)
        return board.load(svg)
      if (svg)
        fetchIt()
    },
    dump: () => board?.dump() ?? strokes ?? '',
    clear() {
      strokes = undefined
      board?.clear()
    },
    undo: () => board?.undo() ?? false,
    redo: () => board?.redo() ?? false,
    canUndo: () => board?.canUndo() ?? false,
    canRedo: () => board?.canRedo() ?? false,
    on(event, listener) {
      if (board)
        return board.on(event, listener)
      listeners.push([event, listener as () => void])
      return () => {}
    },
  }
}
