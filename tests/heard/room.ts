import type { Room } from '../engines/screen'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { firstLine, openRoom } from '../engines/screen'

/** What was said at once, and when. */
export interface Utterance { readonly at: number, readonly text: string }

/** A room with a screen reader, whose voice writes. */
export interface ListeningRoom extends Room {
  /** All that was said until now. */
  readonly utterances: () => readonly Utterance[]
}

/** The configuration of speech-dispatcher: one voice, and no change of signs into words. */
function SPEECH(module: string, logs: string) {
  return `LogLevel 0
LogDir "${logs}"
AddModule "heard" "${module}" ""
DefaultModule heard
DefaultLanguage "en"
`
}

/** As Orca comes, but it says no keys, which the walk knows, looks for no Braille display, and makes no sounds. */
const ORCA = {
  general: { enableKeyEcho: false, enableBraille: false, enableBrailleMonitor: false, enableSound: false },
  profiles: { default: { profile: ['Default', 'default'], pronunciations: {}, keybindings: {} } },
  pronunciations: {},
  keybindings: {},
}

/** Speech comes as SSML, with a mark before each word. */
function textOf(ssml: string): string {
  const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: '\'' }
  return ssml.replace(/<[^>]*>/g, '').replace(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => named[name]!).replace(/\s+/g, ' ').trim()
}

/** What others write into a file of lines. */
function follow(file: string): () => readonly Utterance[] {
  const all: Utterance[] = []
  let size = 0
  return () => {
    const written = readFileSync(file, 'utf8')
    const more = written.slice(size, written.lastIndexOf('\n') + 1)
    size += more.length
    for (const line of more.split('\n').filter(Boolean)) {
      const { at, text } = JSON.parse(line) as Utterance
      const said = textOf(text)
      if (said)
        all.push({ at, text: said })
    }
    return all
  }
}

/** @throws when it does not come true */
async function waitFor(what: string, holds: () => boolean): Promise<void> {
  const end = Date.now() + 20_000
  while (!holds()) {
    if (Date.now() > end)
      throw new Error(`${what} does not start.`)
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}

/**
 * Opens a room with a session bus of its own, speech-dispatcher with a voice that writes, and Orca, which has just said that it is on.
 * Nothing of the user's is asked or changed.
 * @throws when one of them does not start
 */
export async function openListeningRoom(): Promise<ListeningRoom> {
  const room = await openRoom('heard')
  try {
    const { home } = room
    const spoken = path.join(home, 'spoken.jsonl')
    const module = path.join(home, 'speech-module')
    const socket = path.join(home, 'speech.socket')
    const program = path.join(import.meta.dirname, 'speech-module.mjs')
    await mkdir(path.join(home, 'speech'))
    await mkdir(path.join(home, 'data/orca'), { recursive: true })
    await writeFile(spoken, '')
    await writeFile(module, `#!/bin/sh\nexec '${process.execPath}' '${program}' '${spoken}'\n`, { mode: 0o755 })
    await writeFile(path.join(home, 'speech/speechd.conf'), SPEECH(module, path.join(home, 'speech')))
    await writeFile(path.join(home, 'data/orca/user-settings.conf'), JSON.stringify(ORCA))

    const alone: NodeJS.ProcessEnv = {
      ...room.env,
      NO_AT_BRIDGE: undefined,
      AT_SPI_BUS_ADDRESS: undefined,
      DBUS_SESSION_BUS_ADDRESS: undefined,
      GNOME_ACCESSIBILITY: '1',
      SPEECHD_ADDRESS: `unix_socket:${socket}`,
      // It has no voice, and wakes nobody's.
      PULSE_SERVER: `unix:${path.join(home, 'run/none')}`,
      // What Orca itself says is English, in either edition.
      LC_ALL: 'C.UTF-8',
      LANGUAGE: undefined,
    }
    const bus = await firstLine(room.begin('dbus-daemon', ['--session', '--nofork', '--print-address=1'], alone), 'dbus-daemon')
    const env: NodeJS.ProcessEnv = { ...alone, DBUS_SESSION_BUS_ADDRESS: bus }
    const files = ['-S', socket, '-C', path.join(home, 'speech'), '-P', path.join(home, 'speech.pid')]
    room.begin('speech-dispatcher', ['-s', '-t', '0', '-c', 'unix_socket', ...files], env)
    const utterances = follow(spoken)
    await waitFor('speech-dispatcher', () => existsSync(socket))
    // It does not begin beside another Orca of the same user, be it in another room, and asks pgrep whether there is one.
    await mkdir(path.join(home, 'alone'))
    await writeFile(path.join(home, 'alone/pgrep'), '#!/bin/sh\nexit 1\n', { mode: 0o755 })
    room.begin('orca', [], {
      ...env,
      PATH: [path.join(home, 'alone'), env.PATH].join(path.delimiter),
      PYTHONPATH: path.join(import.meta.dirname, 'for-orca'),
      PYTHONDONTWRITEBYTECODE: '1',
    })
    await waitFor('Orca', () => utterances().length > 0)
    return { ...room, env, begin: (command, args, more = env) => room.begin(command, args, more), utterances }
  }
  catch (error) {
    await room.close()
    throw error
  }
}
