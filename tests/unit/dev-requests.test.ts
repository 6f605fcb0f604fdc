import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Plugin } from 'vite'
import { describe, expect, it } from 'vitest'
import { serveDataFiles } from '../../addon/vite/data-files'
import { oneAddress } from '../../addon/vite/one-address'
import deck from '../../deck'
import { editions } from '../../locales/editions'

type Handle = (request: IncomingMessage, response: ServerResponse, next: () => void) => unknown

/** What a plugin of ours does with a request to the dev server. */
function handleOf(plugin: Plugin, host?: string): Handle {
  let handler: Handle | undefined
  const middlewares = { handle: (...[, , next]: Parameters<Handle>) => next(), use: (handle: Handle) => void (handler = handle) }
  const configure = plugin.configureServer as unknown as (server: object) => void
  configure({ config: { server: { host } }, middlewares })
  return handler ?? ((...request) => middlewares.handle(...request))
}

/** Where a request is led to; undefined where others answer it. */
async function ledTo(handle: Handle, host: string, url = '/2?clicks=1'): Promise<unknown> {
  let location: unknown
  const response = {
    writeHead: (_: number, headers?: Record<string, string>) => {
      location = headers?.location
      return { end: () => {} }
    },
  }
  const request = { method: 'GET', headers: { host }, socket: { localPort: 3030 }, url }
  await handle(request as unknown as IncomingMessage, response as unknown as ServerResponse, () => {})
  return location
}

describe('the dev server', () => {
  it.each(['127.0.0.1:3030', '[::1]:3030', 'deck.localhost:3030'])('leads %s to the address that was printed', async (host) => {
    expect(await ledTo(handleOf(oneAddress(), 'localhost'), host)).toBe('http://localhost:3030/2?clicks=1')
    expect(await ledTo(handleOf(oneAddress(), '0.0.0.0'), host)).toBe('http://localhost:3030/2?clicks=1')
  })

  it('answers at the printed address, at one that was asked for, and to other devices', async () => {
    expect(await ledTo(handleOf(oneAddress(), 'localhost'), 'localhost:3030')).toBe(undefined)
    expect(await ledTo(handleOf(oneAddress(), '127.0.0.1'), '127.0.0.1:3030')).toBe(undefined)
    expect(await ledTo(handleOf(oneAddress(), '0.0.0.0'), '192.168.1.5:3030')).toBe(undefined)
  })

  it.each(['//', 'no-path', '*', '/%', '/data/%.csv', undefined])('is not ended by a request for %s', async (url) => {
    for (const plugin of [serveDataFiles(deck, editions[0]), oneAddress()])
      await expect(ledTo(handleOf(plugin), 'localhost:3030', url)).resolves.toBe(undefined)
  })
})
