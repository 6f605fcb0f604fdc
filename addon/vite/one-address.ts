import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Plugin } from 'vite'
import { isLoopback, onePrintedAddress } from '../node/browser/loopback'

/** Whether connect and Vite can read an address; one that they can't would end the server, for they throw where nothing catches. */
function isReadable(url: string): boolean {
  return url.startsWith('/') && URL.canParse(url.replace(/^\/+/, '/'), 'http://localhost')
}

/**
 * Ahead of everything else on the dev server: whoever comes by another name of this machine is led to the address that was printed. Before
 * connect itself, which reads an address before it asks the first of its handlers.
 */
export function oneAddress(): Plugin {
  return {
    name: 'deck:one-address',
    apply: 'serve',
    configureServer({ config, middlewares }) {
      const { host } = config.server
      // Where it listens everywhere, the name of this machine is printed, too.
      const isOne = typeof host === 'string' && isLoopback(host) && host !== '0.0.0.0'
      const toPrinted = onePrintedAddress(isOne ? host : 'localhost')
      const server = middlewares as unknown as { handle: (request: IncomingMessage, ...others: [ServerResponse, ...unknown[]]) => void }
      const handle = server.handle.bind(middlewares)
      server.handle = (request, response, ...others) => {
        if (!isReadable(request.url ?? ''))
          response.writeHead(400).end()
        else if (!toPrinted(request, response))
          handle(request, response, ...others)
      }
    },
  }
}
