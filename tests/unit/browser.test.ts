import type { Machine } from '../../addon/node/browser/browser'
import { describe, expect, it, vi } from 'vitest'
import { ensureBrowser, findBrowser } from '../../addon/node/browser/browser'

const CACHED = '/cache/chromium/chrome'

/** A computer that has these files; all of them start. */
function machine(files: string[], rest: Partial<Machine> = {}): Machine {
  return {
    env: { PATH: '/usr/local/bin:/usr/bin' },
    platform: 'linux',
    isRoot: false,
    exists: file => files.includes(file),
    starts: () => true,
    playwrightPath: () => CACHED,
    run: () => false,
    ...rest,
  }
}

describe('findBrowser', () => {
  it('takes CHROME_PATH before anything else', () => {
    expect(
      findBrowser(machine(['/opt/my-chrome', '/usr/bin/chromium'], { env: { CHROME_PATH: '/opt/my-chrome', PATH: '/usr/bin' } })),
    ).toBe('/opt/my-chrome')
  })

  it('refuses a CHROME_PATH that points to nothing, although a browser is installed', () => {
    const wrong = machine(['/usr/bin/chromium'], { env: { CHROME_PATH: '/opt/gone', PATH: '/usr/bin' } })
    expect(() => findBrowser(wrong)).toThrow('"/opt/gone"')
    expect(() => ensureBrowser(wrong)).toThrow('"/opt/gone"')
  })

  it('takes an installed browser before Playwright\'s own', () => {
    expect(findBrowser(machine([CACHED, '/usr/bin/google-chrome']))).toBe('/usr/bin/google-chrome')
    expect(findBrowser(machine([CACHED]))).toBe(CACHED)
  })

  it('takes one without windows only where none is needed, and then first', () => {
    const both = machine(['/usr/bin/chromium', '/usr/bin/chromium-headless-shell'])
    expect(findBrowser(both)).toBe('/usr/bin/chromium')
    expect(ensureBrowser(both)).toBe('/usr/bin/chromium-headless-shell')
    expect(findBrowser(machine(['/usr/bin/chromium-headless-shell']))).toBeUndefined()
  })

  it('passes over one that does not start', () => {
    expect(findBrowser(machine([CACHED, '/usr/bin/chromium-browser'], { starts: file => file === CACHED }))).toBe(CACHED)
  })

  it('knows the usual places of macOS and Windows', () => {
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
    const env = { 'PROGRAMFILES': 'C:\\Program Files', 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' }
    expect(findBrowser(machine([edge], { platform: 'win32', env }))).toBe(edge)
    const chrome = '/Users/me/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
    expect(findBrowser(machine([chrome], { platform: 'darwin', env: { HOME: '/Users/me' } }))).toBe(chrome)
  })

  it('finds nothing where there is nothing', () => {
    expect(findBrowser(machine([]))).toBeUndefined()
    expect(findBrowser(machine([], { playwrightPath: () => undefined, env: {} }))).toBeUndefined()
  })
})

describe('ensureBrowser', () => {
  it('installs nothing when there is a browser', () => {
    const run = vi.fn(() => true)
    expect(ensureBrowser(machine(['/usr/bin/chromium'], { run }))).toBe('/usr/bin/chromium')
    expect(run).not.toHaveBeenCalled()
  })

  it('gets Playwright\'s Chromium, and takes it', () => {
    const files: string[] = []
    const run = vi.fn((_command: string, args: string[]) => args.slice(-2).join(' ') === 'install chromium' && files.push(CACHED) > 0)
    expect(ensureBrowser(machine(files, { run }))).toBe(CACHED)
    expect(run.mock.calls[0]![1][0]).toMatch(/playwright-core.cli\.js$/)
  })

  it.each([
    { why: 'that download fails', downloads: false, packages: ['chromium-headless-shell', 'chromium'], taken: ['chromium-headless-shell'] },
    {
      why: 'what it downloaded does not start',
      downloads: true,
      packages: ['chromium-headless-shell', 'chromium'],
      taken: ['chromium-headless-shell'],
    },
    {
      why: 'the system is older and has the whole browser only',
      downloads: false,
      packages: ['chromium'],
      taken: ['chromium-headless-shell', 'chromium'],
    },
  ])('installs a package as root on Debian when $why', ({ downloads, packages, taken }) => {
    const files = ['/etc/debian_version']
    const run = vi.fn((command: string, args: string[]) => {
      if (command !== 'apt-get')
        return downloads && files.push(CACHED) > 0
      const name = args.at(-1)!
      return name === 'update' || (packages.includes(name) && files.push(`/usr/bin/${name}`) > 0)
    })
    expect(ensureBrowser(machine(files, { run, isRoot: true, starts: file => file !== CACHED }))).toBe(`/usr/bin/${taken.at(-1)}`)
    expect(run.mock.calls.map(([command, args]) => `${command} ${args.at(-1)}`).slice(1)).toEqual(
      ['update', ...taken].map(name => `apt-get ${name}`),
    )
  })

  it.each([
    { why: 'for an ordinary user', files: ['/etc/debian_version'], isRoot: false },
    { why: 'on another Linux', files: [], isRoot: true },
  ])('leaves the system alone $why and names three ways to provide one', ({ files, isRoot }) => {
    const run = vi.fn(() => false)
    expect(() => ensureBrowser(machine(files, { run, isRoot }))).toThrow(
      /1\. install[\s\S]*2\. set CHROME_PATH[\s\S]*3\. run "npx playwright-core install/,
    )
    expect(run).toHaveBeenCalledTimes(1)
  })
})
