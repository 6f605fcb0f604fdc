import type { ChildProcess } from 'node:child_process'
import type { WebDriver } from 'selenium-webdriver'
import type { Engine, EngineWindow } from './window'
import { Buffer } from 'node:buffer'
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { Builder, Button, Capabilities, Key, Origin } from 'selenium-webdriver'
import { freePort } from '../../addon/node/browser/ports'
import { pythonOfWebKit } from './missing'

/** A screen that only programs see, a window manager on it, and the driver: processes that end with `close`. */
interface Stage { readonly port: number, readonly env: NodeJS.ProcessEnv, readonly close: () => Promise<void> }

/** Starts a program in a group of its own, so that what it starts ends with it. */
function begin(command: string, args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  return spawn(command, args, { env, detached: true, stdio: ['ignore', command === 'Xvfb' ? 'pipe' : 'ignore', 'ignore'] })
}

/** Ends a program with all that it started. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined)
    return
  const ended = new Promise(resolve => child.once('exit', resolve))
  const { pid } = child
  const kill = (signal: NodeJS.Signals) => {
    try {
      process.kill(-pid, signal)
    }
    catch {
      // It has just ended.
    }
  }
  kill('SIGTERM')
  const patience = setTimeout(kill, 5000, 'SIGKILL')
  await ended
  clearTimeout(patience)
}

/** Starts a screen that only programs see. */
export function beginScreen(): ChildProcess {
  return begin('Xvfb', ['-displayfd', '1', '-screen', '0', '2600x1700x24', '-nolisten', 'tcp'], process.env)
}

/** The number of the display that an X server has chosen. */
function displayOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.once('exit', () => reject(new Error('Xvfb ended before it had a display.')))
    server.stdout!.once('data', chunk => resolve(`:${String(chunk).trim()}`))
  })
}

/**
 * What programs on a screen are told of the world.
 * @param screen of `beginScreen`
 * @param home an empty folder, in which they keep what they want to keep
 */
export async function environmentOn(screen: ChildProcess, home: string): Promise<NodeJS.ProcessEnv> {
  const display = await displayOf(screen)
  await mkdir(path.join(home, 'run'), { mode: 0o700 })
  return {
    ...process.env,
    HOME: home,
    XDG_CONFIG_HOME: path.join(home, 'config'),
    XDG_CACHE_HOME: path.join(home, 'cache'),
    XDG_DATA_HOME: path.join(home, 'data'),
    XDG_RUNTIME_DIR: path.join(home, 'run'),
    DISPLAY: display,
    WAYLAND_DISPLAY: undefined,
    GDK_BACKEND: 'x11',
    LIBGL_ALWAYS_SOFTWARE: '1',
    NO_AT_BRIDGE: '1',
    // Its sandbox cannot be had by root.
    ...process.getuid?.() === 0 ? { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' } : {},
  }
}

async function answers(port: number, child: ChildProcess): Promise<void> {
  const end = Date.now() + 15_000
  while (!await fetch(`http://127.0.0.1:${port}/status`).then(({ ok }) => ok, () => false)) {
    if (child.exitCode !== null || Date.now() > end)
      throw new Error('WebKitWebDriver does not start.')
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}

async function openStage(motion: boolean): Promise<Stage> {
  const home = await mkdtemp(path.join(tmpdir(), 'webkit-'))
  const children: ChildProcess[] = []
  const killAll = () => children.forEach(({ pid }) => {
    try {
      process.kill(-pid!, 'SIGKILL')
    }
    catch {
      // It has ended.
    }
  })
  const close = async () => {
    for (const child of children.reverse())
      await end(child)
    process.off('exit', killAll)
    await rm(home, { recursive: true, force: true, maxRetries: 5 })
  }
  process.once('exit', killAll)
  try {
    const screen = beginScreen()
    children.push(screen)
    const env = await environmentOn(screen, home)
    await mkdir(path.join(home, 'config/gtk-3.0'), { recursive: true })
    // What a page learns as prefers-reduced-motion.
    await writeFile(path.join(home, 'config/gtk-3.0/settings.ini'), `[Settings]\ngtk-enable-animations=${motion ? 1 : 0}\n`)
    children.push(begin('openbox', ['--sm-disable'], env))
    const port = await freePort('127.0.0.1', 4700 + process.pid % 1000)
    const program = process.env.WEBKIT_DRIVER_PATH ?? 'WebKitWebDriver'
    const driver = begin('dbus-run-session', ['--', program, `--port=${port}`, '--host=127.0.0.1'], env)
    children.push(driver)
    await answers(port, driver)
    return { port, env, close }
  }
  catch (error) {
    await close()
    throw error
  }
}

/** Playwright's names of keys that WebDriver gives other names. */
const KEYS: Readonly<Record<string, string>> = {
  ArrowLeft: Key.ARROW_LEFT,
  ArrowRight: Key.ARROW_RIGHT,
  ArrowUp: Key.ARROW_UP,
  ArrowDown: Key.ARROW_DOWN,
  PageUp: Key.PAGE_UP,
  PageDown: Key.PAGE_DOWN,
  Home: Key.HOME,
  End: Key.END,
  Escape: Key.ESCAPE,
  Enter: Key.ENTER,
  Tab: Key.TAB,
  Space: ' ',
  Backspace: Key.BACK_SPACE,
  Delete: Key.DELETE,
  F5: Key.F5,
  F11: Key.F11,
  Shift: Key.SHIFT,
  Control: Key.CONTROL,
  Alt: Key.ALT,
  Meta: Key.META,
}

/** The parts of a key with modifiers: of `Shift++` Shift and the plus sign. */
function keysOf(chord: string): string[] {
  return chord.split(/\+(?=.)/).map(name => KEYS[name] ?? name)
}

/** A window of WebKit, which is asked by way of the one that the driver looks at: of all windows, one question at a time. */
class WebKitWindow implements EngineWindow {
  constructor(private readonly session: Session, private readonly handle: string) {}

  private readonly ask = <T>(question: (driver: WebDriver) => Promise<T>): Promise<T> => this.session.ask(this.handle, question)

  goto = (url: string) => this.ask(driver => driver.get(url))
  reload = () => this.ask(driver => driver.navigate().refresh())
  url = () => this.ask(driver => driver.getCurrentUrl())

  async evaluate<T, A = undefined>(fn: (arg: A) => T | Promise<T>, arg?: A): Promise<T> {
    const answer = await this.ask(driver => driver.executeAsyncScript<{ value?: T, error?: string }>(
      `const done = arguments[arguments.length - 1]
      globalThis.__name ??= fn => fn
      Promise.resolve().then(() => (${fn.toString()})(arguments[0]))
        .then(value => done({ value }), error => done({ error: String(error?.stack ?? error) + ' ' + String(error) }))`,
      arg ?? null,
    ))
    if (answer.error !== undefined)
      throw new Error(answer.error)
    return answer.value as T
  }

  press = (key: string) => this.ask(async (driver) => {
    const keys = keysOf(key)
    const actions = driver.actions({ async: true })
    keys.forEach(name => actions.keyDown(name))
    keys.reverse().forEach(name => actions.keyUp(name))
    await actions.perform()
  })

  down = (key: string) => this.ask(driver => driver.actions({ async: true }).keyDown(keysOf(key)[0]!).perform())
  up = (key: string) => this.ask(driver => driver.actions({ async: true }).keyUp(keysOf(key)[0]!).perform())
  type = (text: string) => this.ask(driver => driver.actions({ async: true }).sendKeys(text).perform())

  click = (x: number, y: number) => this.ask(driver =>
    driver.actions({ async: true }).move({ x: Math.round(x), y: Math.round(y), origin: Origin.VIEWPORT, duration: 0 }).click().perform())

  drag = (from: readonly [number, number], to: readonly [number, number]) => this.ask((driver) => {
    const point = ([x, y]: readonly [number, number]) =>
      ({ x: Math.round(x), y: Math.round(y), origin: Origin.VIEWPORT, duration: 50 })
    const middle = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2] as const
    return driver
      .actions({ async: true })
      .move(point(from))
      .press(Button.LEFT)
      .move(point(middle))
      .move(point(to))
      .release(Button.LEFT)
      .perform()
  })

  async resize(width: number, height: number): Promise<void> {
    const inner = () => this.evaluate(() => [window.innerWidth, window.innerHeight] as [number, number])
    let [wide, high] = await inner()
    // The window's frame and tool bar are not the page's.
    for (let tries = 0; tries < 4 && (wide !== width || high !== height); tries++) {
      const rect = await this.ask(driver => driver.manage().window().getRect())
      await this.ask(driver =>
        driver.manage().window().setRect({ x: 0, y: 0, width: rect.width + width - wide, height: rect.height + height - high }))
      const end = Date.now() + 1000
      do
        [wide, high] = await inner()
      while ((wide !== width || high !== height) && Date.now() < end)
    }
  }

  screenshot = () => this.ask(async driver => Buffer.from(await driver.takeScreenshot(), 'base64'))

  open = async () => {
    const handle = await this.ask(async (driver) => {
      await driver.switchTo().newWindow('window')
      return driver.getWindowHandle()
    })
    this.session.now = handle
    return new WebKitWindow(this.session, handle)
  }

  close = () => this.ask(driver => driver.close())
}

/** All windows of one visitor. */
class Session {
  now = ''
  private last: Promise<unknown> = Promise.resolve()
  constructor(private readonly driver: WebDriver) {}

  ask = <T>(handle: string, question: (driver: WebDriver) => Promise<T>): Promise<T> => {
    const answer = this.last.then(async () => {
      if (this.now !== handle)
        await this.driver.switchTo().window(handle)
      this.now = handle
      return question(this.driver)
    })
    this.last = answer.catch(() => {})
    return answer
  }
}

/**
 * Starts WebKitGTK's MiniBrowser on a screen of its own. Without movement, unless it is asked for.
 * @throws when it does not start
 */
export async function launchWebKit({ motion = false } = {}): Promise<Engine> {
  const stage = await openStage(motion)
  let driver: WebDriver | undefined
  let version = ''
  const quit = async () => {
    await driver?.quit().catch(() => {})
    driver = undefined
  }
  const visit = async () => {
    // The driver has one session at a time, and each starts with nothing stored.
    await quit()
    driver = await new Builder()
      .usingServer(`http://127.0.0.1:${stage.port}`)
      .withCapabilities(new Capabilities({ browserName: 'MiniBrowser' }))
      .disableEnvironmentOverrides()
      .build()
    version = (await driver.getCapabilities()).getBrowserVersion() ?? ''
    await driver.manage().setTimeouts({ script: 30_000, pageLoad: 60_000 })
    const session = new Session(driver)
    const handle = await driver.getWindowHandle()
    session.now = handle
    return new WebKitWindow(session, handle)
  }
  return {
    get name() {
      return `WebKitGTK ${version}`.trim()
    },
    kind: 'webkit',
    visit,
    close: async () => {
      await quit()
      await stage.close()
    },
  }
}

/**
 * Opens addresses one after the other in windows that keep what is stored, asks each page until it answers with a text, and kills all of
 * WebKit in that moment: window, network and page.
 * @param visits addresses, and scripts that give a text, or nothing as long as there is none
 * @returns the answers
 */
export async function killedWindows(visits: readonly { readonly url: string, readonly script: string }[]): Promise<string[]> {
  const python = pythonOfWebKit()!
  const stage = await openStage(false)
  const folder = await mkdtemp(path.join(tmpdir(), 'webkit-kept-'))
  const program = path.join(import.meta.dirname, 'webkit-window.py')
  const answers: string[] = []
  try {
    for (const { url, script } of visits) {
      const child = spawn('dbus-run-session', ['--', python, program, folder, url, script], {
        env: stage.env,
        detached: true,
        stdio: ['ignore', 'pipe', 'ignore'],
      })
      answers.push(await new Promise<string>((resolve, reject) => {
        const patience = setTimeout(reject, 60_000, new Error(`WebKit shows nothing at ${url}.`))
        child.once('exit', () => reject(new Error('The window does not open.')))
        child.stdout.on('data', (chunk) => {
          const answer = /^answer: (.*)$/m.exec(String(chunk))?.[1]
          if (answer === undefined)
            return
          clearTimeout(patience)
          resolve(answer)
        })
      }).finally(() => {
        child.removeAllListeners('exit')
        process.kill(-child.pid!, 'SIGKILL')
      }))
    }
    return answers
  }
  finally {
    await stage.close()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
