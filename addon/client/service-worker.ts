import { cacheNames, clientsClaim } from 'workbox-core'
import { precacheAndRoute, PrecacheFallbackPlugin } from 'workbox-precaching'
import { registerRoute } from 'workbox-routing'
import { CacheFirst, NetworkFirst, NetworkOnly } from 'workbox-strategies'

/**
 * The service worker of the hosted site: after one visit the deck works without a network. `addon/node/site/bundle-service-worker.ts`
 * bundles it and fills in what is to be cached. It never takes over from an older worker by itself: the visitor decides
 * (addon/components/UpdateNotice.vue).
 */
declare const self: {
  readonly __WB_MANIFEST: { url: string, revision: string | null }[]
  /** The editions' folders below the base, with a slash at the end; that of the first is the base itself. */
  readonly __FOLDERS: string[]
  /** Pictures of the reading pages, as paths below the base. */
  readonly __READING_PICTURES: string[]
  readonly location: Location
  readonly skipWaiting: () => Promise<void>
  readonly clients: { matchAll: (options: { type: 'window', includeUncontrolled: boolean }) => Promise<unknown[]> }
  readonly addEventListener: ((type: 'message', listener: (event: MessageEvent<{ type?: string } | undefined>) => void) => void)
    & ((type: 'install', listener: (event: { waitUntil: (done: Promise<void>) => void }) => void) => void)
}

/** A page that starts the deck at any address, without a slide of its own. */
const SHELL = 'entry/'
/** Seconds without an answer after which an older copy is better. */
const NETWORK_TIMEOUT = 4
const OPENED = 'opened'
const PREVIOUS = 'previous'

const base = new URL('./', self.location.href).pathname
const files = self.__WB_MANIFEST
const readingPictures = self.__READING_PICTURES
const folders = self.__FOLDERS

/** Whether a path begins so in one of the editions. */
const isBelow = ({ pathname }: URL, path: string) => folders.some(folder => pathname.startsWith(base + folder + path))

/** Whether a file is named after its content, so that it never changes under its name. */
const isAsset = (url: URL) => isBelow(url, 'assets/')

/** What is not needed for the slides is kept once it was opened, and is fresh whenever there is a network. */
const opened = new NetworkFirst({ cacheName: OPENED, networkTimeoutSeconds: NETWORK_TIMEOUT })

/** Whoever has seen one picture of the reading page finds all of them later, in the colour scheme that was seen; unless data is dear. */
async function keepOtherPictures(seen: string): Promise<void> {
  if ((navigator as { connection?: { saveData?: boolean } }).connection?.saveData)
    return
  const isDark = (path: string) => path.endsWith('-dark.webp')
  const cache = await caches.open(OPENED)
  const { pathname } = new URL(seen)
  const folder = pathname.slice(0, pathname.lastIndexOf('/') + 1)
  const wanted = readingPictures
    .map(path => base + path)
    .filter(path => path.startsWith(folder) && isDark(path) === isDark(seen) && path !== pathname)
  const known = await Promise.all(wanted.map(path => cache.match(path)))
  await cache.addAll(wanted.filter((_, index) => !known[index]))
}

let keeping: Promise<void> | undefined

registerRoute(({ url }) => isBelow(url, 'pictures/'), ({ request, event }) => {
  // Another picture asks again where this failed.
  keeping ??= keepOtherPictures(request.url).catch(() => {}).finally(() => keeping = undefined)
  event.waitUntil(keeping)
  return opened.handle({ request, event })
})

registerRoute(({ url }) => isBelow(url, 'data/') || url.pathname.endsWith('.pdf'), opened)

// The reading page needs no file of its own deployment: it can be fresh at once.
for (const folder of folders) {
  registerRoute(
    ({ request, url }) => request.mode === 'navigate' && url.pathname.startsWith(`${base}${folder}read/`),
    new NetworkOnly({ networkTimeoutSeconds: NETWORK_TIMEOUT, plugins: [new PrecacheFallbackPlugin({ fallbackURL: `${folder}read/` })] }),
  )
}

precacheAndRoute(files, {
  // `?clicks=2` is a state of the page and not another page.
  ignoreURLParametersMatching: [/./],
  // Slidev writes /9 into the address bar where the file is /9/.
  urlManipulation: ({ url }) => [new URL(`${url.pathname}/`, url)],
})

/**
 * A window that still shows the version before may yet load a part of it, which is gone from the host and, once this worker is in force,
 * from its files: keeps those parts beside.
 */
async function keepPrevious(): Promise<void> {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  if (windows.length < 2)
    await caches.delete(PREVIOUS)
  const [current, previous] = await Promise.all([caches.open(cacheNames.precache), caches.open(PREVIOUS)])
  const known = new Set(files.map(({ url }) => new URL(url, self.location.href).href))
  const gone = (await current.keys()).filter(({ url }) => isAsset(new URL(url)) && !known.has(url))
  await Promise.all(gone.map(async request => previous.put(request, (await current.match(request))!)))
}

// Without them such a window loads its slide anew.
self.addEventListener('install', event => event.waitUntil(keepPrevious().catch(() => {})))
registerRoute(({ url }) => isAsset(url), new CacheFirst({ cacheName: PREVIOUS }))

// The longest folder first: the first edition's holds them all.
for (const folder of [...folders].sort((one, other) => other.length - one.length)) {
  registerRoute(
    ({ request, url }) => request.mode === 'navigate' && url.pathname.startsWith(base + folder),
    new NetworkOnly({ plugins: [new PrecacheFallbackPlugin({ fallbackURL: folder + SHELL })] }),
  )
}

self.addEventListener('message', ({ data }) => {
  if (data?.type === 'SKIP_WAITING')
    void self.skipWaiting()
})

// The first worker serves the first visit too, so that what is opened then is kept.
clientsClaim()
