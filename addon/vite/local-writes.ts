import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Plugin } from 'vite'

/** What on Slidev's and Vite's dev server writes `slides.md` or opens an editor. Neither asks for a password. */
const WRITES = /^\/(?:__slidev\/slides\/|__open-in-editor|__mcp)/
const LOOPBACK = /^(?:::1|(?:::ffff:)?127\.)/

/**
 * Lets only this machine write. With `--remote` the dev server listens to the whole network, whose members would otherwise
 * edit the slides on this disk.
 */
export function refuseForeignWrites({ url = '', method, socket }: IncomingMessage, response: ServerResponse, next: () => void): void {
  const reads = WRITES.test(url) && method === 'GET' && url.startsWith('/__slidev/')
  if (!WRITES.test(url) || reads || LOOPBACK.test(socket.remoteAddress ?? ''))
    return next()
  response.statusCode = 403
  response.end()
}

/** The rule above, ahead of everything else on the dev server. */
export function localWrites(): Plugin {
  return {
    name: 'deck:local-writes',
    apply: 'serve',
    enforce: 'pre',
    configureServer: server => void server.middlewares.stack.unshift({ route: '', handle: refuseForeignWrites }),
  }
}
