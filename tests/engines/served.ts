import type { StaticServer } from '../../addon/node/browser/static-server'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { glob } from 'tinyglobby'
import { DECK_NAV, pendingWork } from '../../addon/node/browser/deck-page'
import { serveDist } from '../../addon/node/browser/static-server'

declare global {
  interface Window {
    /** What went wrong in the page since somebody asked. */
    problemsSeen: string[]
  }
}

/** In the browser's storage while the deck may keep itself for offline use; otherwise each page comes from the server. */
export const MAY_KEEP = 'walk-may-keep'

/** Runs in each page before all else: keeps what goes wrong, as no WebDriver tells of it. */
function watch(mayKeep: string): void {
  if (localStorage.getItem(mayKeep) === null)
    delete (Navigator.prototype as { serviceWorker?: unknown }).serviceWorker
  const seen: string[] = window.problemsSeen = []
  addEventListener('error', (event) => {
    const { target } = event
    // Firefox says so of a module that is loaded already; what is really missing the server knows (`missed`).
    if ((target as Partial<HTMLLinkElement> | null)?.rel === 'modulepreload')
      return
    if (target instanceof Element)
      seen.push(`missing: ${target.outerHTML.slice(0, 200)}`)
    else
      seen.push(`uncaught: ${(event as Partial<ErrorEvent>).message ?? `${event.constructor.name} at ${target?.constructor.name}`}`)
  }, true)
  addEventListener('unhandledrejection', ({ reason }) => seen.push(`unhandled rejection: ${String(reason)}`))
  for (const kind of ['error', 'warn'] as const) {
    // eslint-disable-next-line no-console
    console[kind] = (...args: unknown[]) => void seen.push(`console ${kind}: ${args.map(String).join(' ').slice(0, 300)}`)
  }
}

/** Before the page's policy, which would not let a script in the page run. */
const HOOKS = `<script>
  ${DECK_NAV}
  globalThis.pendingWork = ${pendingWork.toString()};
  (${watch.toString()})('${MAY_KEEP}')
</script>`

/** A built deck, served with what the walks need in its pages. */
export interface WalkedSite extends StaticServer {
  /** Paths that were asked for and are no file, since somebody asked. */
  readonly missed: string[]
}

/** Serves a copy of a built deck, whose pages keep what goes wrong in them. The build itself stays as it is. */
export async function serveForWalk(dist: string): Promise<WalkedSite> {
  const dir = await mkdtemp(path.join(tmpdir(), 'walked-'))
  await cp(dist, dir, { recursive: true })
  for (const file of await glob('**/*.html', { cwd: dir, absolute: true })) {
    const html = await readFile(file, 'utf8')
    await writeFile(file, html.replace(/<meta charset[^>]*>/i, match => `${match}${HOOKS}`))
  }
  const missed: string[] = []
  const files = new Set(await glob('**', { cwd: dir, dot: true }))
  const server = await serveDist({
    dir,
    deckEverywhere: true,
    onRequest: (local) => {
      const file = decodeURI(local.slice(1))
      if (/\.\w+$/.test(file) && !files.has(file))
        missed.push(file)
    },
  })
  return {
    ...server,
    missed,
    close: async () => {
      await server.close()
      await rm(dir, { recursive: true, force: true })
    },
  }
}
