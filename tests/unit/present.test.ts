import type { Screen } from '../../addon/node/stage/arrangement'
import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { plannedSlide } from '../../addon/lib/talk-plan'
import { serveDist, serveOnPort } from '../../addon/node/browser/static-server'
import { isUpToDate } from '../../addon/node/slidev/up-to-date'
import { arrange } from '../../addon/node/stage/arrangement'
import { givenAt, rememberGiven } from '../../addon/node/stage/given'
import { openWindows, stageArguments } from '../../addon/node/stage/stage-windows'
import { knownLength, withLength } from '../../addon/node/stage/versions'

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'present-'))
})
afterEach(() => rm(dir, { recursive: true }))

/** Writes a file that was changed at a time, in seconds. */
async function put(file: string, time: number): Promise<void> {
  await mkdir(path.dirname(path.join(dir, file)), { recursive: true })
  await writeFile(path.join(dir, file), '<script src="/assets/a.js"></script>')
  await utimes(path.join(dir, file), time, time)
}

describe('a build', () => {
  const build = () => path.join(dir, '.cache/present')

  it('is missed, and made anew when a source has changed since', async () => {
    await put('slides.md', 100)
    expect(await isUpToDate(build(), dir)).toBe(false)
    await put('.cache/present/index.html', 200)
    expect(await isUpToDate(build(), dir)).toBe(true)
    await put('components/Chart.vue', 300)
    expect(await isUpToDate(build(), dir)).toBe(false)
  })

  it('does not mind changes to what it does not contain', async () => {
    await put('.cache/present/index.html', 200)
    for (const file of [
      'README.md',
      'addon/README.md',
      'tests/a.test.ts',
      'dist/index.html',
      'node_modules/vue/index.js',
      'exports/deck.pdf',
    ])
      await put(file, 300)
    expect(await isUpToDate(build(), dir)).toBe(true)
  })
})

describe('the server of a talk', () => {
  it('gives the deck for every address, so that a closed window opens again, and no service worker', async () => {
    await put('index.html', 1)
    await put('sw.js', 1)
    const asked: string[] = []
    const { url, close } = await serveDist({
      dir,
      base: '/',
      deckEverywhere: true,
      isHidden: file => file === '/sw.js',
      onRequest: file => asked.push(file),
    })
    const status = async (address: string) => (await fetch(url + address)).status
    expect(await Promise.all(['', 'presenter/', 'presenter/7?clicks=2', '12'].map(status))).toEqual([200, 200, 200, 200])
    expect(await status('sw.js')).toBe(404)
    expect(await status('assets/none.js')).toBe(404)
    expect(asked).toContain('/presenter/7')
    await close()
  })

  it('says in every page how long the talk is to be, and changes nothing else', async () => {
    const page = '<!doctype html><html><head lang="en"><title>A</title></head><script src="/assets/a.js"></script></html>'
    await mkdir(path.join(dir, 'zh'))
    for (const file of ['index.html', 'zh/index.html', '404.html', 'data.html.txt'])
      await writeFile(path.join(dir, file), page)
    const { url, close } = await serveDist({ dir, base: '/', deckEverywhere: true, changePage: html => withLength(html, 10) })
    const answer = async (address: string) => {
      const response = await fetch(url + address)
      return { type: response.headers.get('content-type'), text: await response.text() }
    }
    const told = page.replace('<title>', '<meta name="talk-minutes" content="10"><title>')
    for (const address of ['', 'presenter/', 'presenter/7?clicks=2', '12', 'zh/', 'zh/presenter/'])
      expect(await answer(address), address).toEqual({ type: 'text/html; charset=utf-8', text: told })
    for (const address of ['none.js', 'data.html.txt'])
      expect((await answer(address)).text, address).toBe(page)
    await close()
  })

  it('is found by the same command once more, while it runs and answers', async () => {
    await put('index.html', 1)
    const file = path.join(dir, '.cache/given')
    expect(await givenAt(file)).toBeUndefined()
    const { url, close } = await serveDist({ dir, base: '/' })
    await rememberGiven(file, url)
    expect(await givenAt(file)).toBe(url)
    // Another program serves at this port meanwhile; and half a file, of a machine that stopped.
    const ended = spawnSync(process.execPath, ['--version']).pid
    for (const text of [`${url}\n${ended}\n`, url, '']) {
      await writeFile(file, text)
      expect(await givenAt(file), text).toBeUndefined()
    }
    await close()
    await rememberGiven(file, url)
    expect(await givenAt(file)).toBeUndefined()
  })

  it('gives only lengths for which slides are marked', () => {
    const slides = [5, 10, undefined].map((keep, index) => plannedSlide(index + 1, { keep }, 'appendix'))
    expect(knownLength(10, slides)).toBe(10)
    expect(() => knownLength(7, slides)).toThrow('--minutes takes 10 or 5, not "7"')
    expect(() => knownLength(7, slides.slice(2))).toThrow('no slide says')
  })

  it('takes the next port when one is taken, and can be reached from this machine only', async () => {
    await put('index.html', 1)
    const first = await serveDist({ dir, base: '/' })
    const second = await serveOnPort({ dir, base: '/' }, undefined, first.port)
    expect(second.port).toBeGreaterThan(first.port)
    await expect(serveOnPort({ dir, base: '/' }, first.port, 1)).rejects.toThrow(`Port ${first.port} is taken`)
    expect(new URL(second.url).hostname).toBe('127.0.0.1')
    await Promise.all([first.close(), second.close()])
  })
})

describe('the windows', () => {
  const before = process.env.CHROME_PATH
  afterEach(() => {
    process.env.CHROME_PATH = before
    if (before === undefined)
      delete process.env.CHROME_PATH
  })

  it('are two of one browser, the second only once the first is there', async () => {
    const browser = path.join(dir, 'browser')
    await writeFile(browser, '')
    process.env.CHROME_PATH = browser
    let tell = () => {}
    const asked = new Promise<void>(resolve => tell = resolve)
    const started: string[][] = []
    const start = async (program: string, args: readonly string[]) => void started.push([program, ...args])

    const windows = { audience: 'http://a/', presenter: 'http://a/presenter/', profile: dir }
    // Not one that can be asked: it takes no longer than it is given.
    const opened = openWindows({ ...windows, asked, start, timeout: 300 })
    await expect.poll(() => started).toHaveLength(1)
    tell()
    expect(await opened).toBe('somewhere')
    expect(started.map(line => [line[0], ...line.slice(-2)])).toEqual([
      [browser, '--new-window', 'http://a/presenter/'],
      [browser, '--new-window', 'http://a/'],
    ])
    expect(started.every(line => line.includes(`--user-data-dir=${dir}`))).toBe(true)
  })

  it('of this browser are offered no translation, whatever else its profile knows', async () => {
    process.env.CHROME_PATH = path.join(dir, 'browser')
    await writeFile(process.env.CHROME_PATH, '')
    const preferences = path.join(dir, 'Default/Preferences')
    await mkdir(path.dirname(preferences))
    await writeFile(preferences, '{"kept":1,"translate":{"enabled":true}}')
    await openWindows({
      audience: 'http://a/',
      presenter: 'http://a/presenter/',
      profile: dir,
      asked: Promise.resolve(),
      start: async () => {},
      timeout: 1,
    })
    expect(JSON.parse(await readFile(preferences, 'utf8'))).toEqual({ kept: 1, translate: { enabled: false } })
  })

  const LAPTOP: Screen = { left: 0, top: 0, width: 1366, height: 728, isInternal: true, isPrimary: true }
  it('stand side by side on the only screen, the speaker\'s with more of it', () => {
    const { audience, presenter, isOnOwnScreen } = arrange([LAPTOP])
    expect(isOnOwnScreen).toBe(false)
    expect(audience.left + audience.width).toBe(presenter.left)
    expect(audience.width + presenter.width).toBe(1366)
    expect(presenter.width).toBeGreaterThan(audience.width)
    expect(presenter.height).toBe(728)
    expect(audience.width / audience.height).toBeGreaterThan(1)
  })

  it.each([
    { name: 'at the right', projector: { left: 1366, top: 0, width: 1024, height: 768 } },
    { name: 'at the left, and the main one', projector: { left: -1920, top: -200, width: 1920, height: 1080, isPrimary: true } },
    { name: 'upright', projector: { left: 1366, top: 0, width: 1080, height: 1920 } },
  ])('stand each on a screen of its own: the projector $name', ({ projector }) => {
    const screen = { isInternal: false, isPrimary: false, ...projector }
    const small = { left: 5000, top: 0, width: 640, height: 480, isInternal: false, isPrimary: false }
    const laptop = { ...LAPTOP, isPrimary: !screen.isPrimary }
    for (const screens of [[laptop, screen], [screen, laptop], [small, screen, laptop]]) {
      expect(arrange(screens)).toEqual({
        presenter: { left: 0, top: 0, width: 1366, height: 728 },
        audience: { left: screen.left, top: screen.top, width: screen.width, height: screen.height },
        isOnOwnScreen: true,
      })
    }
  })

  it('keep the sandbox, except for root, who cannot have it', () => {
    expect(stageArguments('p', 'a', false)).not.toContain('--no-sandbox')
    expect(stageArguments('p', 'a', true)).toContain('--no-sandbox')
  })
})
