import type { IncomingMessage, ServerResponse } from 'node:http'
import { describe, expect, it, vi } from 'vitest'
import { refuseForeignWrites } from '../../build/local-writes'
import { networkAddresses, presenterAddress, randomPassword, remoteArguments } from '../../scripts/remote'

const read = (...args: string[]) => remoteArguments(args, () => 'made-up')

describe('npm start', () => {
  it.each([[[]], [['zh', '--open']], [['--port', '4000', '--log', 'info']]])('hands %j to Slidev unchanged, and lets nobody in', (args) => {
    expect(read(...args)).toMatchObject({ args, password: undefined })
  })

  it.each([
    [['--remote'], ['--remote=made-up']],
    [['--remote='], ['--remote=made-up']],
    [['zh', '--remote', '--port', '4000'], ['zh', '--remote=made-up', '--port', '4000']],
  ])('makes up a password for %j', (args, expected) => {
    expect(read(...args)).toMatchObject({ args: expected, password: 'made-up' })
  })

  it.each([[['--remote=mine']], [['--remote', 'mine', 'zh']]])('respects the password in %j', (args) => {
    expect(read(...args)).toMatchObject({ args, password: 'mine' })
  })

  it('knows where Slidev will listen', () => {
    expect(read('--remote', '-p', '4000', '--bind=192.0.2.7', '--base', '/x/')).toMatchObject({ port: '4000', bind: '192.0.2.7', base: '/x/' })
  })

  it('makes up another password each time, of letters that nobody confuses', () => {
    const made = new Set(Array.from({ length: 50 }, randomPassword))
    expect(made.size).toBe(50)
    for (const password of made)
      expect(password).toMatch(/^[a-hjkmnp-z2-9]{10}$/)
  })

  it('tells addresses that others can reach, with the password where Slidev looks for it', () => {
    const entry = (address: string, internal: boolean, family = 'IPv4') => ({ address, internal, family }) as never
    expect(networkAddresses({ lo: [entry('127.0.0.1', true)], wlan: [entry('192.0.2.7', false), entry('fe80::1', false, 'IPv6')] })).toEqual(['192.0.2.7'])
    expect(presenterAddress('192.0.2.7', '3030', { base: '/', password: 'a&b' })).toBe('http://192.0.2.7:3030/presenter/1?password=a%26b')
  })
})

describe('the dev server', () => {
  /** Status for a request from an address, or `next` when it goes on to Slidev. */
  function answer(method: string, url: string, remoteAddress: string): number | 'next' {
    const response = { end: vi.fn(), statusCode: 200 }
    const next = vi.fn()
    refuseForeignWrites({ method, url, socket: { remoteAddress } } as IncomingMessage, response as unknown as ServerResponse, next)
    return next.mock.calls.length > 0 ? 'next' : response.statusCode
  }

  it.each(['192.0.2.7', '::ffff:192.0.2.7', '2001:db8::1'])('lets %s read but not write', (address) => {
    expect(answer('POST', '/__slidev/slides/1.json', address)).toBe(403)
    expect(answer('GET', '/__open-in-editor?file=x', address)).toBe(403)
    expect(answer('GET', '/__slidev/slides/1.json', address)).toBe('next')
    expect(answer('GET', '/presenter/1', address)).toBe('next')
    // What moves the slides, which a remote presenter needs.
    expect(answer('POST', '/@server-reactive/nav', address)).toBe('next')
  })

  it.each(['127.0.0.1', '::1', '::ffff:127.0.0.1'])('lets %s write', (address) => {
    expect(answer('POST', '/__slidev/slides/1.json', address)).toBe('next')
  })
})
