import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import sirv from 'sirv'
import { LAST_PORT, portProblem } from './ports'

const HOST = '127.0.0.1'
const PAGE_HEADERS = { 'content-type': 'text/html;charset=utf-8', 'cache-control': 'no-cache' }

/** What has an ending is a file: where it is missing it is no slide. */
const isFile = (local: string) => /\.\w+$/.test(local)

export interface StaticServer {
  /** Address of the deck, with the base and a slash at the end. */
  url: string
  origin: string
  base: string
  port: number
  close: () => Promise<void>
}

export interface ServeOptions {
  /** Folder of the build. */
  dir: string
  /** Path at which the build expects to live, such as `/talks/iar/`; read out of its `index.html` when left out. */
  base?: string
  /** 0, the default, takes any free port. */
  port?: number
  /** Sends the `.gz` beside a file where the browser takes it. */
  gzip?: boolean
  /** Whether a path without a file gets the deck itself, which then shows the slide that it names, instead of status 404. */
  deckEverywhere?: boolean
  /** Files that are not served, by their path below the base. */
  isHidden?: (path: string) => boolean
  /** What is sent in the place of a page. */
  changePage?: (html: string) => string
  /** Told of each request before it is answered, with the path below the base. */
  onRequest?: (path: string) => void
  /** More headers for the answer to a path below the base, such as those that `_headers` asks of a host. */
  headersFor?: (path: string) => Record<string, string>
}

/**
 * Serves a built deck on this machine only, the way a plain static host does: files below the base, a folder's `index.html` at its
 * address with a slash and a redirect to it without one, and the build's `404.html` with status 404 for any other path.
 * @throws when the folder holds no build, or when the port is taken (`code: 'EADDRINUSE'`)
 */
export async function serveDist({
  dir,
  base = readBase(dir),
  port = 0,
  gzip = false,
  deckEverywhere = false,
  isHidden,
  changePage,
  onRequest,
  headersFor,
}: ServeOptions): Promise<StaticServer> {
  const files = sirv(dir, { dev: true, etag: true, gzip })
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost')
    if (`${pathname}/` === base)
      return void response.writeHead(301, { location: base + search }).end()
    if (!pathname.startsWith(base))
      return notFound(dir, response)
    const local = `/${pathname.slice(base.length)}`
    onRequest?.(local)
    if (isHidden?.(local))
      return void response.writeHead(404).end()
    for (const [name, value] of Object.entries(headersFor?.(local) ?? {}))
      response.setHeader(name, value)
    if (!local.endsWith('/') && isFolder(dir, local))
      return void response.writeHead(301, { location: `${pathname}/${search}` }).end()
    const page = changePage && pageAt(dir, local, deckEverywhere)
    if (page)
      return void response.writeHead(200, PAGE_HEADERS).end(changePage(readFileSync(page, 'utf8')))
    request.url = local + search
    files(withoutCachedUrl(request), response, () => {
      if (!deckEverywhere || isFile(local))
        return notFound(dir, response)
      request.url = deckOf(dir, local)
      files(withoutCachedUrl(request), response, () => notFound(dir, response))
    })
  })
  await listen(server, port)
  const { port: taken } = server.address() as AddressInfo
  const origin = `http://${HOST}:${taken}`
  return { url: origin + base, origin, base, port: taken, close: () => close(server) }
}

/**
 * Serves as `serveDist` does, at the port that was asked for, or on the first free one from `firstPort` on.
 * @throws with a sentence when the port that was asked for can't be had
 */
export async function serveOnPort(options: ServeOptions, wanted: number | undefined, firstPort: number): Promise<StaticServer> {
  const port = wanted ?? firstPort
  try {
    return await serveDist({ ...options, port })
  }
  catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE' && wanted === undefined && port < LAST_PORT)
      return serveOnPort(options, undefined, port + 1)
    throw portProblem(error as NodeJS.ErrnoException, { host: HOST, port })
  }
}

/**
 * The base that a build was made for, read out of its `index.html`.
 * @throws when the folder holds no build
 */
export function readBase(dir: string): string {
  const file = path.join(dir, 'index.html')
  if (!existsSync(file))
    throw new Error(`There is no built deck in "${dir}". Run "npm run build" first.`)
  const base = /<script[^>]+src="([^"]*)assets\//.exec(readFileSync(file, 'utf8'))?.[1]
  if (base === undefined)
    throw new Error(`"${file}" is not the page of a built deck: it loads no script from assets/.`)
  return base.startsWith('/') ? base : '/'
}

/** Whether a path of the address names a folder with a page; never outside of `dir`. */
function isFolder(dir: string, local: string): boolean {
  try {
    const root = path.resolve(dir)
    const folder = path.join(root, decodeURIComponent(local))
    return folder.startsWith(root + path.sep) && existsSync(path.join(folder, 'index.html'))
  }
  catch {
    return false
  }
}

/** The deck in whose folder a path lies: the nearest one with a page. */
function deckOf(dir: string, local: string): string {
  const folder = local.slice(0, local.lastIndexOf('/') + 1)
  return folder === '/' || isFolder(dir, folder) ? folder : deckOf(dir, folder.slice(0, -1))
}

/** The page that answers at a path, if one does. */
function pageAt(dir: string, local: string, deckEverywhere: boolean): string | undefined {
  const isPage = local === '/' || (local.endsWith('/') && isFolder(dir, local))
  const folder = isPage ? local : deckEverywhere && !isFile(local) && deckOf(dir, local)
  return folder ? path.join(dir, decodeURIComponent(folder), 'index.html') : undefined
}

function notFound(dir: string, response: ServerResponse): void {
  const file = path.join(dir, '404.html')
  response.writeHead(404, { 'content-type': 'text/html;charset=utf-8' })
  response.end(existsSync(file) ? readFileSync(file) : 'Not found')
}

/** sirv keeps the parsed address on the request; ours has just changed. */
function withoutCachedUrl(request: IncomingMessage): IncomingMessage {
  return Object.assign(request, { _parsedUrl: undefined })
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, HOST, resolve)
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
