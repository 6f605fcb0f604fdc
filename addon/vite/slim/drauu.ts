import type { Drauu, Options } from 'drauu'

let start: () => Promise<void>
let started: Promise<void> | undefined

/** Fetches drauu, and gives it what was asked of it so far. Its layer is mounted only then (drawing-layer.ts). */
export function startDrauu(): Promise<void> {
  return started ??= start()
}

/** Stands for the one drauu that Slidev makes at its start: listeners and settings wait until drauu is there; there is nothing to draw on before. */
export function createDrauu(options: Options): Drauu {
  let real: Drauu | undefined
  const waiting: ((drauu: Drauu) => void)[] = []
  start = async () => {
    const { createDrauu } = await import('drauu')
    real = createDrauu(options)
    waiting.forEach(run => run(real!))
  }
  const on: Drauu['on'] = (type, listener) => {
    let stop = () => {}
    waiting.push(drauu => stop = drauu.on(type, listener))
    return () => stop()
  }
  const early: Partial<Drauu> = { on, mounted: false, el: null, options, canUndo: () => false, canRedo: () => false, clear() {}, load() {}, dump: () => '' }
  return new Proxy(early as Drauu, {
    get(_, name) {
      const value: unknown = Reflect.get(real ?? early, name)
      return typeof value === 'function' && real ? value.bind(real) : value
    },
    set(_, name, value) {
      if (real)
        return Reflect.set(real, name, value)
      waiting.push(drauu => Reflect.set(drauu, name, value))
      return true
    },
  })
}
