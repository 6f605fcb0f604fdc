import type { Site } from './site'
import path from 'node:path'
import { glob } from 'tinyglobby'
import { build } from 'vite'
import { getManifest } from 'workbox-build'
import { editions, ROOT } from '../deck'

/** What is kept; the rest is when it is opened. `404.html` is the same page as `entry/`, and some hosts refuse to give it. */
const KINDS = ['html', 'js', 'css', 'woff2', 'svg', 'png', 'webp', 'webmanifest', 'pdf']
const OPENED = ['data', 'og', 'pictures']
/** By the ends of their names. */
const NEVER = ['404.html', 'sw.js', '-read.html']

/** What no slide needs as it opens comes last: the PDF, icons, what installs the deck, and charts after clicks. */
const LATER = /\.(?:pdf|webmanifest)$|(?:^|\/)favicon\.svg$|(?:^|\/)app-icons\/|(?:^|\/)slides\/.*-[1-9]\d*-\d+-\w+\.webp$/

/** Whether a file is kept with the edition that is in use, before everything else; by its path below an edition's folder. */
export function keptFirst(file: string): boolean {
  const isLeft = LATER.test(file) || NEVER.some(name => file.endsWith(name)) || OPENED.some(folder => file.startsWith(`${folder}/`))
  return !isLeft && KINDS.includes(path.extname(file).slice(1))
}

/** The address, below the base, at which a file is kept. */
export const keptAddress = (file: string): string => file.replace(/(^|\/)index\.html$/, '$1') || './'

/** Pages of an edition that stand for the others that are the same: the shell, of which each view of the talk is a copy, and the first. */
const FIRST = /^(?:entry\/|\.\/)?$/

/**
 * Which files another one of the same edition stands for, byte by byte the same: they need not be fetched and kept twice.
 * @param files addresses below the base, and what stands for their content
 * @param folders those of the editions
 * @returns by the address of a file that of the one to keep
 */
export function twinsOf(
  files: readonly { url: string, revision: string | null }[],
  folders: readonly string[],
): Map<string, string> {
  const deepest = folders.toSorted((one, other) => other.length - one.length)
  const folderOf = (url: string) => deepest.find(folder => url.startsWith(folder)) ?? ''
  const isFirst = (url: string) => FIRST.test(url.slice(folderOf(url).length))
  const kept = new Map<string, string>()
  const twins = new Map<string, string>()
  for (const { url, revision } of files.toSorted((one, other) => Number(isFirst(other.url)) - Number(isFirst(one.url)))) {
    const key = `${folderOf(url)} ${revision}`
    const known = kept.get(key)
    if (revision === null || known === undefined)
      kept.set(key, url)
    else
      twins.set(url, known)
  }
  return twins
}

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
    globPatterns: [`**/*.{${KINDS.join()}}`],
    globIgnores: [...NEVER.map(name => `**/*${name}`), ...OPENED.map(folder => `**/${folder}/**`)],
    dontCacheBustURLsMatching: HASHED,
    maximumFileSizeToCacheInBytes: 8 * 1024 * 1024,
  })
  if (warnings.length > 0)
    throw new Error(`The service worker would lack files.\n${warnings.join('\n')}`)
  const files = manifestEntries
    // Some hosts redirect /9/index.html to /9/.
    .map(({ url, revision }) => ({ url: keptAddress(url), revision }))
    .sort((a, b) => a.url < b.url ? -1 : 1)
  const twins = twinsOf(files, editions.map(({ folder }) => folder))
  const kept = files.filter(({ url }) => !twins.has(url))
  const pictures = (await glob('**/pictures/**', { cwd: dist })).sort()
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    publicDir: false,
    define: {
      'self.__WB_MANIFEST': JSON.stringify(kept.filter(({ url }) => !LATER.test(url))),
      'self.__LATER': JSON.stringify(kept.filter(({ url }) => LATER.test(url))),
      'self.__TWINS': JSON.stringify(Object.fromEntries(twins)),
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
