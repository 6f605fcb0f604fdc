import type { Site } from './site'
import path from 'node:path'
import { glob } from 'tinyglobby'
import { build } from 'vite'
import { getManifest } from 'workbox-build'
import { editions, ROOT } from '../deck'

/** What the slides need; the rest is kept when it is opened. `404.html` is the same page as `entry/`, and some hosts refuse to give it. */
const PRECACHED = ['**/*.{html,js,css,woff2,svg,png,webp,webmanifest}']
const OPENED_ONLY = ['404.html', 'sw.js', '**/data/**', '**/og/**', '**/pictures/**', '**/*-read.html']

/** A file that a build names after its content never changes under its name. */
const HASHED = /(?:^|\/)assets\//

/**
 * Writes `sw.js`, one for all editions, last of all, for it knows every file of the site by its content. The same site gives the same
 * bytes.
 * @throws when a file can't be read, or when the worker does not build
 */
export async function writeServiceWorker({ dist }: Site): Promise<void> {
  const { manifestEntries, warnings } = await getManifest({
    globDirectory: dist,
    globPatterns: PRECACHED,
    globIgnores: OPENED_ONLY,
    dontCacheBustURLsMatching: HASHED,
    maximumFileSizeToCacheInBytes: 8 * 1024 * 1024,
  })
  if (warnings.length > 0)
    throw new Error(`The service worker would lack files.\n${warnings.join('\n')}`)
  const files = manifestEntries
    // Some hosts redirect /9/index.html to /9/.
    .map(({ url, revision }) => ({ url: url.replace(/(^|\/)index\.html$/, '$1') || './', revision }))
    .sort((a, b) => a.url < b.url ? -1 : 1)
  const pictures = (await glob('**/pictures/**', { cwd: dist })).sort()
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    publicDir: false,
    define: {
      'self.__WB_MANIFEST': JSON.stringify(files),
      'self.__READING_PICTURES': JSON.stringify(pictures),
      'self.__FOLDERS': JSON.stringify(editions.map(({ folder }) => folder)),
      'process.env.NODE_ENV': '"production"',
    },
    build: {
      outDir: dist,
      emptyOutDir: false,
      lib: {
        entry: path.join(import.meta.dirname, '../../client/service-worker.ts'),
        formats: ['iife'],
        name: 'worker',
        fileName: () => 'sw.js',
      },
    },
  })
}
