import type { AddressInfo } from 'node:net'
import type { TestProject } from 'vitest/node'
import type { DocumentFacts } from '../../addon/node/print/document-facts'
import type { DeckSlide } from '../../addon/node/slidev/slides'
import type { EditionId } from '../../locales/editions'
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { glob } from 'tinyglobby'
import { serveDist } from '../../addon/node/browser/static-server'
import { editions, loadDeck, ROOT } from '../../addon/node/deck'
import { documentFacts } from '../../addon/node/print/document-facts'
import { exportDeck } from '../../addon/node/print/export-deck'
import { exportFiles } from '../../addon/node/print/export-files'
import { loadSlides } from '../../addon/node/slidev/slides'
import { readHeaders } from './host-headers'

/** The decks that are built for tests: this talk, and the five slides that stand on the addon alone. */
export type DeckId = 'talk' | 'fixture'

/** One edition of a built site. */
export interface BuiltEdition {
  /** Its address, with a slash at the end. */
  url: string
  /** Its path on the host, with a slash at both ends. */
  base: string
  /** Folder of its build. */
  dist: string
  /** The slides that its file asks for. */
  slides: (Pick<DeckSlide, 'no' | 'id' | 'title' | 'note'> & { act: string })[]
  /** What its documents say of themselves. */
  facts: Omit<DocumentFacts, 'date'> & { date: string }
  /** Files of the export. */
  pdf: string
  handout: string
  pptx: string
}

/** A built site, served from a sub-path. */
export interface BuiltSite {
  /** Address and folder of the whole site. */
  url: string
  dist: string
  editions: Record<EditionId, BuiltEdition>
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** The decks that a project opens. */
    decks: DeckId[]
    /** The deck and the edition that it tests. */
    deck: DeckId
    edition: EditionId
    /** Whether there is time for what other tests make unlikely: `--mode all`. */
    all: boolean
    sites: Record<DeckId, BuiltSite>
    /** Where `built.ts` asks whether a deck is built; empty where no test needs one. */
    builds: string
  }
}

const ORIGIN = 'https://example.org'
const DECKS = {
  talk: { root: ROOT, base: '/talks/iar/', commands: 'addon/commands' },
  fixture: { root: path.join(ROOT, 'fixture'), base: '/talks/five/', commands: '../addon/commands' },
} satisfies Record<DeckId, object>
/** Below the deck's folder. */
const OUT = '.cache/test-dist'
const EXPORTS = '.cache/test-exports'

/** What documents say of when they were made. It is not the commit's: a build is used again after a commit that changes no source of it. */
const DATE = String(Date.UTC(2026, 0, 1) / 1000)

/** What no build depends on. */
const NO_SOURCES = [
  '**/node_modules/**',
  '**/.cache/**',
  'dist/**',
  'exports/**',
  'docs/**',
  'findings/**',
  'tests/**',
  'scripts/**',
  '*.config.*',
  '**/README*.md',
]

/** Stands for all that a build is made of: files of the same content, wherever and whenever they were written, have the same. */
async function contentKey(): Promise<string> {
  const files = (await glob('**', { cwd: ROOT, ignore: NO_SOURCES })).sort()
  const hash = createHash('sha256').update(process.version + DATE)
  for (const file of files)
    hash.update(`${file}\n`).update(await readFile(path.join(ROOT, file)))
  return hash.digest('hex')
}

/** Runs a command of a deck, as its npm script does. */
async function run({ root, commands }: typeof DECKS[DeckId], command: string, ...args: string[]): Promise<void> {
  const env = { ...process.env, DECK_ROOT: undefined, NODE_ENV: undefined }
  await promisify(execFile)(process.execPath, ['--import', 'tsx', `${commands}/${command}.ts`, ...args], {
    cwd: root,
    env,
    maxBuffer: 2 ** 26,
  }).catch((error: Error & { stdout: string, stderr: string }) => {
    throw new Error(`${path.basename(root)}: ${command} failed.\n${error.stdout}\n${error.stderr}`)
  })
}

/**
 * Builds and exports a deck, unless that was done from the same sources. The commands prove what they make.
 * The talk's PPTX is made in `test:all` only: no test opens it, while that of the fixture is opened, and its command looks at each picture.
 */
async function build(deck: typeof DECKS[DeckId], sources: string, withSlideshow: boolean): Promise<void> {
  const key = withSlideshow ? `${sources} pptx` : sources
  const record = path.join(deck.root, '.cache/test-dist.key')
  if (await readFile(record, 'utf8').catch(() => '') === key)
    return
  await rm(record, { force: true })
  await run(deck, 'build', '--out', OUT, '--base', deck.base, '--site', ORIGIN)
  if (deck.root !== ROOT) {
    await run(deck, 'export', '--dist', OUT, '--out', EXPORTS, '--pptx')
  }
  else {
    for (const edition of editions) {
      // Its PDF was made with the site.
      const { handout, pptx } = exportFiles({ edition, out: path.join(ROOT, EXPORTS), dark: false, pptx: true, clicks: false })
      const files = withSlideshow ? { handout, pptx } : { handout }
      await exportDeck({ edition, dist: path.join(ROOT, OUT, edition.folder), files })
    }
  }
  await mkdir(path.dirname(record), { recursive: true })
  await writeFile(record, key)
}

/** Serves a deck, also while it is built, and tells what its tests need to know. */
async function serve({ root, base }: typeof DECKS[DeckId]): Promise<{ site: BuiltSite, close: () => Promise<void> }> {
  const { name, editions } = await loadDeck(root)
  const dist = path.join(root, OUT)
  // As on a host that reads `_headers`, a browser keeps what may be kept: most of a visit is loading the deck.
  let hostHeaders: ReturnType<typeof readHeaders> | undefined
  const server = await serveDist({
    dir: dist,
    base,
    headersFor: (local): Record<string, string> => {
      hostHeaders ??= readHeaders(readFileSync(path.join(dist, '_headers'), 'utf8'))
      const { 'Cache-Control': caching } = hostHeaders(base + local.slice(1))
      return caching ? { 'Cache-Control': caching } : {}
    },
  })
  const built = await Promise.all(editions.map(async (edition, index): Promise<[string, BuiltEdition]> => {
    const file = index === 0 ? name : `${name}.${edition.id}`
    const slides = await loadSlides(edition, root)
    const facts = documentFacts(slides)
    return [edition.id, {
      url: server.url + edition.folder,
      base: base + edition.folder,
      dist: path.join(dist, edition.folder),
      slides: slides.map(({ no, id, title, note, frontmatter }) => ({ no, id, title, note, act: String(frontmatter.act) })),
      facts: { ...facts, date: facts.date.toISOString() },
      pdf: path.join(dist, edition.folder, `${file}.pdf`),
      handout: path.join(root, EXPORTS, `${file}-handout.pdf`),
      pptx: path.join(root, EXPORTS, `${file}.pptx`),
    }]
  }))
  return { site: { url: server.url, dist, editions: Object.fromEntries(built) as BuiltSite['editions'] }, close: server.close }
}

/** Answers whether a deck is built: by `ok`, with the reason why it can't be, or after a while that it is not yet. */
async function serveBuilds(builds: ReadonlyMap<string, Promise<void>>): Promise<{ url: string, close: () => void }> {
  const server = createServer((request, response) => {
    const answer = (status: number, text: string) => void (response.headersSent || response.writeHead(status).end(text))
    const later = setTimeout(answer, 30_000, 202, 'not yet')
    builds.get(request.url!.slice(1))!
      .then(() => answer(200, 'ok'), (error: Error) => answer(500, error.message))
      .finally(() => clearTimeout(later))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close }
}

/**
 * Builds the decks once for all browser tests, exports them, and serves each from a sub-path. Tests that open none do not wait for it, and
 * the others only for the deck that they open (`built.ts`).
 */
export default async function setup(root: TestProject): Promise<(() => Promise<void>) | undefined> {
  const isAll = ['all', 'documents'].includes(root.vite.config.mode)
  const opened = root.vitest.projects.flatMap(project => project.getProvidedContext().decks ?? [])
  const wanted = (Object.keys(DECKS) as DeckId[]).filter(id => opened.includes(id))
  if (wanted.length === 0)
    return undefined
  process.env.SOURCE_DATE_EPOCH = DATE
  const key = await contentKey()
  const sites = await Promise.all(wanted.map(async id => [id, await serve(DECKS[id])] as const))
  const builds = new Map(wanted.map(id => [id, build(DECKS[id], key, isAll)]))
  // Whoever waits for it is told.
  builds.forEach(build => build.catch(() => {}))
  const waiting = await serveBuilds(builds)
  root.provide('sites', Object.fromEntries(sites.map(([id, { site }]) => [id, site])) as Record<DeckId, BuiltSite>)
  root.provide('builds', waiting.url)
  return async () => {
    waiting.close()
    await Promise.allSettled([...builds.values(), ...sites.map(([, { close }]) => close())])
  }
}
