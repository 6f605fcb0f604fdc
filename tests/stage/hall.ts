import type { Browser, CDPSession, Frame, Page } from 'playwright-core'
import type { Bounds } from '../../addon/node/stage/arrangement'
import type { Opened } from '../../addon/node/stage/stage-windows'
import type { Room } from '../engines/screen'
import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { chromium } from 'playwright-core'
import { openWindows } from '../../addon/node/stage/stage-windows'
import { firstLine, openRoom } from '../engines/screen'

const run = promisify(execFile)

/** Size of a screen, in its own pixels. */
export interface Size { readonly width: number, readonly height: number }

/** On which side of the speaker's own screen the projector is, as the system has them; the upper left corner of both together is 0, 0. */
export type Side = 'right' | 'left' | 'above' | 'below'

/** A speaker's desk: screens, a window manager, a mouse and a keyboard. */
export interface Hall extends Room {
  /** Presses and lets go, one after the other, as xdotool calls keys: `key Right`, `keydown shift`, `mousemove 10 20`, `click 1`. */
  readonly hands: (...commands: string[]) => Promise<void>
  /** Opens the windows of a talk as `npm run present` does. */
  readonly present: (url: string) => Promise<StageTalk>
}

/** Two windows in which a talk is given. */
export interface StageTalk {
  /** How they came to stand. */
  readonly opened: Opened
  readonly presenter: StageWindow
  readonly audience: StageWindow
  /** Gives the command once more, perhaps for an edition by its folder. */
  readonly again: (folder?: 'zh/') => Promise<StageTalk>
  /** Ends the browser as a crash does. */
  readonly kill: () => Promise<void>
  readonly close: () => Promise<void>
}

type WindowState = 'minimized' | 'normal' | 'maximized' | 'fullscreen'

export interface StageWindow {
  readonly page: Page
  /** Where it is, and whether it fills its screen, in CSS pixels of the whole desktop. */
  readonly bounds: () => Promise<{ left: number, top: number, width: number, height: number, windowState: string }>
  /** Stands it elsewhere, as a hand may, filling nothing. */
  readonly move: (bounds: Bounds) => Promise<void>
  readonly setState: (state: WindowState) => Promise<void>
  /** Whether it has the keyboard, by its own word and by that of the window manager, of which either may be late. */
  readonly hasKeyboard: () => Promise<boolean>
  /** Gives it the keyboard, as a click on it does, and waits until it has it. */
  readonly focus: () => Promise<void>
}

/** What shows the deck in a window: the page, or the frame in it in which a window that fills its screen shows another language. */
export const shownBy = (page: Page) => page.frames().at(-1)! as Frame & Page

const CONFIGURATION = `
Section "Device"
  Identifier "none"
  Driver "dummy"
  VideoRam 256000
EndSection
Section "Monitor"
  Identifier "any"
  HorizSync 1.0-2000.0
  VertRefresh 1.0-200.0
EndSection
Section "Screen"
  Identifier "screen"
  Device "none"
  Monitor "any"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Virtual 8192 4320
  EndSubSection
EndSection
`
/** Of modes that no monitor has to show: low enough for the driver's clock at any size. */
const REFRESH = 20

/** A mode of a size, as xrandr takes it. */
function modeOf({ width, height }: Size): string[] {
  const [totalWidth, totalHeight] = [width + 160, height + 40]
  const clock = (totalWidth * totalHeight * REFRESH / 1e6).toFixed(2)
  return [clock, ...[width, width + 48, width + 80, totalWidth, height, height + 3, height + 8, totalHeight].map(String)]
}

/** Where both screens are, as xrandr takes it. */
function placesOf(laptop: Size, projector: Size, side: Side): [string, string] {
  const places: Record<Side, [string, string]> = {
    right: ['0x0', `${laptop.width}x0`],
    left: [`${projector.width}x0`, '0x0'],
    above: [`0x${projector.height}`, '0x0'],
    below: ['0x0', `0x${laptop.height}`],
  }
  return places[side]
}

/**
 * Opens a hall.
 * @param laptop the speaker's own screen
 * @param projector the other screen, if there is one
 * @param options how they are
 * @param options.scale device pixels to a CSS pixel
 * @param options.side where the projector is
 * @throws when a program does not start
 */
export async function openHall(
  laptop: Size,
  projector?: Size,
  { scale = 1, side = 'right' }: { readonly scale?: number, readonly side?: Side } = {},
): Promise<Hall> {
  const room = await openRoom('stage', async (begin, home) => {
    const file = path.join(home, 'xorg.conf')
    await writeFile(file, CONFIGURATION)
    const options = ['-config', file, '-logfile', path.join(home, 'xorg.log'), '-noreset', '-nolisten', 'tcp', '-novtswitch', '-sharevts']
    return `:${await firstLine(begin('Xorg', ['-displayfd', '1', ...options]), 'Xorg')}`
  })
  try {
    const { env } = room
    const xrandr = (...args: string[]) => run('xrandr', args, { env })
    const places = projector ? placesOf(laptop, projector, side) : ['0x0']
    const outputs: string[] = []
    for (const [index, screen] of [laptop, projector].entries()) {
      if (!screen)
        continue
      const [output, mode] = [`DUMMY${index}`, `wanted-${index}`]
      await xrandr('--newmode', mode, ...modeOf(screen))
      await xrandr('--addmode', output, mode)
      outputs.push('--output', output, '--mode', mode, '--pos', places[index]!, ...index === 0 ? ['--primary'] : [])
    }
    // Both at once: xrandr moves one that is alone to the corner.
    await xrandr(...outputs)
    // Asked for its screens, the server looks for them again; before, the second one is no more than a plug.
    await xrandr()
    const bus = await firstLine(room.begin('dbus-daemon', ['--session', '--nofork', '--print-address=1'], env), 'dbus-daemon')
    const here = { ...env, DBUS_SESSION_BUS_ADDRESS: bus }
    const hands = async (...commands: string[]) => {
      for (const command of commands)
        await run('xdotool', command.split(' '), { env: here })
    }
    return { ...room, env: here, hands, present: url => present({ ...room, env: here }, url, scale) }
  }
  catch (error) {
    await room.close()
    throw error
  }
}

/** Why no hall can be opened here, where all that it needs is installed, in one line: an X server may want more than its user may do. */
export async function missingHall(): Promise<string | undefined> {
  try {
    const hall = await openHall({ width: 800, height: 600 })
    await hall.close()
    return undefined
  }
  catch (error) {
    return `No screens can be had: ${(error as Error).message}`
  }
}

async function present(room: Room, url: string, scale: number, folder = ''): Promise<StageTalk> {
  const profile = path.join(room.home, 'profile')
  const addresses = { audience: url + folder, presenter: `${url + folder}presenter/` }
  const start = async (program: string, args: readonly string[]) => {
    room.begin(program, [...args.slice(0, -2), ...scale === 1 ? [] : [`--force-device-scale-factor=${scale}`], ...args.slice(-2)])
  }
  const asked = new Promise<void>(resolve => setTimeout(resolve, 1000))
  const opened = await openWindows({ ...addresses, profile, asked, start })
  const [port] = (await readFile(path.join(profile, 'DevToolsActivePort'), 'utf8')).split('\n')
  // Otherwise Playwright lets each page believe that it has the keyboard, and full screen is no larger than its window.
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { noDefaults: true })
  const session = await browser.newBrowserCDPSession()
  const activeTitle = () => run('xdotool', ['getactivewindow', 'getwindowname'], { env: room.env }).then(({ stdout }) => stdout, () => '')
  return {
    opened,
    again: async (folder) => {
      await browser.close()
      return present(room, url, scale, folder)
    },
    kill: async () => {
      const { processInfo } = await session.send('SystemInfo.getProcessInfo')
      process.kill(processInfo.find(({ type }) => type === 'browser')!.id, 'SIGKILL')
      await new Promise(resolve => browser.once('disconnected', resolve))
    },
    presenter: await windowOf(browser, session, activeTitle, /\/presenter\//),
    audience: await windowOf(browser, session, activeTitle, /^(?!.*\/presenter\/)/),
    close: async () => {
      await session.send('Browser.close').catch(() => {})
      await browser.close()
    },
  }
}

async function windowOf(
  browser: Browser,
  session: CDPSession,
  activeTitle: () => Promise<string>,
  address: RegExp,
): Promise<StageWindow> {
  const page = browser.contexts().flatMap(context => context.pages()).find(page => address.test(page.url()))!
  const own = await page.context().newCDPSession(page)
  const { targetInfo } = await own.send('Target.getTargetInfo')
  const hasKeyboard = async () => {
    const [has, title] = await page.evaluate(() => [document.hasFocus(), document.title] as const).catch(() => [false, ''] as const)
    return has && (await activeTitle()).startsWith(title)
  }
  const window = () => session.send('Browser.getWindowForTarget', { targetId: targetInfo.targetId })
  const setBounds = async (bounds: Partial<Bounds> & { windowState?: WindowState }) => {
    const { windowId } = await window()
    await session.send('Browser.setWindowBounds', { windowId, bounds })
  }
  return {
    page,
    bounds: async () => (await window()).bounds as Required<Awaited<ReturnType<typeof window>>['bounds']>,
    move: async (bounds) => {
      await setBounds({ windowState: 'normal' })
      await setBounds(bounds)
    },
    setState: windowState => setBounds({ windowState }),
    hasKeyboard,
    focus: async () => {
      for (let tries = 0; !await hasKeyboard(); tries++) {
        // Asked once more each second; in between it may be about to come.
        if (tries % 20 === 0)
          await session.send('Target.activateTarget', { targetId: targetInfo.targetId })
        await new Promise(resolve => setTimeout(resolve, 50))
      }
    },
  }
}
