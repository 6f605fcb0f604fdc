import type { SlideRoute } from '@slidev/types'
import type { Ref } from 'vue'
import { watch } from 'vue'
import { isInPlace } from './replace-prerendered'
import { isSite } from './view-choice'

/** Milliseconds after which all slides are fetched where they come from this machine. */
const ALL_AFTER = 3000
/** Longest wait for a moment without work, in milliseconds. */
const IDLE_PATIENCE = 2000

interface Shown {
  readonly slides: Ref<SlideRoute[]>
  readonly current: Ref<SlideRoute>
  readonly previous: Ref<SlideRoute>
  readonly next: Ref<SlideRoute>
}

declare global {
  /** Set while files are asked for that nobody waits for yet; `addon/vite/one-ahead.ts` lets them come last. */
  // eslint-disable-next-line vars-on-top -- only so is it a name of the window
  var isFetchingAhead: boolean | undefined
}

/** Runs something when the browser has nothing better to do; Safari knows no such moment. */
function whenIdle(run: () => void): () => void {
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(run, 200)
    return () => clearTimeout(timer)
  }
  // eslint-disable-next-line no-restricted-globals -- asked for just here
  const handle = requestIdleCallback(run, { timeout: IDLE_PATIENCE })

  return () => cancelIdleCallback(handle)
}

/** Fetches a slide with the pictures that Slidev knows of, and lets Slidev mount it, unseen until it is shown. */
async function load({ meta, load }: SlideRoute): Promise<void> {
  if (meta.preload === false)
    return
  if (!meta.__preloaded) {
    meta.__preloaded = true
    const { images = [] } = meta.slide as { images?: string[] }
    for (const address of images)
      new Image().src = /^(?:\w+:|\/\/)/.test(address) ? address : import.meta.env.BASE_URL + address.replace(/^\//, '')
  }
  // Slidev says on the slide that it is missing.
  await load().catch(() => {})
}

function loadAhead(route: SlideRoute): void {
  globalThis.isFetchingAhead = true
  void load(route)
  globalThis.isFetchingAhead = false
}

/** Takes a slide down; Slidev counts its clicks anew when it is next shown. */
function unload({ meta }: SlideRoute): void {
  meta.__preloaded = false
  meta.__clicksContext = null
}

/**
 * Has the shown slide there at once, and its neighbours when it is: on a hosted site no others, so that a visit costs what it shows, and
 * holds no more the longer it lasts. From this machine all come soon, since a talk outlives the command that serves it.
 */
export function keepNear({ slides, current, previous, next }: Shown): void {
  watch(current, async (route, _, onCleanup) => {
    let isLeft = false
    let stop: (() => void) | undefined
    onCleanup(() => {
      isLeft = true
      stop?.()
    })
    await load(route)
    if (isLeft)
      return
    const near = [current.value, next.value, previous.value]
    const keep = () => {
      near.forEach(loadAhead)
      if (isSite)
        slides.value.filter(route => route.meta.__preloaded && !near.includes(route)).forEach(unload)
    }
    // The prerendered slide still answers: what comes now is there for the first key that the live one answers.
    if (isInPlace.value)
      stop = whenIdle(keep)
    else
      keep()
  }, { immediate: true })
  if (!isSite) {
    watch(slides, (all, _, onCleanup) => {
      const timer = setTimeout(() => all.forEach(load), ALL_AFTER)
      onCleanup(() => clearTimeout(timer))
    }, { immediate: true })
  }
}
