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
import { openRoom } from './screen'

/** A room, and the driver in it. */
interface Stage { readonly port: number, readonly env: NodeJS.ProcessEnv, readonly close: () => Promise<void> }

async function answers(port: number, child: ChildProcess): Promise<void> {
  const end = Date.now() + 15_000
  while (!await fetch(`http://127.0.0.1:${port}/status`).then(({ ok }) => ok, () => false)) {
    if (child.exitCode !== null || Date.now() > end)
      throw new Error('WebKitWebDriver does not start.')
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}

async function openStage(motion: boolean): Promise<Stage> {
  const { home, env, begin, close } = await openRoom('webkit')
  try {
    await mkdir(path.join(home, 'config/gtk-3.0'), { recursive: true })
    // What a page learns as prefers-reduced-motion.
    await writeFile(path.join(home, 'config/gtk-3.0/settings.ini'), `[Settings]\ngtk-enable-animations=${motion ? 1 : 0}\n`)
    const port = await freePort('127.0.0.1', 4700 + process.pid % 1000)
    const program = process.env.WEBKIT_DRIVER_PATH ?? 'WebKitWebDriver'
    const driver = begin('dbus-run-session', ['--', program, `--port=${port}`, '--host=127.0.0.1'])
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
