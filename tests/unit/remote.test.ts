import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Values } from '../../addon/node/cli/options'
import { describe, expect, it, vi } from 'vitest'
import { command as start } from '../../addon/commands/start'
import { readCommand } from '../../addon/node/cli/cli'
import { networkAddresses, presenterAddress, randomPassword } from '../../addon/node/cli/remote'
import { slidevArguments } from '../../addon/node/slidev/slidev-server'
import { refuseForeignWrites } from '../../addon/vite/local-writes'
import { editions } from '../../locales/editions'

/** What `npm start` was asked for. */
function read(...args: string[]): Values<typeof start.options> {
  const asked = readCommand(start, args)
  if ('help' in asked)
    throw new Error('asked for help')
  return asked.values
}

/** What Slidev is told for a command line. */
function told(...args: string[]): string[] {
  const { remote: password, port = 3030, ...others } = read(...args)
  return slidevArguments({ edition: editions[0], port, password, ...others })
}

describe('npm start', () => {
  it.each([[[]], [['zh', '--open']], [['--port', '4000', '--log', 'info']]])('lets nobody in for %j', (args) => {
    expect(told(...args).join()).not.toContain('--remote')
  })

  it.each([[['--remote']], [['zh', '--remote', '--port', '4000']]])('makes up a password for %j, and never leaves it empty', (args) => {
    expect(read(...args).remote).toMatch(/^[a-hjkmnp-z2-9]{10}$/)
    expect(told(...args).find(argument => argument.startsWith('--remote'))).toMatch(/^--remote=.{10}$/)
  })

  it.each([[['--remote=mine']], [['--remote', 'mine', '--port', '4000']]])('respects the password in %j', (args) => {
    expect(told(...args)).toContain('--remote=mine')
  })

  it('hands on what Slidev knows as well', () => {
    expect(told('--remote', 'mine', '-p', '4000', '--bind=192.0.2.7', '--base', 'x', '-o', '-f', '--log', 'info'))
      .toEqual(['slides.md', '--port=4000', '--base=/x/', '--remote=mine', '--bind=192.0.2.7', '--open', '--force', '--log=info'])
  })

  it('takes no edition for a password, and no address without one', () => {
    expect(() => read('--remote', 'zh')).toThrow('npm start -- zh --remote')
    expect(() => read('--remote=')).toThrow('--remote needs a value')
    expect(() => read('--bind', '192.0.2.7')).toThrow('--bind goes with --remote')
  })

  it('makes up another password each time, of letters that nobody confuses', () => {
    const made = new Set(Array.from({ length: 50 }, randomPassword))
    expect(made.size).toBe(50)
    for (const password of made)
      expect(password).toMatch(/^[a-hjkmnp-z2-9]{10}$/)
  })

  it('tells addresses that others can reach, with the password where Slidev looks for it', () => {
    const entry = (address: string, internal: boolean, family = 'IPv4') => ({ address, internal, family }) as never
    expect(
      networkAddresses({ lo: [entry('127.0.0.1', true)], wlan: [entry('192.0.2.7', false), entry('fe80::1', false, 'IPv6')] }),
    ).toEqual(['192.0.2.7'])
    expect(presenterAddress('192.0.2.7', 3030, { base: '/', password: 'a&b' })).toBe('http://192.0.2.7:3030/presenter/1?password=a%26b')
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
