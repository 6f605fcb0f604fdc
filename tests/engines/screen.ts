import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'

/** A screen that only programs see, with a window manager, and an empty home: what begins in it ends with `close`. */
export interface Room {
  /** The folder in which its programs keep what they want to keep. */
  readonly home: string
  /** What its programs are told of the world. */
  readonly env: NodeJS.ProcessEnv
  /** Starts a program in a group of its own, so that what it starts ends with it. */
  readonly begin: (command: string, args: readonly string[], env?: NodeJS.ProcessEnv) => ChildProcess
  readonly close: () => Promise<void>
}

/** What tells where it can be reached. */
const TELLING = ['Xvfb', 'Xorg', 'dbus-daemon']

/** Starts a screen, for whoever shall see it. @returns its display */
export type BeginScreen = (begin: (command: string, args: readonly string[]) => ChildProcess, home: string) => Promise<string>

const beginXvfb: BeginScreen = async (begin) => {
  const screen = begin('Xvfb', ['-displayfd', '1', '-screen', '0', '2600x1700x24', '-nolisten', 'tcp'])
  return `:${await firstLine(screen, 'Xvfb')}`
}

function begin(command: string, args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  return spawn(command, args, { env, detached: true, stdio: ['ignore', TELLING.includes(command) ? 'pipe' : 'ignore', 'ignore'] })
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

/**
 * The first line that a program writes.
 * @throws when it ends before
 */
export function firstLine(child: ChildProcess, name: string): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', () => reject(new Error(`${name} ended before it was ready.`)))
    let said = ''
    child.stdout!.on('data', (chunk) => {
      said += String(chunk)
      if (said.includes('\n'))
        resolve(said.split('\n')[0]!.trim())
    })
  })
}

/** What programs on a screen are told of the world. */
function environmentOn(display: string, home: string): NodeJS.ProcessEnv {
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

/** Is told of each group of programs; when whoever tells it ends, in whichever way, it ends them and deletes the folder. */
const KEEPER = 'while read -r group; do groups="$groups $group"; done; kill -9 $groups; sleep 1; rm -rf "$1"'

/**
 * Opens a room.
 * @param name of its folder
 * @param beginScreen what it has for a screen: one large one, unless told otherwise
 * @throws when its screen does not start
 */
export async function openRoom(name: string, beginScreen = beginXvfb): Promise<Room> {
  const home = await mkdtemp(path.join(tmpdir(), `${name}-`))
  const children: ChildProcess[] = []
  const keeper = spawn('sh', ['-c', KEEPER, 'keeper', home], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] })
  const close = async () => {
    for (const child of children.reverse())
      await end(child)
    keeper.kill()
    await rm(home, { recursive: true, force: true, maxRetries: 5 })
  }
  const beginHere = (command: string, args: readonly string[], env: NodeJS.ProcessEnv) => {
    const child = begin(command, args, env)
    // One that is not there is known by what it does not answer.
    child.on('error', () => {})
    children.push(child)
    if (child.pid !== undefined)
      keeper.stdin!.write(`-${child.pid}\n`)
    return child
  }
  try {
    const env = environmentOn(await beginScreen((command, args) => beginHere(command, args, process.env), home), home)
    await mkdir(env.XDG_RUNTIME_DIR!, { mode: 0o700 })
    beginHere('openbox', ['--sm-disable'], env)
    return { home, env, begin: (command, args, more = env) => beginHere(command, args, more), close }
  }
  catch (error) {
    await close()
    throw error
  }
}
