import type { IncomingMessage, ServerResponse } from 'node:http'

/** Names by which a machine means itself. */
const LOOPBACK = /^(?:(?:[\w-]+\.)*localhost\.?|127(?:\.\d{1,3}){1,3}|0\.0\.0\.0|\[::\]|\[::1\]|\[::ffff:127(?:\.\d{1,3}){3}\])$/i

/** Whether a host is this machine, by whatever name. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host)
}

/**
 * Leads whoever comes by another name of this machine to the one that was printed: `localhost` and `127.0.0.1` are two origins to a
 * browser, and windows of two origins are never in step. A tunnel's port is not ours, and stays as it is.
 * @param printed the name in the address that was printed
 * @returns whether it has answered
 */
export function onePrintedAddress(printed: string): (request: IncomingMessage, response: ServerResponse) => boolean {
  return ({ method, headers, socket, url = '' }, response) => {
    const [, name = '', port = ''] = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(headers.host ?? '') ?? []
    const isOther = name !== printed && isLoopback(name) && Number(port || 80) === socket.localPort
    if (!isOther || !url.startsWith('/') || (method !== 'GET' && method !== 'HEAD'))
      return false
    // No browser keeps it: another day another program may listen here.
    response.writeHead(307, { 'location': `http://${printed}${port && `:${port}`}${url}`, 'cache-control': 'no-store' }).end()
    return true
  }
}
