import type { Workbox } from 'workbox-window'
import { readonly, shallowRef } from 'vue'
import { siteBase } from './other-editions'
import { isSite } from './view-choice'

/** How long a window may be open, in milliseconds, before coming back to it asks for a new version: longer than a talk. */
const CHECK_AFTER = 60 * 60 * 1000

const isUpdated = shallowRef(false)
let workbox: Workbox | undefined
let registration: ServiceWorkerRegistration | undefined

/** Whether another version of the deck is ready, while this window shows an older one. */
export const isUpdateReady = readonly(isUpdated)

/**
 * Lets the deck work without a network from now on, and notices new versions. Only the hosted site has a service worker;
 * where the browser allows none (private windows, plain http) nothing happens.
 */
export async function startOffline(): Promise<void> {
  if (!isSite || !('serviceWorker' in navigator))
    return
  await idleAfterLoad()
  try {
    const { Workbox } = await import('workbox-window')
    workbox = new Workbox(`${siteBase}sw.js`)
    workbox.addEventListener('waiting', () => isUpdated.value = true)
    registration = await workbox.register()
    checkOnReturn()
  }
  catch {
    // Without one the deck works as before, from the network.
  }
}

/** Puts the new version in force and shows it at the same slide and click, which are part of the address. */
export function applyUpdate(): void {
  // Another window may have put it in force already.
  if (!registration?.waiting)
    return location.reload()
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  workbox?.messageSkipWaiting()
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
