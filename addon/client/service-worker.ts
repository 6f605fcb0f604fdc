import { cacheNames, clientsClaim } from 'workbox-core'
import { PrecacheController, PrecacheFallbackPlugin, PrecacheRoute } from 'workbox-precaching'
import { registerRoute } from 'workbox-routing'
import { CacheFirst, NetworkFirst, NetworkOnly } from 'workbox-strategies'
import { ASKED, isDear } from './rest'

/** A file of the site; `revision` stands for its content where its name does not. */
interface KeptFile { url: string, revision: string | null }

/**
 * The service worker of the hosted site: it keeps a copy of the deck, which then works without a network. A page asks for it once its
 * visitor rests (addon/client/updates.ts): the edition in use comes first, with the worker itself, then all else. Files come two at a time
 * and after everything that somebody waits for. `addon/node/site/bundle-service-worker.ts` bundles the worker and fills in what is to be
 * kept. It never takes over from an older worker by itself: the visitor decides (addon/components/UpdateNotice.vue).
 */
declare const self: {
  /** What an edition needs, and after it what is good to have: PDF, icons. */
  readonly __WB_MANIFEST: KeptFile[]
  readonly __LATER: KeptFile[]
  /** Pages that are the same as another one, which stands for them; paths below the base, as those of the files. */
  readonly __TWINS: Record<string, string>
  /** The editions' folders below the base, with a slash at the end; that of the first is the base itself. */
  readonly __FOLDERS: string[]
  /** Pictures of the reading pages, as paths below the base. */
  readonly __READING_PICTURES: string[]
  readonly location: Location
  readonly skipWaiting: () => Promise<void>
  readonly registration: { active: unknown, waiting: unknown, installing: unknown }
  readonly clients: { matchAll: (options: { type: 'window', includeUncontrolled: boolean }) => Promise<{ url: string }[]> }
  readonly addEventListener: ((type: 'message', listener: (event: AskingEvent) => void) => void)
    & ((type: 'install', listener: (event: ExtendableEvent) => void) => void)
    & ((type: 'activate', listener: (event: ExtendableEvent) => void) => void)
}
interface ExtendableEvent extends Event { waitUntil: (done: Promise<unknown>) => void }
interface AskingEvent extends MessageEvent<{ type?: string, pictures?: 'light' | 'dark' } | undefined> {
  waitUntil: (done: Promise<unknown>) => void
}

/** A page that starts the deck at any address, without a slide of its own. */
const SHELL = 'entry/'
/** Seconds without an answer after which an older copy is better. */
const NETWORK_TIMEOUT = 4
const OPENED = 'opened'
const PREVIOUS = 'previous'
/** Files that are fetched at once. */
const AT_ONCE = 2

const base = new URL('./', self.location.href).pathname
// Each is written out where it is named: once.
const needed = self.__WB_MANIFEST
const later = self.__LATER
const files = [...needed, ...later]
const readingPictures = self.__READING_PICTURES
const folders = self.__FOLDERS
const twins = self.__TWINS

/** Whether a path begins so in one of the editions. */
const isBelow = ({ pathname }: URL, path: string) => folders.some(folder => pathname.startsWith(base + folder + path))

/** Whether a file is named after its content, so that it never changes under its name. */
const isAsset = (url: URL) => isBelow(url, 'assets/')

/** The folder of the edition to which a path below the base belongs: the longest, for the first edition's holds them all. */
function folderOf(path: string) {
  return folders.reduce((found, folder) =>
    path.startsWith(folder) && folder.length >= found.length ? folder : found, '')
}

const copy = new PrecacheController()
copy.addToCacheList(files)

/** What is not needed for the slides is kept once it was opened, and is fresh whenever there is a network. */
const opened = new NetworkFirst({ cacheName: OPENED, networkTimeoutSeconds: NETWORK_TIMEOUT })

registerRoute(({ url }) => isBelow(url, 'pictures/') || isBelow(url, 'data/'), opened)
// The kept one is that of the version that is shown.
registerRoute(({ url }) => url.pathname.endsWith('.pdf'), async ({ request, event }) =>
  await copy.matchPrecache(request) ?? opened.handle({ request, event }))

// The reading page needs no file of its own deployment: it can be fresh at once.
for (const folder of folders) {
  registerRoute(
    ({ request, url }) => request.mode === 'navigate' && url.pathname.startsWith(`${base}${folder}read/`),
    new NetworkOnly({
      networkTimeoutSeconds: NETWORK_TIMEOUT,
      plugins: [new PrecacheFallbackPlugin({ fallbackURL: `${folder}read/`, precacheController: copy })],
    }),
  )
}

registerRoute(new PrecacheRoute(copy, {
  // `?clicks=2` is a state of the page and not another page.
  ignoreURLParametersMatching: [/./],
  // Slidev writes /9 into the address bar where the file is /9/.
  urlManipulation: ({ url }) => {
    const folder = url.pathname.replace(/\/?$/, '/')
    const twin = twins[folder.slice(base.length)]
    return [new URL(folder, url), ...twin === undefined ? [] : [new URL(twin, self.location.href)]]
  },
}))

// Without them a window that still shows the version before loads its slide anew.
registerRoute(({ url }) => isAsset(url), new CacheFirst({ cacheName: PREVIOUS }))

// The longest folder first: the first edition's holds them all.
for (const folder of [...folders].sort((one, other) => other.length - one.length)) {
  registerRoute(
    ({ request, url }) => request.mode === 'navigate' && url.pathname.startsWith(base + folder),
    new NetworkOnly({ plugins: [new PrecacheFallbackPlugin({ fallbackURL: folder + SHELL, precacheController: copy })] }),
  )
}

const windows = () => self.clients.matchAll({ type: 'window', includeUncontrolled: true })

/** Forgets the version before where no window but the one that asks can show it. */
async function forgetPrevious(): Promise<void> {
  if ((await windows()).length < 2)
    await caches.delete(PREVIOUS)
}

/**
 * A window that still shows the version before may yet load a part of it, which is gone from the host and, once this worker is in force,
 * from its files: keeps those parts beside.
 */
async function keepPrevious(): Promise<void> {
  await forgetPrevious()
  const [current, previous] = await Promise.all([caches.open(cacheNames.precache), caches.open(PREVIOUS)])
  const known = new Set(files.map(({ url }) => new URL(url, self.location.href).href))
  const gone = (await current.keys()).filter(({ url }) => isAsset(new URL(url)) && !known.has(url))
  await Promise.all(gone.map(async request => previous.put(request, (await current.match(request))!)))
}

/**
 * Fetches what a cache lacks, after everything else that the browser fetches. Answers how many files that were. Where no slide needs them
 * (`isNeeded`), it does without those that the host does not give.
 */
async function fill(cacheName: string, wanted: readonly { url: string, key: string }[], isNeeded: boolean): Promise<number> {
  const cache = await caches.open(cacheName)
  const known = new Set((await cache.keys()).map(({ url }) => url))
  const left = wanted.filter(({ key }) => !known.has(key))
  const { length } = left
  const fetchNext = async (): Promise<void> => {
    for (let file = left.shift(); file; file = left.shift()) {
      // What has its content in its name may be in the browser's own cache.
      const options = { cache: isAsset(new URL(file.url)) ? 'default' : 'no-cache', credentials: 'same-origin', priority: 'low' } as const
      const answer = await fetch(file.url, options)
      if (!answer.ok) {
        if (isNeeded)
          throw new Error(`${file.url}: ${answer.status}`)
        continue
      }
      // An answer that says that it was redirected is no answer to a page that is opened.
      await cache.put(file.key, answer.redirected ? new Response(answer.body, answer) : answer)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, fetchNext))
  return length
}

function keep(some: readonly KeptFile[], isNeeded: boolean) {
  return fill(cacheNames.precache, some.map(({ url }) => {
    const { href } = new URL(url, self.location.href)
    return { url: href, key: copy.getCacheKeyForURL(href)! }
  }), isNeeded)
}

/** The editions that windows show, and those that an older version has kept. */
async function editionsInUse(): Promise<string[]> {
  const shown = (await windows()).map(({ url }) => new URL(url).pathname).filter(path => path.startsWith(base))
  const cache = await caches.open(cacheNames.precache)
  const kept = (await cache.keys()).map(({ url }) => new URL(url).pathname).filter(path => path.endsWith(`/${SHELL}`))
  return [...shown, ...kept].map(path => folderOf(path.slice(base.length)))
}

/** A worker is installed with all that the editions in use need: then they work without a network. */
async function install(): Promise<void> {
  // A page asks for the first one only when it may; the browser looks for newer ones by itself. The page then offers it.
  if (self.registration.active && isDear() && !await caches.has(ASKED))
    throw new Error('A new version waits until it is asked for.')
  await keepPrevious().catch(() => {})
  const used = await editionsInUse()
  await keep(needed.filter(({ url }) => used.includes(folderOf(url))), true)
  await caches.delete(ASKED)
}

/** Keeps the rest; from a reading page its pictures first, in the colour scheme that is seen. Answers how many files it lacked. */
async function keepAll(asking: string, pictures: 'light' | 'dark' | undefined): Promise<number> {
  const folder = folderOf(new URL(asking).pathname.slice(base.length))
  const { waiting, installing } = self.registration
  // What waits may have kept it for this very window.
  if (!waiting && !installing)
    await forgetPrevious()
  const seen = readingPictures
    .filter(path => pictures && folderOf(path) === folder && /-dark\.\w+$/.test(path) === (pictures === 'dark'))
    .map(path => new URL(path, self.location.href).href)
  return await fill(OPENED, seen.map(url => ({ url, key: url })), false) + await keep(needed, true) + await keep(later, false)
}

let keeping: Promise<number> = Promise.resolve(0)

self.addEventListener('install', event => event.waitUntil(install()))
// Takes away what only an older version needed.
self.addEventListener('activate', event => void copy.activate(event as Parameters<typeof copy.activate>[0]))

self.addEventListener('message', (event) => {
  const { data, ports: [port], source } = event
  if (data?.type === 'SKIP_WAITING')
    void self.skipWaiting()
  if (data?.type !== 'KEEP')
    return
  // One after the other, for windows that ask at once.
  keeping = keeping.catch(() => 0).then(() => keepAll((source as unknown as { url: string }).url, data.pictures))
  event.waitUntil(keeping.then(lacked => port?.postMessage(lacked), () => port?.postMessage(undefined)))
})

// The first worker serves the first visit too, so that what is opened then is kept.
clientsClaim()
