import { readonly, shallowRef } from 'vue'
import { siteBase } from './other-editions'
import { ASKED, atRest, isDear } from './rest'
import { isSite } from './view-choice'

/** How long a window may be open, in milliseconds, before coming back to it asks for a new version: longer than a talk. */
const CHECK_AFTER = 60 * 60 * 1000

const isUpdated = shallowRef(false)
const copyState = shallowRef<CopyState>('unknown')
let registration: ServiceWorkerRegistration | undefined

/**
 * How far the copy of the deck is that works without a network: `waiting` until a button asks for it, `coming`, `kept` since this page was
 * opened; `unknown` where there can be none, or where nothing is to be said of it.
 */
export type CopyState = 'unknown' | 'waiting' | 'coming' | 'kept'
export const copy = readonly(copyState)

/** Whether another version of the deck is ready, while this window shows an older one. */
export const isUpdateReady = readonly(isUpdated)

/**
 * Lets the deck work without a network once the visitor rests, installs it or gives a talk with it, and notices new versions. Only the
 * hosted site has a service worker; where the browser allows none (private windows, plain http) nothing happens.
 * @param isTalk whether this window leads a talk, which must outlive the hall's network
 */
export async function startOffline(isTalk: boolean): Promise<void> {
  if (!isSite || !('serviceWorker' in navigator))
    return
  await idleAfterLoad()
  try {
    // Who has a copy is told of new versions at once.
    if (await navigator.serviceWorker.getRegistration(siteBase))
      await register()
    if (isDear())
      return void (copyState.value = 'waiting')
    await atRest(isTalk)
    await keepCopy()
  }
  catch {
    // Without a copy the deck works as before, from the network.
    copyState.value = 'unknown'
  }
}

/** Keeps all of the deck for use without a network. */
export async function keepCopy(): Promise<void> {
  if (copyState.value === 'coming')
    return
  copyState.value = 'coming'
  await register()
  const { active } = await navigator.serviceWorker.ready
  const { port1, port2 } = new MessageChannel()
  const lacked = await new Promise<number | undefined>((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<number | undefined>) => resolve(data)
    active?.postMessage({ type: 'KEEP' }, [port2])
  })
  if (lacked === undefined)
    throw new Error('The copy is not complete.')
  // Of one that was complete before there is nothing to say.
  copyState.value = lacked > 0 ? 'kept' : 'unknown'
}

/** Puts the new version in force and shows it at the same slide and click, which are part of the address. */
export async function applyUpdate(): Promise<void> {
  if (!registration?.waiting && isDear())
    await fetchNewVersion().catch(() => {})
  // Another window may have put it in force already.
  if (!registration?.waiting)
    return location.reload()
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  registration.waiting.postMessage({ type: 'SKIP_WAITING' })
}

async function register(): Promise<void> {
  if (registration)
    return
  const known = await navigator.serviceWorker.register(`${siteBase}sw.js`)
  registration = known
  if (known.waiting)
    isUpdated.value = true
  follow(known.installing)
  known.addEventListener('updatefound', () => follow(known.installing))
  checkOnReturn()
}

/** Notices when another worker than the one in force is ready; or would be, had somebody asked for its files. */
function follow(worker: ServiceWorker | null): void {
  worker?.addEventListener('statechange', () => {
    const isLeft = worker.state === 'redundant' && isDear() && registration?.active !== null
    if ((worker.state === 'installed' && navigator.serviceWorker.controller) || isLeft)
      isUpdated.value = true
  })
}

/** Over a slow or dear line a new version is fetched for whoever asks for it. */
async function fetchNewVersion(): Promise<void> {
  await caches.open(ASKED)
  await registration?.update()
  const worker = registration?.installing
  if (worker) {
    await new Promise<void>((resolve) => {
      worker.addEventListener('statechange', () => ['installed', 'redundant'].includes(worker.state) && resolve())
    })
  }
}

/** The first slide has the line to itself; Safari knows no idle time. */
async function idleAfterLoad(): Promise<void> {
  if (document.readyState !== 'complete')
    await new Promise(resolve => window.addEventListener('load', resolve, { once: true }))
  // eslint-disable-next-line no-restricted-globals -- asked for just here
  await new Promise<unknown>(resolve => 'requestIdleCallback' in window ? requestIdleCallback(resolve) : setTimeout(resolve, 1000))
}

/** A browser looks for a new version when a page is opened; a window that stays open for days opens none. */
function checkOnReturn(): void {
  let checked = Date.now()
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' || Date.now() - checked < CHECK_AFTER)
      return
    checked = Date.now()
    registration?.update().catch(() => {})
  })
}
