import type { ServeOptions } from '../../addon/node/browser/static-server'
import { Buffer } from 'node:buffer'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readBase, serveDist } from '../../addon/node/browser/static-server'

/**
 * Sends lines as they are, and gives the answer from its status on; empty where the server hangs up without a word.
 * @throws when it does neither within ten seconds
 */
function rawRequest(port: number, lines: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    const said = () => Buffer.concat(parts).toString('latin1').replace(/^HTTP\/1\.1 /, '')
    const socket = connect(port, '127.0.0.1', () => socket.write(`${lines.join('\r\n')}\r\nConnection: close\r\n\r\n`, 'latin1'))
    socket.setTimeout(10_000, () => {
      socket.destroy()
      reject(new Error(`No answer to ${JSON.stringify(lines)}: ${JSON.stringify(said())}`))
    })
    socket.on('data', data => void parts.push(data))
    socket.on('error', () => resolve(said()))
    socket.on('close', () => resolve(said()))
  })
}

let dir: string
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'dist-'))
  await writeFile(path.join(dir, 'index.html'), '<script type="module" crossorigin src="/talks/iar/assets/index-1.js"></script>')
  await writeFile(path.join(dir, '404.html'), 'the deck, for deep links')
  await writeFile(path.join(dir, 'favicon.svg'), '<svg/>')
  await mkdir(path.join(dir, '2'))
  await writeFile(path.join(dir, '2/index.html'), '<title>2')
})
afterAll(() => rm(dir, { recursive: true }))

describe('serveDist', () => {
  it('serves as a static host does: files below the base, everything else as 404.html', async () => {
    const { url, origin, close } = await serveDist({ dir })
    const get = async (address: string) => {
      const response = await fetch(address, { redirect: 'manual' })
      return [response.status, (await response.text()).slice(0, 8)]
    }
    expect(url).toBe(`${origin}/talks/iar/`)
    expect(await get(url)).toEqual([200, '<script '])
    expect(await get(`${url}favicon.svg`)).toEqual([200, '<svg/>'])
    expect(await get(`${url}7?clicks=2`)).toEqual([404, 'the deck'])
    expect(await get(`${origin}/favicon.svg`)).toEqual([404, 'the deck'])
    expect(await get(`${origin}/talks/iar/..%2f..%2f..%2fetc/passwd`)).toEqual([404, 'the deck'])
    expect((await get(`${origin}/talks/iar`))[0]).toBe(301)
    expect(await get(`${url}2/?clicks=2`)).toEqual([200, '<title>2'])
    const bare = await fetch(`${url}2?clicks=2`, { redirect: 'manual' })
    expect([bare.status, bare.headers.get('location')]).toEqual([301, '/talks/iar/2/?clicks=2'])
    expect((await get(`${url}%E0%A4%A`))[0]).toBe(400)
    await close()
  })

  it('adds the headers that it is given', async () => {
    const { url, close } = await serveDist({ dir, headersFor: (path): Record<string, string> => path === '/2/' ? { 'x-test': 'yes' } : {} })
    expect((await fetch(`${url}2/`)).headers.get('x-test')).toBe('yes')
    expect((await fetch(`${url}favicon.svg`)).headers.get('x-test')).toBe(null)
    await close()
  })

  it('says that the port is taken', async () => {
    const { origin, close } = await serveDist({ dir })
    await expect(serveDist({ dir, port: Number(new URL(origin).port) })).rejects.toMatchObject({ code: 'EADDRINUSE' })
    await close()
  })
})

/** A served build, and what it answers to a request that no browser would make. */
async function serveRaw(options: Partial<ServeOptions> = {}) {
  const server = await serveDist({ dir, ...options })
  return {
    ...server,
    ask: (target: string) => rawRequest(server.port, [`GET ${target} HTTP/1.1`, `Host: ${new URL(server.origin).host}`]),
  }
}

describe('a part of a file', () => {
  let server: Awaited<ReturnType<typeof serveRaw>>
  beforeAll(async () => {
    await writeFile(path.join(dir, 'talk.pdf'), '0123456789')
    server = await serveRaw()
  })
  afterAll(() => server.close())

  it.each([
    ['bytes=0-3', 206, '0123', 'bytes 0-3/10'],
    ['bytes=4-', 206, '456789', 'bytes 4-9/10'],
    // A PDF's table of contents stands at its end.
    ['bytes=-3', 206, '789', 'bytes 7-9/10'],
    ['bytes=-99', 200, '0123456789', null],
    ['bytes=8-99', 206, '89', 'bytes 8-9/10'],
    ['bytes=10-', 416, '', 'bytes */10'],
    ['bytes=3-1', 416, '', 'bytes */10'],
    // What can't be read, or asks for several parts, gets the whole.
    ['bytes=a-b', 200, '0123456789', null],
    ['bytes=0-1,8-9', 200, '0123456789', null],
    ['lines=0-1', 200, '0123456789', null],
  ])('%s', async (range, status, body, contentRange) => {
    const response = await fetch(`${server.url}talk.pdf`, { headers: { range } })
    const text = await response.text()
    expect([response.status, status === 416 ? '' : text, response.headers.get('content-range')]).toEqual([status, body, contentRange])
  })

  it('is not sent again to whoever has it', async () => {
    const whole = await fetch(`${server.url}talk.pdf`)
    const again = await fetch(`${server.url}talk.pdf`, { headers: { 'if-none-match': whole.headers.get('etag')!, 'cache-control': 'max-age=0' } })
    expect([again.status, await again.text()]).toEqual([304, ''])
    const head = await fetch(`${server.url}talk.pdf`, { method: 'HEAD' })
    expect([head.status, head.headers.get('content-length'), head.headers.get('content-type')]).toEqual([200, '10', 'application/pdf'])
  })
})

/** Text without blanks, or without ends of lines. */
function text(maxLength: number, first: ' ' | '!') {
  return fc.string({ unit: 'binary-ascii', maxLength })
    .map(text => Array.from(text).filter(letter => letter >= first && letter <= '~').join(''))
}

/** Requests of every form. */
const requests = (() => {
  const known = ['', '.', '..', 'talks', 'iar', '2', 'zh', 'index.html', 'favicon.svg', 'talk.pdf', 'NUL', 'C:', '~']
  const part = fc.oneof(
    fc.constantFrom(...known, '%2e%2e', '%2f', '%5c', '%', '%zz', '%c0%af'),
    text(12, '!'),
    fc.string({ unit: 'grapheme', maxLength: 6 }).map(text => encodeURIComponent(text)),
    fc.integer({ min: 1, max: 3000 }).map(times => 'a/'.repeat(times)),
  )
  const target = fc.tuple(
    fc.constantFrom('/talks/iar/', '/', '//', '', '*', 'http://', 'http://x/talks/iar/', '/talks/iar/2/'),
    fc.array(part, { maxLength: 5 }).map(parts => parts.join('/')),
    fc.oneof(fc.constant(''), text(12, '!').map(text => `?${text}`)),
  ).map(parts => parts.join('') || '/')
  const number = fc.oneof(fc.integer({ min: 0, max: 40 }).map(String), fc.constantFrom('', '-1', '1e9', '99999999999999999999', 'x'))
  const range = fc.array(fc.tuple(number, number).map(pair => pair.join('-')), { minLength: 1, maxLength: 4 })
    .map(ranges => `Range: bytes=${ranges.join(',')}`)
  const conditions = ['If-None-Match', 'If-Match', 'If-Range', 'If-Modified-Since', 'If-Unmodified-Since']
  const name = fc.constantFrom(...conditions, 'Accept-Encoding', 'Expect', 'Upgrade', 'Connection', 'Host', 'Cookie', 'X')
  const header = fc.oneof(range, fc.tuple(name, text(20, ' ')).map(([name, text]) => `${name}: ${text}`))
  const methods = ['HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT', 'PATCH', 'BREW']
  const method = fc.constantFrom('GET', 'GET', 'GET', ...methods)
  return { method, target, header }
})()

describe.each([
  ['preview', {}],
  ['present', { deckEverywhere: true, changePage: (html: string) => html }],
] as const)('the server of %s stands whatever it is asked for:', (_, options) => {
  let server: Awaited<ReturnType<typeof serveRaw>>
  beforeAll(async () => {
    server = await serveRaw({ ...options })
  })
  afterAll(() => server.close())

  it.each([
    ['//', /^40[04]|^301/],
    ['/talks/iar//2/', /^301/],
    ['//example.org/talks/iar/', /^301|^404/],
    ['http://example.org/talks/iar/', /^200/],
    ['*', /^400/],
    ['no-path', /^400/],
    ['/talks/iar/%00', /^400/],
    ['/talks/iar/%', /^400/],
    ['/talks/iar/\\..\\..\\', /^[24]0[04]/],
  ])('at %s', async (target, status) => {
    expect(await server.ask(target)).toMatch(status)
    expect((await fetch(server.url)).status).toBe(200)
  })

  it('a path of thousands of parts costs no more than another', async () => {
    const cpu = process.cpuUsage()
    for (let time = 0; time < 10; time++)
      expect(await server.ask(`/talks/iar/${'a/'.repeat(7000)}`)).toMatch(/^(?:200|404)/)
    const { user, system } = process.cpuUsage(cpu)
    expect((user + system) / 1e6).toBeLessThan(1)
  })

  it('redirects stay on this host', async () => {
    const here = '/talks/iar/'
    const targets = ['//example.org', '//example.org/', `//example.org${here}../..//`, `${here}/example.org//2`, '/\\example.org//']
    for (const target of targets) {
      const [, location = '/'] = /\nlocation: (.*)/i.exec(await server.ask(target)) ?? []
      expect(new URL(location, server.origin).origin, target).toBe(server.origin)
    }
  })

  it('any method, path, query, range and header', { timeout: 120_000 }, async () => {
    const { method, target, header } = requests
    await fc.assert(fc.asyncProperty(method, target, fc.array(header, { maxLength: 4 }), async (method, target, headers) => {
      const host = headers.some(line => line.startsWith('Host:')) ? [] : [`Host: ${new URL(server.origin).host}`]
      // Answered, or refused: `rawRequest` fails when neither comes.
      const answer = await rawRequest(server.port, [`${method} ${target} HTTP/1.1`, ...host, ...headers])
      expect(answer).toMatch(/^(?:[2-5]\d\d|$)/)
      expect(answer).not.toMatch(/^500/)
    }), { numRuns: 300, endOnFailure: true })
    expect(await server.ask('/talks/iar/favicon.svg')).toMatch(/^200.*<svg\/>$/s)
  })
})

describe('one address', () => {
  const others = ['localhost', 'deck.localhost', '127.0.0.2', '127.1', '[::1]', 'LOCALHOST']

  it.each(others)('%s leads to the one that is printed', async (name) => {
    const { port, close } = await serveDist({ dir })
    const answer = await rawRequest(port, ['GET /talks/iar/2/?clicks=2 HTTP/1.1', `Host: ${name}:${port}`])
    expect(answer).toMatch(/^307/)
    expect(answer).toContain(`http://127.0.0.1:${port}/talks/iar/2/?clicks=2\r\n`)
    await close()
  })

  it.each(['127.0.0.1', 'example.org'])('%s stays', async (name) => {
    const { port, close } = await serveDist({ dir })
    expect(await rawRequest(port, ['GET /talks/iar/ HTTP/1.1', `Host: ${name}:${port}`])).toMatch(/^200/)
    await close()
  })

  it('is not forced on a tunnel that ends at another port', async () => {
    const { port, close } = await serveDist({ dir })
    expect(await rawRequest(port, ['GET /talks/iar/ HTTP/1.1', 'Host: localhost:8080'])).toMatch(/^200/)
    await close()
  })
})

describe('readBase', () => {
  it('reads the base out of the build', () => {
    expect(readBase(dir)).toBe('/talks/iar/')
  })

  it('says what to do when there is no build', () => {
    expect(() => readBase(path.join(dir, 'nowhere'))).toThrow('Run "npm run build" first')
  })
})
