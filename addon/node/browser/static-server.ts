import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer, STATUS_CODES } from 'node:http'
import path from 'node:path'
import send from 'send'
import { onePrintedAddress } from './loopback'
import { LAST_PORT, portProblem } from './ports'

const HOST = '127.0.0.1'
const PAGE_HEADERS = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' }

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
  const shownBase = decodeURI(base)
  const toPrinted = onePrintedAddress(HOST)
  const root = path.resolve(dir)
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return void response.writeHead(405, { allow: 'GET, HEAD' }).end()
    const target = readTarget(request.url)
    if (!target)
      return void response.writeHead(400).end()
    const { pathname, search, isDoubled } = target
    const redirect = (to: string) => void response.writeHead(301, { location: writtenPath(to) + search }).end()
    if (isDoubled || `${pathname}/` === shownBase)
      return redirect(isDoubled ? pathname : shownBase)
    if (!pathname.startsWith(shownBase))
      return notFound(root, response)
    const local = `/${pathname.slice(shownBase.length)}`
    onRequest?.(local)
    if (isHidden?.(local))
      return void response.writeHead(404).end()
    for (const [name, value] of Object.entries(headersFor?.(local) ?? {}))
      response.setHeader(name, value)
    if (!local.endsWith('/') && isPage(root, local))
      return redirect(`${pathname}/`)
    const folder = isPage(root, local) ? local : deckEverywhere && !isFile(local) && deckOf(root, local)
    const page = folder && path.join(root, folder, 'index.html')
    if (page && changePage)
      return void response.writeHead(200, PAGE_HEADERS).end(changePage(readFileSync(page, 'utf8')))
    sendFile({ root, local: folder ? `${folder}index.html` : local, gzip }, request, response)
  }
  const server = createServer((request, response) => {
    // A talk outlives whatever is asked for.
    response.on('error', () => response.destroy())
    try {
      if (!toPrinted(request, response))
        answer(request, response)
    }
    catch {
      // A file went while it was looked for, as a build replaces it.
      if (response.headersSent)
        response.destroy()
      else
        response.writeHead(500).end(STATUS_CODES[500])
    }
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

/** What a request asks for. */
interface Target {
  /** Decoded, and without detours. */
  pathname: string
  search: string
  /** Whether there were slashes side by side, with which no router knows what to do. */
  isDoubled: boolean
}

/** Reads what a request asks for; undefined for what is no path, such as `*`, or can't be decoded. */
function readTarget(url = '/'): Target | undefined {
  // Proxies name the host, too.
  const [, written, search = ''] = /^(?:https?:\/\/[^/?#]*)?([^?#]*)(\?[^#]*)?/i.exec(url)!
  try {
    const pathname = decodeURIComponent(written || '/')
    const isPath = pathname.startsWith('/') && !pathname.includes('\0')
    return isPath ? { pathname: path.posix.normalize(pathname), search, isDoubled: pathname.includes('//') } : undefined
  }
  catch {
    return undefined
  }
}

/** A path as it is written in an address. */
function writtenPath(pathname: string): string {
  return encodeURI(pathname).replace(/[?#]/g, encodeURIComponent)
}

/** Whether there is a page at a path below `root`, with or without a slash at its end. */
function isPage(root: string, local: string): boolean {
  const folder = path.join(root, local)
  return isWithin(root, folder) && existsSync(path.join(folder, 'index.html'))
}

/** On Windows a path of an address may have more ways out than `..` between slashes. */
function isWithin(root: string, file: string): boolean {
  const way = path.relative(root, file)
  return way.split(path.sep)[0] !== '..' && !path.isAbsolute(way)
}

/** The deck in whose folder a path lies: the nearest one with a page. From the top on, for a path may have thousands of parts. */
function deckOf(root: string, local: string): string {
  let [deck, folder] = ['/', '/']
  for (const part of local.split('/').slice(1, -1)) {
    folder += `${part}/`
    if (!isWithin(root, path.join(root, folder)) || !existsSync(path.join(root, folder)))
      break
    if (isPage(root, folder))
      deck = folder
  }
  return deck
}

/** Whether there is a file to be read, and not a folder or a device. */
function isRegular(root: string, file: string): boolean {
  try {
    return isWithin(root, file) && statSync(file, { throwIfNoEntry: false })?.isFile() === true
  }
  catch {
    return false
  }
}

/** Of what is packed: the type is that of what is in it. */
const PACKED: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
}

/** Sends a file with what a browser asks of it: a part, or nothing where it has the same. */
function sendFile(
  { root, local, gzip }: { root: string, local: string, gzip: boolean },
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const type = PACKED[path.extname(local)]
  const isPacked = gzip && type && /\bgzip\b/.test(String(request.headers['accept-encoding'])) && isRegular(root, path.join(root, `${local}.gz`))
  const file = isPacked ? `${local}.gz` : local
  if (!isRegular(root, path.join(root, file)))
    return notFound(root, response)
  if (gzip)
    response.setHeader('vary', 'Accept-Encoding')
  if (isPacked) {
    response.setHeader('content-type', type)
    response.setHeader('content-encoding', 'gzip')
  }
  if (!response.hasHeader('cache-control'))
    response.setHeader('cache-control', 'no-cache')
  // The end of a file that is shorter than that is all of it (RFC 9110, 14.1.2); `send` would refuse.
  const [, end] = /^bytes=-(\d+)$/.exec(request.headers.range ?? '') ?? []
  if (end && Number(end) >= statSync(path.join(root, file)).size)
    delete request.headers.range
  send(request, encodeURIComponent(file), { root, index: false, dotfiles: 'allow', cacheControl: false })
    .on('error', ({ status, headers }: { status: number, headers?: Record<string, string> }) => {
      if (response.headersSent)
        return void response.destroy()
      response.getHeaderNames().filter(name => name.startsWith('content-')).forEach(name => response.removeHeader(name))
      // 404: it went in this moment.
      if (status === 404)
        notFound(root, response)
      else
        response.writeHead(status, headers).end(STATUS_CODES[status])
    })
    .pipe(response)
}

function notFound(root: string, response: ServerResponse): void {
  const file = path.join(root, '404.html')
  response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' })
  response.end(existsSync(file) ? readFileSync(file) : 'Not found')
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
